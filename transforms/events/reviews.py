"""Rulings on rulings: "the Court of Appeal later overturned the verdict" tells two, one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.events.dating import Dated, Times
from transforms.events.drafts import Draft
from transforms.events.happenings import Happening
from transforms.events.within import reviewed_by

NEAR = 3
"""Mentions of rulings to either side in which that stands which a verb decides on."""
AFTER = "after the ruling it reviews"
"""The rule of days that begin with those of an earlier ruling."""


def order_reviews(happenings: Sequence[Happening], times: Times) -> None:
    """Date a ruling from the one that it is on, and leave its day to it alone: "On Friday the verdict was upheld"."""
    rulings = [happening for happening in happenings if happening.type == "ruling"]
    for verb, noun, reviewing, reviewed in _pairs(rulings):
        later, earlier = reviewing.drafts[verb], reviewed.drafts[noun]
        if later.stance != "asserted":
            continue
        day = later.dated
        if day.timex_no is not None and day.timex_no == earlier.dated.timex_no:
            reviewed.drafts[noun] = replace(earlier, dated=Dated(None, day.latest, day.grain, None, "before a review"))
        if day.timex_no is None:
            known = next((told.dated for told in reviewed.drafts if _is_dated(told)), None)
            if known is not None and known.earliest is not None:
                dated = Dated(known.earliest, times.published, None, known.timex_no, AFTER)
                reviewing.drafts[verb] = replace(later, dated=dated)


def _pairs(rulings: Sequence[Happening]) -> Iterator[tuple[int, int, Happening, Happening]]:
    """Places of a verb and of the ruling that it is on, each in its happening, where they stand close together."""
    told: dict[int, list[tuple[int, Happening]]] = {}
    for happening in rulings:
        for at, draft in enumerate(happening.drafts):
            told.setdefault(draft.sentence, []).append((at, happening))
    for inside in told.values():
        ordered = sorted(inside, key=lambda place: place[1].drafts[place[0]].hit.first)
        for number, (verb, reviewing) in enumerate(ordered):
            for noun, reviewed in ordered[max(number - NEAR, 0) : number + NEAR + 1]:
                if reviewing is not reviewed and reviewed_by(reviewing.drafts[verb], reviewed.drafts[noun]):
                    yield verb, noun, reviewing, reviewed


def _is_dated(draft: Draft) -> bool:
    return draft.stance == "asserted" and draft.dated.timex_no is not None
