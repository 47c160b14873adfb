"""Days of a happening told to be so long before or after another one: "three weeks after the guild met, he left"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from transforms.dates import calendar
from transforms.events.clauses import Line, phrase_start
from transforms.events.dating import Dated, Times
from transforms.events.drafts import Draft
from transforms.events.happenings import Happening
from transforms.records import Timex

_LENGTH = re.compile(r"P(\d{1,4})([DWMY])\Z")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_WHOLE = {"month": ("month", "year"), "year": ("year",)}
"""Grains of a day that is known no better than that once so many units are counted from it."""
NEAR = 6
"""Words between a trigger and the length that it is told to lie before or after something."""
LONG = 14
"""Words of what it is told to lie before or after, and from there to the trigger."""


@dataclass(frozen=True, slots=True)
class Distant:
    """A length of time, the side on which it lies, and the words of what it is counted from."""

    unit: str
    count: int
    side: str
    first: int
    last: int


def date_by_others(happenings: Sequence[Happening], times: Times) -> None:
    """Date what happened so long before or after a thing that has a day, there or elsewhere in the document."""
    told: dict[int, list[tuple[int, Happening]]] = {}
    for happening in happenings:
        for draft in happening.drafts:
            told.setdefault(draft.sentence, []).append((draft.hit.first, happening))
    for happening in happenings:
        for at, draft in enumerate(happening.drafts):
            distant = _distant(draft, times) if draft.stance == "asserted" and not draft.headline else None
            if distant is None:
                base = _of_happenings(_before_its_day(draft, told[draft.sentence]), happening)
                if base is not None:
                    happening.drafts[at] = replace(draft, dated=replace(base, rule="on the day of another"))
                continue
            inside = [other for first, other in told[draft.sentence] if distant.first <= first <= distant.last]
            base = _told_there(draft.hit.line, distant, times) or _of_happenings(inside, happening)
            dated = None if base is None else _counted(base, distant, times.published)
            if dated is not None:
                happening.drafts[at] = replace(draft, dated=dated)


def _before_its_day(draft: Draft, told: Sequence[tuple[int, Happening]]) -> list[Happening]:
    """What is told in a sentence to have come on somebody's first day: "the verdict came on her first day as mayor"."""
    line, hit = draft.hit.line, draft.hit
    start = phrase_start(line, hit.first)
    if (
        draft.dated.timex_no is not None
        or line.word(start - 1) != "on"
        or "day" not in line.words[hit.first : hit.last]
    ):
        return []
    return [happening for first, happening in told if first < start]


def _distant(draft: Draft, times: Times) -> Distant | None:
    """The length that a trigger is told to lie from something else: right after it, or at the start of its sentence."""
    line, number = draft.hit.line, draft.dated.timex_no
    for timex in times.lengths(line.starts[0], line.ends[-1]):
        measured, start, after = _LENGTH.match(timex.value or ""), line.at(timex.start), line.at(timex.end - 1) + 1
        if measured is None or line.word(after) not in ("after", "before"):
            continue
        last = _end(line, after + 1, draft.hit.first)
        near = draft.hit.last < start <= draft.hit.last + NEAR and _plain(line, draft.hit.last + 1, start)
        opens = start <= 1 and last < draft.hit.first <= last + LONG and _plain(line, last + 2, draft.hit.first)
        if not (near or opens):
            continue
        if number is not None and not after < line.at(times.all[number].start) <= last:
            return None
        return Distant(_UNITS[measured[2]], int(measured[1]), line.word(after), after + 1, last)
    return None


def _plain(line: Line, low: int, high: int) -> bool:
    """Whether nothing between two words opens another clause."""
    return not {"relative", "subordinator", "quote", "conjunction"}.intersection(line.tags[low:high])


def _end(line: Line, start: int, trigger: int) -> int:
    """The last word of what a length is counted from: up to a stop, another clause or the trigger."""
    at = start
    while at + 1 < min(start + LONG, len(line)) and at + 1 != trigger:
        if line.tags[at + 1] in ("stop", "quote", "relative", "subordinator"):
            break
        at += 1
    return at


def _told_there(line: Line, distant: Distant, times: Times) -> Dated | None:
    """The day that the words tell themselves: "after the vote in May 2019"."""
    inside = times.within(line.starts[distant.first], line.ends[distant.last])
    return _as_dated(inside[0], times.all[inside[0]]) if inside else None


def _as_dated(number: int, timex: Timex) -> Dated:
    return Dated(timex.earliest, timex.latest, timex.grain, number, "")


def _of_happenings(inside: Sequence[Happening], own: Happening) -> Dated | None:
    """The days of the one happening that the words name, where the document tells them."""
    if len({happening.number for happening in inside}) != 1 or inside[0] is own:
        return None
    told = (draft.dated for draft in inside[0].drafts if draft.stance == "asserted")
    return next((dated for dated in told if dated.timex_no is not None), None)


def _counted(base: Dated, distant: Distant, published: date | None) -> Dated | None:
    """The days so far from others, as exact as the coarser of both: two years after a day is a year."""
    if base.earliest is None or base.latest is None or base.grain in (None, "season"):
        return None
    count = -distant.count if distant.side == "before" else distant.count
    earliest, latest = calendar.days_moved(distant.unit, base.earliest, base.latest, count)
    if earliest is None or latest is None:
        return None
    if distant.unit in _WHOLE and base.grain not in _WHOLE[distant.unit]:
        first, last = (calendar.containing(distant.unit, day) for day in (earliest, latest))
        earliest, latest = first.first or earliest, last.last or latest
    if published is not None and earliest > published:
        return None
    latest = min(latest, published) if published is not None else latest
    return Dated(earliest, latest, base.grain, base.timex_no, f"so long {distant.side} another")
