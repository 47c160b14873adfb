"""Which time expression dates which trigger, and what days that leaves open."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from transforms.events.apart import Apart, counted, opened
from transforms.events.at_once import at_once
from transforms.events.between import BARRIER, TOO_FAR
from transforms.events.bounds import lasts, only_then, opening, side_of
from transforms.events.bygone import counts_a_deed
from transforms.events.clauses import phrase_start
from transforms.events.distance import distance
from transforms.events.elsewhere import numbers_among, of_another_deed, only_ranks, told_elsewhere
from transforms.events.lasting import goes_on, last_day, up_to_now
from transforms.events.spans import together, told_with
from transforms.events.stances import Stance
from transforms.events.tagging import AUXILIARY, VERBAL, Line
from transforms.events.triggers import Hit
from transforms.records import Timex

NEARER = 6
"""How much nearer an expression stands to the trigger that it dates than to another of the type that it does not."""
GOING_ON = "going on since"
"""The rule of days from the first of something to that of publication, however many sentences tell only the first."""
OPEN = 10**6
"""Days that an interval with an open side counts for."""
SIGHT = 150
"""Words to either side of a trigger in which its time stands, however long the sentence is."""
MANY = 40
"""Time expressions of one sentence that are looked at."""
_LOCATING = frozenset({"at", "in", "during", "after", "following", "by", "since"})
VAGUE = frozenset({"PRESENT_REF", "FUTURE_REF"})


@dataclass(frozen=True, slots=True)
class Dated:
    """Days of a mention, inclusive, the number of the time expression that gives them, the rule that chose it.

    `cost` is how far the expression stands from the trigger, in words and clauses. `apart` holds the days where they
    hang on those of an article that has none.
    """

    earliest: date | None
    latest: date | None
    grain: str | None
    timex_no: int | None
    rule: str
    cost: int = 0
    apart: Apart | None = None

    def excludes(self, other: "Dated") -> bool:
        """Whether the two leave no day to both."""
        if self.apart is not None and other.apart is not None:
            return self.apart.excludes(other.apart)
        if self.latest and other.earliest and self.latest < other.earliest:
            return True
        return bool(other.latest and self.earliest and other.latest < self.earliest)


def sound(dated: Dated) -> Dated:
    """The same, without days where its bounds cross and leave none."""
    crossed = dated.earliest is not None and dated.latest is not None and dated.latest < dated.earliest
    return replace(dated, earliest=None, latest=None, grain=None) if crossed else dated


class Times:
    """The time expressions of a document that name days, by place."""

    def __init__(self, timexes: Sequence[Timex], published: date | None) -> None:
        self.published = published
        self.all = timexes
        self.numbers = [number for number, timex in enumerate(timexes) if _names_days(timex)]
        self.starts = [timexes[number].start for number in self.numbers]

        self._lengths = [timex for timex in timexes if timex.type == "DURATION"]

    def lengths(self, start: int, end: int) -> list[Timex]:
        """The lengths of time that start in a span."""
        low = bisect_left(self._lengths, start, key=lambda timex: timex.start)
        high = bisect_left(self._lengths, end, key=lambda timex: timex.start)
        return self._lengths[max(low, high - MANY) : high]

    def covers(self, start: int) -> bool:
        """Whether any time expression of the document holds an offset."""
        at = bisect_left(self.all, start + 1, key=lambda timex: timex.start) - 1
        return at >= 0 and start < self.all[at].end

    def within(self, start: int, end: int) -> list[int]:
        """Numbers of the expressions that start in a span."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return self.numbers[low : min(high, low + MANY)]


def _names_days(timex: Timex) -> bool:
    apart = counted(timex)
    sides = (timex.earliest, timex.latest) if apart is None else (apart.low, apart.high)
    counted_from_story = timex.value == "FUTURE_REF" and timex.anchor == "narrative"  # "days later"
    vague = timex.value in VAGUE and not counted_from_story
    known = None not in sides if timex.value == "PAST_REF" or counted_from_story else sides != (None, None)
    return known and timex.type in ("DATE", "TIME") and not vague


def costs(hit: Hit, times: Times) -> list[tuple[int, int]]:
    """The expressions of the sentence that may date a trigger: cost and number, cheapest first."""
    line = hit.line
    inside = times.within(line.starts[max(hit.first - SIGHT, 0)], line.ends[min(hit.last + SIGHT, len(line) - 1)])
    own = [number for number in inside if not told_elsewhere(hit, times.all[number])]
    own = [number for number in own if not of_another_deed(line, times.all[number])]
    own = [number for number in own if not numbers_among(line, times.all[number])]
    own = [number for number in own if not only_ranks(hit, times.all[number])] or own
    found = [(distance(line, hit, times.all[number]), number) for number in own]
    near = sorted(pair for pair in found if pair[0] <= TOO_FAR)
    if not near and at_once(hit):
        days = [pair for pair in found if len(found) == 1 or times.all[pair[1]].grain in ("day", "part")]
        return [(TOO_FAR, days[0][1])] if len(days) == 1 else []  # the day of saying so is that of going
    return near


def width(dated: Dated) -> tuple[int, int]:
    """How many days an interval spans, open ones most, then how far its expression stands from the trigger."""
    if dated.apart is not None:
        days = dated.apart.width(dated.grain)
        return OPEN if days is None else days, dated.cost
    if dated.earliest is None or dated.latest is None:
        return OPEN, dated.cost
    return (dated.latest - dated.earliest).days, dated.cost


def choose_times(hits: Sequence[Hit], times: Times) -> list[tuple[int, int] | None]:
    """For each trigger its expression, as cost and number.

    An expression that stands much nearer to one trigger of a type than to another of the same type in the sentence
    dates only the nearer one: "annulling a law adopted last week" does not date the new law.
    """
    found = [_own(hit, costs(hit, times), hits, times) for hit in hits]
    nearest: dict[tuple[str, int], int] = {}
    for hit, pairs in zip(hits, found, strict=True):
        for cost, number in pairs if not counts_a_deed(hit) else ():
            key = (hit.type, number)
            nearest[key] = min(cost, nearest.get(key, cost))
    return [
        next(((cost, number) for cost, number in pairs if cost < nearest.get((hit.type, number), cost) + NEARER), None)
        for hit, pairs in zip(hits, found, strict=True)
    ]


def _own(hit: Hit, pairs: list[tuple[int, int]], hits: Sequence[Hit], times: Times) -> list[tuple[int, int]]:
    """The expressions without those that end what a thing beside the trigger is told to be, or what governs it.

    "Members picketed the office over the sacking of two clerks in August" dates the sacking.
    """
    line = hit.line
    beside = [other for other in hits if other.line is line and other.first > hit.last and other.part == "noun"]
    behind = [other for other in hits if other.line is line and other.last < hit.first and other.part == "noun"]
    about = _is_spoken_of(hit, hits)
    own = [
        (cost, number)
        for cost, number in pairs
        if not any(_is_its_own(line, hit, other, line.at(times.all[number].start)) for other in beside)
        and not any(_is_of_one_before(line, hit, other, times.all[number]) for other in behind)
        and not (about and _has_verb(line, hit.last + 1, line.at(times.all[number].start)))
    ]
    of_governor = line.word(hit.first - 1) == "to" and any(
        cost < BARRIER and line.at(times.all[number].start) > hit.last for cost, number in own
    )
    if of_governor:  # "was told on Friday to appear before the panel on Monday"
        own = [pair for pair in own if line.at(times.all[pair[1]].end - 1) != hit.first - 2]
    return own


def _is_its_own(line: Line, hit: Hit, other: Hit, at: int) -> bool:
    """Whether a time that ends a phrase is that of a thing beside the trigger: "quit, forcing a vote on Friday"."""
    if _ends_phrase(line, other, at):
        return True
    start = phrase_start(line, other.first)
    if at - (line.tag(at - 1) == "preposition") != other.last + 1 or line.word(start - 1) in _LOCATING:
        return False
    between = range(hit.last + 1, start)
    return any(line.words[k] == "," and line.word(k + 1).endswith("ing") for k in between)


def _is_of_one_before(line: Line, hit: Hit, other: Hit, timex: Timex) -> bool:
    """Whether a time is that of a thing of which the trigger is the cause: "a strike for 5 May against the bill"."""
    lead = phrase_start(line, hit.first) - 1
    at, last = line.at(timex.start), line.at(timex.end - 1)
    follows = other.last < at <= other.last + 2 and line.tag(other.last + 1) in ("preposition", "word", "number")
    return hit.part == "noun" and follows and lead == last + 1 and line.word(lead) in ("against", "over", "about")


def _has_verb(line: Line, low: int, high: int) -> bool:
    return any(tag in AUXILIARY or tag in ("ed", "verb") for tag in line.tags[low:high])


def _is_spoken_of(hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a thing is what another thing is about, whose verb and time follow: "a debate on the leak is due"."""
    inside = hit.line.word(hit.first) == "on"  # "on strike action"
    before = hit.first if inside else phrase_start(hit.line, hit.first) - 1
    if hit.part != "noun" or hit.line.word(before) not in ("on", "about", "over", "into"):
        return False
    return any(other.line is hit.line and other.part == "noun" and other.last == before - 1 for other in hits)


def _ends_phrase(line: Line, other: Hit, at: int) -> bool:
    """Whether a time ends the phrase of a reason that is a thing of its own: "over the sacking of ... in August"."""
    if other.last + 2 >= at or line.word(other.last + 1) != "of":
        return False
    if line.word(phrase_start(line, other.first) - 1) not in ("over", "after", "following", "about", "against", "into"):
        return False
    return not any(tag in VERBAL or tag in AUXILIARY or tag == "stop" for tag in line.tags[other.last + 1 : at])


def undated(stance: Stance, published: date | None) -> Dated:
    """Bounds where no time is told: what happened is not after publication, what is ahead is not before it."""
    apart = sided(stance) if published is None else None
    if stance in ("asserted", "negated"):
        return Dated(None, published, None, None, "undated past", apart=apart)
    return Dated(published, None, None, None, "undated future", apart=apart)


def sided(stance: Stance) -> Apart | None:
    """On which side of publication a stance alone puts an event; null where it may be on either."""
    return {"asserted": Apart(None, 0), "planned": Apart(0, None)}.get(stance)


def by_timex(
    number: int,
    stance: Stance,
    times: Times,
    line: Line,
    cost: int = 0,
    hit: Hit | None = None,
) -> Dated:
    """The days of an expression, opened on one side by "before", "by", "until", "since".

    `hit` is the trigger where it stands in the same sentence, whose place tells more: "on Thursday, after his
    resignation" dates the resignation no later than Thursday, "on Thursday, before the vote" the vote no earlier, and
    "since the vote in 2016, three ministers have resigned" what they did no earlier than 2016.
    """
    first = None if hit is None else opening(line, hit, times.all[number].grain)
    timex, published = times.all[number], times.published
    earliest, latest = timex.earliest, timex.latest
    at = line.at(timex.start)
    word = line.word(at - 1)
    past = stance in ("asserted", "negated")
    side = side_of(line, timex, hit, ahead=stance in ("planned", "possible"))
    apart = counted(timex)
    if apart is not None:
        return _by_distance(apart, side, number, stance, times, line, cost, first)
    if side == "before" and hit is not None and only_then(line, timex, hit):
        latest = None
    elif side == "before":
        over = published is not None and latest is not None and latest < published
        earliest = None if past or over else published
        latest = min(latest, published) if past and latest and published else latest
    elif side == "after":
        began = word == "since" and hit is not None and lasts(hit)
        if not past and published is not None and earliest is not None:
            earliest = max(earliest, published)  # "since the ruling on Monday they have said they will appeal"
        latest = latest if began else published if past else None
    else:
        earliest, latest = together(number, times.all, line, ahead=not past)
        if hit is not None and earliest == latest:
            lengths = times.lengths(line.starts[0], line.ends[-1])
            latest = up_to_now(last_day(hit, stance, timex, lengths), stance, earliest, published) or latest
            if stance == "asserted" and goes_on(hit, timex, lengths, published):
                return Dated(earliest, published, timex.grain, number, GOING_ON, cost)
        earliest, latest = _clipped(earliest, latest, stance, timex, published)
    if first is not None and at < first - 1:
        if line.word(first - 1) in ("after", "following") or line.words[first - 2 : first] in (
            ["wake", "of"],
            ["aftermath", "of"],
        ):
            earliest = None
            if past and published is not None and latest is not None and latest > published:
                return undated(stance, published)  # "a poll will be held on 1 August after the mayor resigned"
        elif line.word(first - 1) == "before":
            over = published is not None and latest is not None and latest < published
            latest = published if over else None
    return Dated(earliest, latest, timex.grain, number, f"timex {timex.rule}", cost)


def _by_distance(
    apart: Apart, side: str | None, number: int, stance: Stance, times: Times, line: Line, cost: int, first: int | None
) -> Dated:
    """What `by_timex` gives in an article without a day."""
    timex = times.all[number]
    if side is None and told_with(number, times.all, line) != [number]:
        return undated(stance, None)
    straddles = None not in (apart.low, apart.high) and (apart.low or 0) <= 0 < (apart.high or 0)
    if side is not None:
        apart = opened(apart, side, stance in ("asserted", "negated"))
    elif straddles and stance == "asserted" and timex.grain in ("week", "weekend", "month", "year"):
        apart = apart.until_published()
    if first is not None and line.at(timex.start) < first - 1:
        if line.word(first - 1) in ("after", "following") and timex.grain in ("day", "part"):
            apart = opened(apart, "before", past=True)
        elif line.word(first - 1) == "before":
            apart = opened(apart, "after", past=apart.high is not None and apart.high < 0)
    return Dated(None, None, timex.grain, number, f"timex {timex.rule}", cost, apart)


def _clipped(
    earliest: date | None, latest: date | None, stance: Stance, timex: Timex, published: date | None
) -> tuple[date | None, date | None]:
    """What happened in a week that still runs happened by publication; what is planned in it lies ahead."""
    if not (published and earliest and latest and earliest <= published < latest):
        return earliest, latest
    if stance == "asserted" and timex.grain in ("week", "weekend", "month", "season", "quarter", "year"):
        return earliest, published
    if stance in ("planned", "possible") and timex.grain in ("week", "weekend", "month", "season", "quarter", "year"):
        return published, latest
    return earliest, latest
