"""How long a gathering takes by another sentence: "opened on Saturday. She told the two-day congress"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from transforms.events.dating import Times
from transforms.events.drafts import Draft
from transforms.events.happenings import Happening
from transforms.events.lasting import begins, days_of, describes, up_to_now


def take_lengths(happenings: Sequence[Happening], times: Times) -> None:
    """Lengthen what begins on a day by the days that another sentence says it takes."""
    for happening in happenings:
        if happening.event.family != "assembly" or len(happening.drafts) < 2:
            continue
        days = next(filter(None, (_length_in(draft, times) for draft in happening.drafts)), None)
        for at, draft in enumerate(happening.drafts if days else ()):
            if days and _begins_on_a_day(draft, times) and draft.dated.earliest is not None:
                first = draft.dated.earliest
                last = up_to_now(first + timedelta(days=days - 1), draft.stance, first, times.published)
                happening.drafts[at] = replace(draft, dated=replace(draft.dated, latest=last))


def _length_in(draft: Draft, times: Times) -> int | None:
    """The days that the phrase of a mention says it takes."""
    line = draft.hit.line
    lengths = times.lengths(line.starts[0], line.ends[-1])
    return next(
        (days_of(length) for length in lengths if draft.hit.part == "noun" and describes(draft.hit, length, 0)), None
    )


def _begins_on_a_day(draft: Draft, times: Times) -> bool:
    """Whether a mention tells the one day on which a gathering begins."""
    dated, line = draft.dated, draft.hit.line
    if dated.timex_no is None or dated.earliest is None or dated.earliest != dated.latest:
        return False
    timex = times.all[dated.timex_no]
    inside = line.starts[0] <= timex.start < line.ends[-1]
    own = inside and timex.grain == "day"
    return own and (
        draft.stance == "planned" or (draft.stance == "asserted" and begins(draft.hit, line.at(timex.start)))
    )
