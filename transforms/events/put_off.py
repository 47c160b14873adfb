"""What is not to be until a day: "postponed until Monday a vote", "the summit is not due until May"."""

from datetime import date, timedelta

from transforms.dates import calendar
from transforms.events.clauses import group_at, phrase_start
from transforms.events.dating import Dated, Times
from transforms.events.directions import ahead
from transforms.events.phrases import phrase_words
from transforms.events.stances import words
from transforms.events.tagging import VERBAL, Line
from transforms.events.triggers import Hit

_NOT = frozenset({"not", "n't"})
TO = frozenset({"until", "till", "to"})
REACH = 14
"""Words between a verb and the day that it puts a thing off to, or the thing."""
SOON = 200
"""Days ahead to which a thing that has just been put off may have been moved."""
WAIT = 4
"""Words between a day and the "until" that leads to it, or between "not due" and "until"."""


def put_off(hit: Hit, times: Times) -> Dated | None:
    """The days that a thing has been put off to; null where none are told, or the words do not say it of this thing."""
    line = hit.line
    if hit.part != "noun":
        return None
    if not {"not", "n't"}.isdisjoint(line.vocabulary) and (awaited := _awaited(hit, times)) is not None:
        return awaited
    for number in times.within(line.starts[0], line.ends[-1]):
        first = line.at(times.all[number].start)
        to = next((at for at in range(first, max(first - 4, 0), -1) if line.words[at] in TO), None)
        verb = None if to is None else _deferring(hit, to)
        if verb is not None and _undergoes(hit, verb):
            earliest, latest = _to_come(*ahead(number, times), times)
            least = line.words[first - 2 : first] == ["at", "least"]
            grain = times.all[number].grain
            return Dated(earliest, None if least else latest, grain, number, "put off to")
    return None


def _to_come(earliest: date | None, latest: date | None, times: Times) -> tuple[date | None, date | None]:
    """Days a year later where those of last year are over and these are near: a thing is put off to a day ahead."""
    if times.published is None or earliest is None or latest is None or latest >= times.published:
        return earliest, latest
    moved = calendar.days_moved("year", earliest, latest, 1)
    near = moved[0] is not None and timedelta(0) <= moved[0] - times.published <= timedelta(days=SOON)
    return moved if near else (earliest, latest)


def _awaited(hit: Hit, times: Times) -> Dated | None:
    """The days that a thing is not due until: "is not due until May", "is not expected to start before the autumn"."""
    line = hit.line
    for number in times.within(line.ends[hit.last], line.ends[-1]):
        first = line.at(times.all[number].start)
        to = next((at for at in range(first, max(first - WAIT, 0), -1) if line.words[at] in (*TO, "before")), None)
        if to is None or not _not_due(hit, to):
            continue
        earliest, latest = ahead(number, times)
        if times.published and earliest and latest and latest < times.published:  # "until the spring", read in July
            earliest, latest = calendar.days_moved("year", earliest, latest, 1)
        least = line.words[to] == "before" or line.words[first - 2 : first] == ["at", "least"]
        return Dated(earliest, None if least else latest, times.all[number].grain, number, "not due until")
    return None


def _not_due(hit: Hit, to: int) -> bool:
    """Whether what leads to "until" is told of a thing: "is not due", "was not expected to begin", "will not start"."""
    line = hit.line
    denied = next((at for at in range(to - 2, max(to - 2 - WAIT, hit.last), -1) if line.words[at] in _NOT), None)
    if denied is None:
        return False
    ahead_of_it = words().modals.get(line.words[denied - 1]) == "planned" or line.words[denied - 1] == "would"
    if line.words[denied + 1] not in words().expected and not ahead_of_it:
        return False
    begun = range(denied + 1 + (not ahead_of_it), to)
    if begun and not any(line.lemma(at) in phrase_words().taking_place for at in begun):
        return False
    return not any(tag in VERBAL or tag == "quote" for tag in line.tags[hit.last + 1 : denied])


def _deferring(hit: Hit, to: int) -> int | None:
    """The verb of putting off that a day hangs on: the nearest verb before it, which the thing itself is not."""
    line = hit.line
    for at in range(to - 1, max(to - REACH, -1), -1):
        if line.tags[at] in VERBAL and not hit.first <= at <= hit.last:
            return at if _defers(line, at) else None
    return None


def _defers(line: Line, verb: int) -> bool:
    """Whether a word puts a thing off, by itself or with the next: "postponed", "put back", "put on hold"."""
    if line.words[verb] == "put":
        return line.word(verb + 1) in ("back", "off") or line.words[verb + 1 : verb + 3] == ["on", "hold"]
    return line.lemma(verb) in words().deferring


def _undergoes(hit: Hit, verb: int) -> bool:
    """Whether a thing is the object of a verb, or the subject of its passive."""
    line, start = hit.line, phrase_start(hit.line, hit.first)
    if start > verb:
        return start - verb < REACH and not any(tag in VERBAL for tag in line.tags[verb + 1 : start])
    low = _past_aside(line, hit.last + 1, verb)
    return group_at(line, verb).be and not any(tag in VERBAL for tag in line.tags[low:verb])


def _past_aside(line: Line, comma: int, verb: int) -> int:
    """Where a sentence goes on behind what stands between commas: "the report, expected on Monday, was delayed"."""
    if line.word(comma) != ",":
        return comma
    return next((at + 1 for at in range(verb - 1, comma, -1) if line.words[at] == ","), comma)
