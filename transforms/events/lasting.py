"""How many days a gathering takes: "a two-day summit on Thursday", "will strike for five days from 3 May".

A stoppage that has begun takes as many as there have been since.
"""

import re
from datetime import date, timedelta

from transforms.events.clauses import clause_start, phrase_start
from transforms.events.phrases import phrase_words
from transforms.events.stances import Stance
from transforms.events.tagging import AUXILIARY, VERBAL, Line, grammar
from transforms.events.triggers import Hit
from transforms.records import Timex

_DAYS = re.compile(r"P(\d{1,2})([DW])\Z|PT(24|48|72|96)H\Z")
_FIRST = frozenset({"from", "beginning", "starting", "commencing"})
_BEGINNING = frozenset({"begin", "start", "open", "launch", "opening"})
_ENDING = frozenset({"end", "close", "conclude", "finish", "run"})

_LONGEST = timedelta(days=92)
"""How long a stoppage goes on of which nothing but its first day is told."""
_NEAR = 7
"""Words from the verb that begins a stoppage to its first day."""

_APART = VERBAL | {"relative", "subordinator", "stop", "quote"}


def last_day(hit: Hit, stance: Stance, first: Timex, lengths: list[Timex]) -> date | None:
    """The last day of what starts on a day and takes some days that its sentence tells; null where it tells none."""
    if hit.entry.event.family != "assembly" or first.grain != "day" or first.earliest is None:
        return None
    until = hit.line.at(first.start)
    begun = stance == "planned" or (stance == "asserted" and begins(hit, until))
    for length in lengths:
        days = days_of(length)
        if days and (_from(hit.line, length, first) or (begun and describes(hit, length, until))):
            return first.earliest + timedelta(days=days - 1)
    return None


def up_to_now(last: date | None, stance: Stance, first: date | None, published: date | None) -> date | None:
    """The last day of what has begun, no later than that of publication."""
    begun = stance == "asserted" and first is not None and published is not None and first <= published
    return min(last, published) if begun and last is not None and published is not None else last


def days_of(length: Timex) -> int | None:
    """How many whole days a length of time has; null where it has none or is vague."""
    days = _DAYS.match(length.value or "")
    if days is None:
        return None
    return int(days[3]) // 24 if days[3] else int(days[1]) * (7 if days[2] == "W" else 1)


def begins(hit: Hit, until: int) -> bool:
    """Whether a gathering is told to begin at a time: "opened a two-day congress", "met at the start of a summit"."""
    line = hit.line
    clause = line.words[clause_start(line, hit.first) : max(until, hit.last + 1)]
    verbs = (grammar().verbs.get(word, (word,))[0] for word in clause)
    return any(verb in _BEGINNING for verb in verbs)


def goes_on(hit: Hit, first: Timex, lengths: list[Timex], published: date | None) -> bool:
    """Whether a stoppage is told to have begun on a day, and by no word to be over: "the strike began on 4 March"."""
    line, at, known = hit.line, hit.line.at(first.start), phrase_words()
    if published is None or first.earliest is None or not first.earliest < published <= first.earliest + _LONGEST:
        return False
    if hit.part != "noun" or line.words[hit.last] not in known.stoppages or first.grain not in ("day", "part", "hour"):
        return False
    verb = next((index for index in range(at - 1, max(at - _NEAR, -1), -1) if line.tags[index] in VERBAL), None)
    if verb is None or line.tags[verb] != "ed" or line.lemma(verb) not in ("begin", "start"):
        return False
    between = line.tags[hit.last + 1 : verb] if hit.last < verb else line.tags[verb + 1 : hit.first]
    own = not any(tag in VERBAL or tag in AUXILIARY or tag == "subordinator" for tag in between)
    behind = line.at(first.end - 1) + 1
    behind += line.word(behind) == "after"  # "began on 4 March after two men were sacked"
    around = (*range(max(at - 3, 0)), *range(behind, len(line)))  # but "began just after midnight on 4 March"
    over = any(line.words[k] in known.stopped and not _led_to(line, k) for k in around)
    return own and not lengths and not over


def _led_to(line: Line, at: int) -> bool:
    """Whether "over" leads to what people walk out for, and does not say that it is over."""
    return line.words[at] == "over" and line.tag(at - 1) not in ("be", "adverb")


def _from(line: Line, length: Timex, first: Timex) -> bool:
    """Whether a length leads to its first day: "for five days from 3 May", "for a week starting on Monday"."""
    at = line.at(length.end - 1) + 1
    return line.word(at) in _FIRST and 0 < line.at(first.start) - at < 3


def describes(hit: Hit, length: Timex, until: int) -> bool:
    """Whether a length stands in the phrase of a noun, or of what many meet for: "meet for a three-day congress"."""
    line, at = hit.line, hit.line.at(length.start)
    if hit.part == "verb":
        # no "meet on Friday to ask for a 90-day loan"
        own = hit.last < at and _APART.isdisjoint(line.tags[hit.last + 1 : at])
        return hit.type == "meeting" and own and line.word(phrase_start(line, at) - 1) == "for"
    if not _ENDING.isdisjoint(line.lemma(at) for at in range(hit.last + 1, until)):
        return False  # "the two-day congress ends on Monday"
    return phrase_start(line, hit.first) <= at <= hit.last
