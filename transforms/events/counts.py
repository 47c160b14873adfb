"""Numbers told of an event: votes for and against, signatories, attendance."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import seeds
from transforms.events.clauses import Line
from transforms.records import Count, Counted, Outcome

FAR = 9
"""Words between a number and what says what it counts."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number: words `first` to `last` of a sentence, and its value."""

    first: int
    last: int
    n: int


@cache
def _small() -> dict[str, int]:
    raw = seeds.toml("words/numbers.toml")
    return {**raw["cardinals"], **raw["tens"]}


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of `seeds/words/counting.toml`."""

    cues: dict[str, Counted]
    people: frozenset[str]
    types: dict[str, tuple[Counted, ...]]
    units: frozenset[str]
    money: frozenset[str]
    ballots: frozenset[str]
    voting: frozenset[str]
    multiples: dict[str, int]


@cache
def _words() -> _Words:
    raw = seeds.toml("words/counting.toml")
    cues: dict[str, Counted] = {}
    kinds: tuple[Counted, ...] = ("for", "against", "abstained", "signatories", "attendance", "votes")
    for counted in kinds:
        for word in raw[counted]:
            cues.setdefault(word, counted)
    return _Words(
        cues=cues,
        people=frozenset(raw["people"]) | frozenset(word + "s" for word in raw["people"]),
        types={name: tuple(kinds) for name, kinds in raw["types"].items()},
        units=frozenset(raw["units"]),
        money=frozenset(raw["money"]),
        ballots=frozenset(raw["ballots"]),
        voting=frozenset(raw["voting"]),
        multiples=raw["multiples"],
    )


def numbers(line: Line, low: int = 0, high: int | None = None) -> Iterator[Number]:
    """Whole numbers in digits or words from a word on, up to another; no money, shares, spans of time or years."""
    index, end = low, len(line) if high is None else min(high, len(line))
    while index < end:
        value, after = _number_at(line, index)
        if value is None:
            index += 1
            continue
        money = line.word(index - 1) in _words().money or line.word(after) in _words().units
        year = (
            after == index + 1
            and 1900 <= value <= 2100
            and line.tags[index] == "number"
            and "," not in line.words[index]
        )
        if not money and not year:
            yield Number(index, after - 1, value)
        index = after


def _number_at(line: Line, index: int) -> tuple[int | None, int]:
    word = line.words[index]
    plain = word.replace(",", "")
    value: int | None = None
    if plain.isascii() and plain.isdigit() and len(plain) < 10:
        value = int(plain)
    elif line.raw[index].islower() or index == 0 or line.raw[index].istitle():
        value = _small().get(word)
        if value is None and "-" in word:
            tens, _, ones = word.partition("-")
            pair = (_small().get(tens), _small().get(ones))
            value = None if None in pair or (pair[0] or 0) < 20 else (pair[0] or 0) + (pair[1] or 0)
    after = index + 1
    if value is not None and line.word(after) in _words().multiples:
        value *= _words().multiples[line.word(after)]
        after += 1
    elif value is None and word in ("a", "several") and line.word(after) in ("hundred", "thousand") and word == "a":
        value, after = _words().multiples[line.word(after)], after + 1
    return value, after


def counts_in(line: Line, event_type: str, outcome: Outcome | None) -> tuple[Count, ...]:
    """Counts that a sentence tells of an event of a type; `outcome` says which side won."""
    allowed = _words().types.get(event_type, ())
    if not allowed:
        return ()
    found: dict[tuple[int, Counted], Count] = {}
    if "for" in allowed or "votes" in allowed:
        voted = (tally for tally in tallies(line) if _of_voting(line, tally.at))
        for count in (count for tally in voted for count in _sided(tally, outcome)):
            told = count if "for" in allowed else replace(count, counted="votes")
            found.setdefault((told.n, told.counted), told)
    taken = {count.start for count in found.values()}
    for number in numbers(line):
        if line.starts[number.first] in taken:
            continue
        counted = _counted(line, number, allowed)
        if counted is not None:
            count = Count(start=line.starts[number.first], end=line.ends[number.last], n=number.n, counted=counted)
            found.setdefault((count.n, counted), count)
    return tuple(sorted(found.values(), key=lambda count: (count.start, count.counted)))


class Tally(NamedTuple):
    """Two numbers set against each other from a word on, and where each stands in the text."""

    at: int
    left: int
    right: int
    left_span: tuple[int, int]
    right_span: tuple[int, int]


def tallies(line: Line, low: int = 0, high: int | None = None) -> Iterator[Tally]:
    """Numbers set against each other among some words: "214-209", "311 votes to 224", "233 to 207", "six to three"."""
    for index, word in enumerate(line.words[low:high], low):
        left, dash, right = word.partition("-")
        if dash and word.isascii() and left.isdigit() and right.isdigit() and len(word) < 12:
            start, end = line.starts[index], line.ends[index]
            middle = start + len(left)
            yield Tally(index, int(left), int(right), (start, middle), (middle + 1, end))
    for one, other in pairwise(numbers(line, low, high)):
        between = line.words[one.last + 1 : other.first]
        joined = between in (["to"], ["votes", "to"], ["against"], ["-"], ["votes", "against"], ["ayes", "to"]) or (
            len(between) == 3 and between[0] in ("mps", "members", "peers") and between[-1] == "to"
        )
        if joined:
            spans = [(line.starts[number.first], line.ends[number.last]) for number in (one, other)]
            yield Tally(one.first, one.n, other.n, spans[0], spans[1])


def _of_voting(line: Line, index: int) -> bool:
    return not _words().voting.isdisjoint(line.words[max(index - FAR, 0) : index + FAR])


def _sided(tally: Tally, outcome: Outcome | None) -> Iterator[Count]:
    """The winner's number belongs to the side that the outcome says won; with none told, the first is for."""
    sides: tuple[Counted, Counted] = ("for", "against")
    if outcome == "rejected" and tally.left > tally.right:
        sides = ("against", "for")
    yield Count(start=tally.left_span[0], end=tally.left_span[1], n=tally.left, counted=sides[0])
    yield Count(start=tally.right_span[0], end=tally.right_span[1], n=tally.right, counted=sides[1])


def _counted(line: Line, number: Number, allowed: tuple[Counted, ...]) -> Counted | None:
    """What a number counts: the first cue after it, over people; or a cue right before it ("attended by 300")."""
    people = _words().people
    after = _whole_of(line, number.last + 1) if number.n > 1 else number.last + 1  # "one of the 67 who signed"
    part, whole = after > number.last + 1, _is_whole(line, number.first)
    counted, someone = _cue_after(line, after, allowed)
    if counted is not None:
        # of "141 of the 260 votes" the whole is what was cast, of "19 of its 30 members opposed it" the part counts
        return counted if (counted == "votes") == whole or not (part or whole) else None
    before = line.words[max(number.first - 4, 0) : number.first]
    if "by" in before and "attended" in before and "attendance" in allowed:
        return "attendance"
    if "signed" in before and "by" in before and "signatories" in allowed:
        return "signatories"
    if "people" in allowed and number.n > 1 and _of_people(line, number):
        return "people"
    alone = allowed == ("attendance",) and not (part or whole)
    return "attendance" if alone and someone and number.n >= 20 and line.word(after) in people else None


def _cue_after(line: Line, after: int, allowed: tuple[Counted, ...]) -> tuple[Counted | None, bool]:
    """What the first cue behind a number says that it counts, and whether people stand between."""
    someone = False
    for index in range(after, min(after + FAR, len(line))):
        word = line.words[index]
        stop = line.tags[index] == "stop" and word not in ("-", "'")
        if stop or line.tags[index] in ("number", "subordinator"):
            break
        counted = _words().cues.get(word)
        near = someone or index <= after + 2
        if counted in allowed and near and word != "no" and (word != "for" or _is_for(line, index)):
            return counted, someone
        someone = someone or word in _words().people
    return None, someone


def _whole_of(line: Line, at: int) -> int:
    """The word after the whole that a number is a part of, else the word given.

    "26 of its 36 members opposed it", "nine of the council's 15 members".
    """
    if line.word(at) != "of" or line.tag(at + 1) not in ("determiner", "pronoun", "word"):
        return at
    whole = next((k for k in range(at + 2, at + 6) if line.tag(k) == "number"), at)
    return whole + 1 if line.tag(whole - 1) in ("determiner", "pronoun", "possessive") else at


def _is_whole(line: Line, first: int) -> bool:
    """Whether another number is said to be a part of the one that starts at a word."""
    of = next((k for k in range(first - 2, max(first - 6, 0), -1) if line.words[k] == "of"), 0)
    parted = line.tag(of - 1) == "number" and line.word(of - 1) not in ("one", "1")
    return parted and _whole_of(line, of) == first + 1


def _of_people(line: Line, number: Number) -> bool:
    """Whether a number stands in a noun phrase of people: "five other barristers", "34 Labour MPs"."""
    people = _words().people
    for index in range(number.last + 1, min(number.last + 5, len(line))):
        if line.words[index] in people:
            return line.words[index] not in _words().ballots
        if line.tags[index] not in ("word", "ed", "ing") and line.words[index] != "more":
            return False
    return False


def _is_for(line: Line, index: int) -> bool:
    """Whether "for" means in favour: after a verb of voting or right after the number, before no purpose."""
    return line.word(index - 1) in ("voted", "vote", "votes", "voting") or line.tag(index - 1) == "number"
