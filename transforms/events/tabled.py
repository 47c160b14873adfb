"""The day a motion was put, which is not that of its being carried or lost."""

from collections.abc import Sequence
from dataclasses import replace

from transforms.events.dating import Times, undated
from transforms.events.drafts import Draft
from transforms.events.happenings import Happening
from transforms.events.stances import words
from transforms.events.tagging import VERBAL

_PUT = frozenset({"motion", "amendment"})
BESIDE = 4
"""Words between a motion and the verb by which it was put."""


def forget_tabling(happenings: Sequence[Happening], times: Times) -> None:
    """Take the day on which it was tabled from a motion that has been decided since."""
    for happening in happenings:
        if happening.type not in _PUT or not any(map(_decided, happening.drafts)):
            continue
        for at, draft in enumerate(happening.drafts):
            if draft.dated.timex_no is not None and not _decided(draft) and _tabled(draft, times):
                happening.drafts[at] = replace(draft, dated=undated(draft.stance, times.published))


def _decided(draft: Draft) -> bool:
    """Whether a mention tells that a motion was carried or lost."""
    return draft.stance == "asserted" and draft.sure and draft.outcome in ("passed", "rejected")


def _tabled(draft: Draft, times: Times) -> bool:
    """Whether a verb of putting stands beside the motion, and its day with it: "tabled a motion", "was tabled".

    It does not in "The motion, tabled by three members, won 12 votes on Monday".
    """
    line, hit, number = draft.hit.line, draft.hit, draft.dated.timex_no
    day = hit.last if number is None else line.at(times.all[number].start)
    around = range(max(hit.first - BESIDE, 0), min(hit.last + BESIDE + 1, len(line)))
    putting = words().putting - words().taking_up
    return hit.part == "noun" and any(
        line.tags[at] in VERBAL
        and line.lemma(at) in putting
        and not (at == hit.last + 2 and line.word(at - 1) == "," and "," in line.words[at:day])
        for at in around
    )
