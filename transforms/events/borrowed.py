"""Days that a neighbouring sentence tells of a happening whose own sentences tell none."""

from collections.abc import Sequence
from dataclasses import replace

from transforms.events.dating import Times, by_timex
from transforms.events.happenings import Happening
from transforms.records import Sentence

_GRAINS = frozenset({"day", "part", "month", "week", "year"})


def borrow_days(happening: Happening, sentences: Sequence[Sentence], times: Times) -> None:
    """Date an undated happening by the sentence before its first mention, where that tells one time and goes on."""
    drafts = happening.drafts
    if any(draft.dated.timex_no is not None for draft in drafts):
        return
    index = next((at for at, draft in enumerate(drafts) if not draft.headline), 0)
    first = drafts[index]
    number = first.sentence - 1
    goes_on = first.outcome is not None or first.definite == "definite"
    if happening.event.family != "decision" or first.fresh or not goes_on:
        return
    if first.stance != "asserted" or number < 0:
        return
    before = sentences[number]
    told = [no for no in times.within(before.start, before.end) if times.all[no].grain in _GRAINS]
    if len(told) != 1:
        return
    dated = by_timex(told[0], first.stance, times, first.hit.line)
    drafts[index] = replace(first, dated=replace(dated, rule="sentence before"))
