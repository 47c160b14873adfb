"""Days of a happening told to be so long before or after another one: "three weeks after the guild met, he left"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from transforms.dates import calendar
from transforms.events.clauses import phrase_start
from transforms.events.dating import Dated, Times
from transforms.events.drafts import Draft
from transforms.events.elsewhere import opens_alone
from transforms.events.happenings import Happening
from transforms.events.tagging import Line
from transforms.records import Timex

_LENGTH = re.compile(r"P(\d{1,4})([DWMY])\Z")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_WHOLE = {"month": ("month", "year"), "year": ("year",)}
"""Grains of a day that is known no better than that once so many units are counted from it."""
NEAR = 6
"""Words between a trigger and the length that it is told to lie before or after something, if not on its day."""
LONG = 14
"""Words of what it is told to lie before or after, or on the day of, and from there to the trigger."""


@dataclass(frozen=True, slots=True)
class Distant:
    """A length of time, the side on which it lies, and the words of what it is counted from."""

    unit: str
    count: int
    side: str
    first: int
    last: int


def date_by_others(happenings: Sequence[Happening], times: Times) -> None:
    """Date what happened so long before or after a thing, or on its day, where one of both has a day of its own."""
    told: dict[int, list[tuple[int, Happening]]] = {}
    for happening in happenings:
        for draft in happening.drafts:
            told.setdefault(draft.sentence, []).append((draft.hit.first, happening))
    for happening in happenings:
        for at, draft in enumerate(happening.drafts):
            distant = _distant(draft, times) if draft.stance == "asserted" and not draft.headline else None
            if distant is None:
                continue
            inside = [other for first, other in told[draft.sentence] if distant.first <= first <= distant.last]
            base = _told_there(draft.hit.line, distant, times) or _of_happenings(inside, happening)
            if _has_its_day(draft, distant, times) or base is None:
                _date_inside(inside, happening, draft, distant, times)
                continue
            dated = _counted(base, distant, times.published)
            if dated is not None:
                happening.drafts[at] = replace(draft, dated=dated)


def _has_its_day(draft: Draft, distant: Distant, times: Times) -> bool:
    """Whether a trigger has a day that is not that of what it is told to lie so long from."""
    number, line = draft.dated.timex_no, draft.hit.line
    return number is not None and not distant.first <= line.at(times.all[number].start) <= distant.last


def _date_inside(inside: Sequence[Happening], own: Happening, draft: Draft, distant: Distant, times: Times) -> None:
    """Date the one undated thing by what lies so far from it: "In May 2018, a year after she was elected, she quit"."""
    base = draft.dated if draft.dated.timex_no is not None else _of_happenings([own], None)
    if base is None or _of_happenings(inside, own) is not None:
        return
    turned = replace(distant, side="before" if distant.side == "after" else "after")
    dated = _counted(base, turned, times.published)
    for other in {one.number: one for one in inside if one is not own}.values():
        for at, one in enumerate(other.drafts):
            here = one.hit.line is draft.hit.line and one.stance == "asserted" and not one.headline
            if dated is not None and here and one.dated.timex_no is None:
                other.drafts[at] = replace(one, dated=dated)


def _distant(draft: Draft, times: Times) -> Distant | None:
    """How far a trigger is told to lie from something else: right after it, or at the start of its sentence."""
    line, number = draft.hit.line, draft.dated.timex_no
    own = None if number is None else times.all[number]
    for unit, count, side, start, after in _distances(line, times):
        last = _end(line, after + 1, draft.hit.first)
        within = NEAR if count else LONG
        near = draft.hit.last < start <= draft.hit.last + within and _plain(line, draft.hit.last + 1, start)
        led = start <= 1 or (own is not None and line.at(own.start) <= 1 and line.at(own.end - 1) == start - 2)
        opens = led and last < draft.hit.first <= last + LONG and _plain(line, last + 2, draft.hit.first)
        opens = opens and not _is_counted_from(draft, after + 1)
        if near or opens:
            return Distant(unit, count, side, after + 1, last)
    return None


def _is_counted_from(draft: Draft, begins: int) -> bool:
    """Whether a trigger is itself what a length is counted from: "the day after Monday's vote"."""
    return draft.hit.part == "noun" and phrase_start(draft.hit.line, draft.hit.first) <= begins


def _distances(line: Line, times: Times) -> Iterator[tuple[str, int, str, int, int]]:
    """Unit, number and side of every distance that a sentence tells, and its first and last word."""
    for timex in times.lengths(line.starts[0], line.ends[-1]):
        measured, after = _LENGTH.match(timex.value or ""), line.at(timex.end - 1) + 1
        if measured is not None and line.word(after) in ("after", "before"):
            yield _UNITS[measured[2]], int(measured[1]), line.word(after), line.at(timex.start), after
    for at, word in enumerate(line.words):
        start = at - 1 - (line.word(at - 2) == "on")
        if word == "eve" and line.word(at - 1) == "the" and line.word(at + 1) == "of":
            yield "day", 1, "before", start, at + 1
        elif word == "day" and line.word(at - 1) == "the" and line.word(at + 1) in ("after", "before"):
            yield "day", 1, line.word(at + 1), start, at + 1
        elif word == "day" and line.word(at - 1) in ("the", "same", "very", "first") and not opens_alone(line, at):
            first = line.word(at - 1) == "first"
            yield "day", 0, "after", start - (line.word(at - 1) != "the"), at - 2 * first


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


def _of_happenings(inside: Sequence[Happening], own: Happening | None) -> Dated | None:
    """The days of the one happening that the words name, where the document tells them."""
    if len({happening.number for happening in inside}) != 1 or inside[0] is own:
        return None
    told = (draft.dated for draft in inside[0].drafts if draft.stance == "asserted")
    dated = next((dated for dated in told if dated.timex_no is not None), None)
    if dated is not None and inside[0].type == "protest" and dated.grain in ("day", "part", "hour"):
        return replace(dated, latest=dated.earliest)  # it may go on since that day
    return dated


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
