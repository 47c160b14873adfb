"""A plan for a day, and what is told of that day: "will table a motion this afternoon", "passed the motion today"."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from transforms.events.drafts import Draft

if TYPE_CHECKING:
    from transforms.events.happenings import Happening

FAMILIES = frozenset({"decision"})
"""A decision that is put for a day is taken on it; who gathers may gather twice, and a strike of a day be two."""


def fulfilments(happenings: Sequence["Happening"]) -> list[tuple["Happening", "Happening"]]:
    """Pairs of a plan and the decision that it was for: of one type and day, and about the same persons."""
    decisions = [one for one in happenings if one.event.family in FAMILIES and one.type != "bill"]
    done = [one for one in decisions if _days(one, "asserted")]
    ahead = [one for one in decisions if all(draft.stance in ("planned", "possible") for draft in one.drafts)]
    found = []
    for plan in ahead:
        fitting = [deed for deed in done if deed.type == plan.type and _agree(plan, deed)]
        if len(fitting) == 1:
            found.append((plan, fitting[0]))
    return found


def _days(happening: "Happening", stance: str) -> set[date]:
    """Single days that time words give to mentions of a stance."""
    dated = [draft for draft in happening.drafts if draft.stance == stance and draft.dated.timex_no is not None]
    return {draft.dated.earliest for draft in dated if draft.dated.earliest and _single(draft)}


def _single(draft: Draft) -> bool:
    return draft.dated.earliest == draft.dated.latest


def _agree(plan: "Happening", deed: "Happening") -> bool:
    if _days(plan, "planned").isdisjoint(_days(deed, "asserted")):
        return False
    targets = [{name for draft in one.drafts for name in draft.names("target")} for one in (plan, deed)]
    bodies = [{name for draft in one.drafts for name in draft.names("body")} for one in (plan, deed)]
    return not targets[0].isdisjoint(targets[1]) and not (all(bodies) and bodies[0].isdisjoint(bodies[1]))
