"""Which time expression dates which trigger, and what days that leaves open."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from transforms.events.clauses import VERBAL, Line
from transforms.events.modality import Stance, words
from transforms.events.triggers import Hit
from transforms.records import Timex

TOO_FAR = 34
"""Cost above which a time expression says nothing of a trigger."""
BARRIER = 7
"""Cost of a word that opens another clause between the two."""
MANY = 40
"""Time expressions of one sentence that are looked at."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Days of a mention, inclusive, the number of the time expression that gives them, the rule that chose it."""

    earliest: date | None
    latest: date | None
    grain: str | None
    timex_no: int | None
    rule: str


class Times:
    """The time expressions of a document that name days, by place."""

    def __init__(self, timexes: Sequence[Timex], published: date | None) -> None:
        self.published = published
        self.all = timexes
        self.numbers = [number for number, timex in enumerate(timexes) if _names_days(timex)]
        self.starts = [timexes[number].start for number in self.numbers]

    def within(self, start: int, end: int) -> list[int]:
        """Numbers of the expressions that start in a span."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return self.numbers[low : min(high, low + MANY)]


def _names_days(timex: Timex) -> bool:
    if timex.type not in ("DATE", "TIME") or timex.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
        return timex.type == "DATE" and (timex.earliest is not None or timex.latest is not None)
    return timex.earliest is not None or timex.latest is not None


def date_hit(hit: Hit, stance: Stance, times: Times) -> Dated:
    """The days a sentence gives an event: by the cheapest expression near the trigger, else by its modality."""
    line = hit.line
    best: tuple[int, int] | None = None
    for number in times.within(line.starts[0], line.ends[-1]):
        cost = _cost(line, hit, times.all[number])
        if cost <= TOO_FAR and (best is None or cost < best[0]):
            best = (cost, number)
    if best is None:
        return undated(stance, times.published)
    return by_timex(best[1], stance, times, line)


def undated(stance: Stance, published: date | None) -> Dated:
    """Bounds where no time is told: what happened is not after publication, what is ahead is not before it."""
    if stance in ("asserted", "negated"):
        return Dated(None, published, None, None, "undated past")
    return Dated(published, None, None, None, "undated future")


def by_timex(number: int, stance: Stance, times: Times, line: Line) -> Dated:
    """The days of an expression, opened on one side by "before", "by", "until", "since"."""
    timex, published = times.all[number], times.published
    earliest, latest = timex.earliest, timex.latest
    word = line.word(line.at(timex.start) - 1)
    past = stance in ("asserted", "negated")
    inner = timex.text.split(" ", 1)[0].lower()
    if "by" in (word, inner) or {word, inner} & {"before", "until", "till"}:
        earliest = None if past else published
    elif {word, inner} & {"since", "after"} and timex.grain != "hour":
        latest = published if past else None
    elif (
        past
        and stance == "asserted"
        and published
        and earliest
        and latest
        and earliest <= published < latest
        and timex.grain in ("week", "weekend")
    ):
        latest = published
    return Dated(earliest, latest, timex.grain, number, f"timex {timex.rule}")


def _cost(line: Line, hit: Hit, timex: Timex) -> int:
    """Words between, and barriers: clause openers, other verbs, a verb of saying that the time belongs to."""
    first, last = line.at(timex.start), line.at(max(timex.end - 1, timex.start))
    attributive = _attributive(line, first, last)
    if attributive is not None:
        inside = hit.first <= attributive <= hit.last or last < hit.first <= attributive + 1
        return 0 if inside else TOO_FAR - 4 + abs(hit.first - first) if _near_attributive(hit, last) else TOO_FAR + 1
    after = first > hit.last
    low, high = (hit.last + 1, first) if after else (last + 1, hit.first)
    cost = max(high - low, 0)
    opening = not after and first <= 2
    for index in range(low, high):
        tag = line.tags[index]
        if tag in ("relative", "subordinator"):
            cost += BARRIER
        elif tag in ("stop", "quote") and line.words[index] not in ("-", "'", "$", "%"):
            cost += 1 if opening else 4
        elif tag in VERBAL and line.lemma(index) in words().reporting:
            cost += 0 if opening else BARRIER
        elif tag in ("ed", "verb"):
            cost += 1 if opening else 3
    governed = (
        line.lemma(first - 1)
        if line.tag(first - 1) in VERBAL
        else line.lemma(first - 2)
        if line.tag(first - 2) in VERBAL
        else ""
    )
    if governed in words().reporting and not (hit.first <= first - 1 <= hit.last or hit.first <= first - 2 <= hit.last):
        cost += BARRIER
    return cost


def _attributive(line: Line, first: int, last: int) -> int | None:
    """The noun an expression stands before, if any: "Tuesday's vote", "the 2001 election", "last year's conference"."""
    at = last + 1
    if line.tag(at) == "possessive":
        at += 1
    elif line.words[last].endswith("'s") or (line.tag(first - 1) == "determiner" and line.tag(at) == "word"):
        pass
    elif not (
        line.tag(at) == "word"
        and line.words[last].isdigit()
        and line.word(first - 1) not in ("in", "on", "since", "until", "by", "of")
    ):
        return None
    noun = None
    while line.tag(at) in ("word", "ed", "ing", "number") and at - last < 6:
        noun = at
        at += 1
    return noun


def _near_attributive(hit: Hit, last: int) -> bool:
    return hit.first - last in range(1, 12)
