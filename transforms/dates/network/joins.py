"""Which variables of the calendar network stand for the day of what an article tells.

All dated articles that tell an event speak of the variable `e:<event_id>`. What an undated article tells bears witness
to an event's day, and the event to the article's, only through tellings that name a body or person which no other event
of their type has: unknown days agree with any, so the agreement must lie elsewhere. Such tellings share a variable;
where it is not the whole event's it is `e:<event_id>/<document_id>/<happening>`, by the first of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

Telling = tuple[str, int | None]
"""A document and the number of one of its happenings."""


def variables(
    tellings: Mapping[Telling, tuple[str, bool]], joins: Iterable[tuple[Telling, Telling, bool]]
) -> dict[Telling, tuple[str, ...]]:
    """The variables that each telling speaks of, its own first.

    `tellings` gives for each the event and whether its article is dated; `joins` are pairs of one event with whether
    a name of theirs is distinctive. A telling without any joins, of which dedup says nothing, is its event's.
    """
    root = {telling: telling for telling in tellings}
    joined: set[Telling] = set()

    def find(telling: Telling) -> Telling:
        while root[telling] != telling:
            root[telling] = root[root[telling]]
            telling = root[telling]
        return telling

    for one, other, distinctive in joins:
        if one in root and other in root:
            joined.update((one, other))
            if distinctive:
                low, high = sorted((find(one), find(other)), key=_order)
                root[high] = low
    groups: dict[Telling, list[Telling]] = defaultdict(list)
    events: dict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=_order):
        groups[find(telling)].append(telling)
        events[tellings[telling][0]].append(telling)
    found: dict[Telling, tuple[str, ...]] = {}
    for event, members in events.items():
        main = f"e:{event}"
        roots = sorted({find(member) for member in members}, key=_order)
        undated = not any(tellings[member][1] for member in members)
        whole = max(roots, key=lambda at: len(groups[at])) if undated else None
        for at in roots:
            group = groups[at]
            alone = len(group) == 1 and group[0] not in joined
            shared = alone or at == whole or len(group) == len(members)
            own = main if shared else f"e:{event}/{at[0]}/{at[1]}"
            mixed = not all(tellings[member][1] for member in group)
            for member in group:
                dated = tellings[member][1]
                found[member] = ((main, own) if mixed and own != main else (main,)) if dated else (own,)
    return found


def _order(telling: Telling) -> tuple[str, int]:
    return telling[0], -1 if telling[1] is None else telling[1]
