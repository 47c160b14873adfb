"""Days of a trigger that its sentence places beside something else: what it came of, what it came before or after."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from transforms.events.clauses import phrase_start
from transforms.events.dating import Dated, Times
from transforms.events.morphology import forms_of
from transforms.events.phrases import phrase_words
from transforms.events.stances import Stance
from transforms.events.tagging import VERBAL, Line
from transforms.events.triggers import Hit

_DAYS = re.compile(r"P(\d{1,4})([DW])\Z")
REACH = 8
"""Words between "before" or "after" and what it leads to."""
SOON = 7
"""Days that "just before" and "shortly after" leave open."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How far apart two things are: the word that the measure starts at, the fewest and the most days."""

    at: int
    fewest: int
    most: int


@cache
def _causing() -> frozenset[tuple[str, str]]:
    """Forms of causing verbs, each with the word that leads to what it causes, if any."""
    return frozenset(
        (form, "" if link == "object" else link)
        for link, verbs in phrase_words().causes.items()
        for form in forms_of(verbs)
    )


def beside(hit: Hit, stance: Stance, chosen: tuple[int, int] | None, times: Times) -> Dated | None:
    """The days that follow from those of a cause, or from how long before or after a dated thing it is told to be."""
    if stance not in ("asserted", "planned"):
        return None
    away = _away(hit, chosen[1], times) if chosen is not None else None
    if away is not None:
        return away
    own = chosen is not None and times.all[chosen[1]].end > hit.start
    if hit.part == "verb":
        opened = _opened_by(hit.line, hit.first)
        return None if own or opened is None else _measured(hit.line, opened + 1, times)
    start = phrase_start(hit.line, hit.first)
    found = _measured(hit.line, start, times)
    if found is None and not own:
        found = _caused(hit.line, start, times)
    return found


def _opened_by(line: Line, index: int) -> int | None:
    """The "before" or "after" that leads to a word, with no verb or stop between."""
    for at in range(index - 1, max(index - 1 - REACH, -1), -1):
        if line.words[at] in ("before", "after"):
            return at
        if line.tags[at] in ("stop", "quote", "relative") or line.tags[at] in VERBAL:
            return None
    return None


def _away(hit: Hit, number: int, times: Times) -> Dated | None:
    """So long before or after a thing that has the time: "two days after the fire on 5 March, the chairman quit"."""
    line, day = hit.line, times.all[number]
    at = line.at(day.start)
    opened = _opened_by(line, at)
    if opened is None or opened < hit.first < at:
        return None
    if hit.part == "noun" and opened < phrase_start(line, hit.first) <= at < hit.first:
        return None  # "the day before Monday's vote": the vote was on Monday
    measure = _measure(line, opened + 1, times)
    if measure is None or day.earliest is None or day.latest is None or day.grain not in ("day", "part"):
        return None
    first, last = _moved(day.earliest, day.latest, measure, back=line.word(opened) == "before")
    return Dated(first, last, "day", number, f"so long {line.word(opened)}")


def _caused(line: Line, start: int, times: Times) -> Dated | None:
    """Not before its cause, not after publication: "his decision in May led to protests"."""
    verb = start - 1 if (line.word(start - 1), "") in _causing() else start - 2
    if verb == start - 2 and (line.word(verb), line.word(start - 1)) not in _causing():
        return None
    told = times.within(line.starts[0], line.starts[verb])
    if not told or (begun := times.all[told[-1]].earliest) is None:
        return None
    ahead = times.published is not None and times.published < begun
    latest = None if ahead else times.published
    return Dated(begun, latest, times.all[told[-1]].grain, told[-1], "after its cause")


def _measured(line: Line, start: int, times: Times) -> Dated | None:
    """So many days before or after a day told earlier in the sentence: "on 3 May, two days before the vote"."""
    word = line.word(start - 1)
    if word not in ("before", "after") and line.words[max(start - 2, 0) : start] != ["eve", "of"]:
        return None
    measure = _measure(line, start, times)
    if measure is None:
        return None
    begins = line.starts[measure.at]
    told = [number for number in times.within(line.starts[0], begins) if times.all[number].end <= begins]
    if not told:
        return None
    day = times.all[told[-1]]
    if day.earliest is None or day.latest is None or day.grain not in ("day", "part"):
        return None
    first, last = _moved(day.earliest, day.latest, measure, back=word == "after")
    return Dated(first, last, "day", told[-1], f"so long {'after' if word == 'after' else 'before'}")


def _moved(first: date, last: date, measure: Measure, *, back: bool) -> tuple[date, date]:
    fewest, most = timedelta(days=measure.fewest), timedelta(days=measure.most)
    return (first - most, last - fewest) if back else (first + fewest, last + most)


def _measure(line: Line, start: int, times: Times) -> Measure | None:
    """What stands before "before": a length in days or weeks, "the day", "hours", "just", "on the eve of"."""
    word = line.word(start - 2)
    if word == "eve":
        return Measure(start - 2, 1, 1)
    if word in ("just", "shortly", "immediately"):
        return Measure(start - 2, 0, SOON)
    if word in ("hours", "minutes", "moments"):
        return Measure(start - 2, 0, 0)
    if word == "day" and line.word(start - 3) in ("the", "a", "one"):
        return Measure(start - 3, 1, 1)
    for timex in times.lengths(line.starts[0], line.starts[start - 1]):
        told = _DAYS.match(timex.value or "")
        if told and line.at(timex.end - 1) == start - 2:
            days = int(told[1]) * (7 if told[2] == "W" else 1)
            return Measure(line.at(timex.start), days, days)
    return None
