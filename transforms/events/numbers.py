"""Whole numbers of a sentence, and the words that say what numbers count."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import seeds
from transforms.events.lexicon import people
from transforms.events.morphology import forms_of, noun_forms
from transforms.events.tagging import Line, grammar
from transforms.records import Counted


@dataclass(frozen=True, slots=True)
class Number:
    """A number: words `first` to `last` of a sentence, and its value."""

    first: int
    last: int
    n: int


@cache
def _cardinals() -> dict[str, int]:
    raw = seeds.toml("words/numbers.toml")
    return {**raw["cardinals"], **raw["tens"]}


@dataclass(frozen=True, slots=True)
class Counting:
    """Words that say what is counted, forms of verbs among them."""

    cues: dict[str, Counted]
    people: frozenset[str]
    types: dict[str, tuple[Counted, ...]]
    units: frozenset[str]
    money: frozenset[str]
    ballots: frozenset[str]
    voting: frozenset[str]
    multiples: dict[str, int]
    approximately: frozenset[str]
    harm: frozenset[str]
    harmed: frozenset[str]
    having: frozenset[str]
    bodies: frozenset[str]
    signing: frozenset[str]
    signed: frozenset[str]
    rejecting: frozenset[str]
    siding: frozenset[str]
    behind: frozenset[str]
    done: frozenset[str]
    gatherings: frozenset[str]
    measures: frozenset[str]
    cast: frozenset[str]
    margins: frozenset[str]
    held: frozenset[str]
    describing: frozenset[str]
    judging: frozenset[str]
    wanting: frozenset[str]
    ratios: frozenset[str]
    stoppages: frozenset[str]


@cache
def counting() -> Counting:
    """The words of `seeds/words/counting.toml`."""
    raw = seeds.toml("words/counting.toml")
    cues: dict[str, Counted] = {}
    kinds: tuple[Counted, ...] = ("for", "against", "abstained", "signatories", "attendance", "votes")
    for counted in kinds:
        for word in raw[counted]:
            cues.setdefault(word, counted)
    return Counting(
        cues=cues,
        people=frozenset(word for word in people() if word not in grammar().closed)
        | {form for word in raw["people"] for form in noun_forms(word)},
        types={name: tuple(kinds) for name, kinds in raw["types"].items()},
        units=frozenset(raw["units"]),
        money=frozenset(raw["money"]),
        ballots=frozenset(raw["ballots"]),
        voting=frozenset(raw["voting"]),
        multiples=raw["multiples"],
        approximately=frozenset(raw["approximately"]),
        harm=frozenset(raw["harm"]),
        harmed=forms_of(raw["harming"]),
        having=forms_of(raw["having"]),
        bodies=frozenset(raw["bodies"]),
        signing=forms_of(raw["signing"]),
        signed=frozenset(raw["signed"]),
        rejecting=frozenset(raw["rejecting"]),
        siding=forms_of(raw["siding"]),
        behind=frozenset(raw["behind"]),
        done=frozenset(raw["done"]),
        gatherings=frozenset(raw["gatherings"]),
        measures=frozenset(raw["measures"]),
        cast=frozenset(raw["cast"]),
        margins=frozenset(raw["margins"]),
        held=forms_of(raw["held"]),
        describing=frozenset(raw["describing"]),
        judging=frozenset(raw["judging"]),
        wanting=frozenset(raw["wanting"]),
        ratios=frozenset(raw["ratios"]),
        stoppages=frozenset(raw["stoppages"]),
    )


def numbers(line: Line, low: int = 0, high: int | None = None) -> Iterator[Number]:
    """Whole numbers in digits or words from a word on, up to another; no money, shares, spans of time or years."""
    index, end = low, len(line) if high is None else min(high, len(line))
    while index < end:
        if not _may_be_number(line.words[index]):
            index += 1
            continue
        value, after = _number_at(line, index)
        if value is None:
            index += 1
            continue
        money = line.word(index - 1) in counting().money or line.word(after) in counting().units
        year = (
            after == index + 1
            and 1900 <= value <= 2100
            and line.tags[index] == "number"
            and "," not in line.words[index]
        )
        if not money and not year:
            yield Number(index, after - 1, value)
        index = after


@lru_cache(maxsize=1 << 14)
def _may_be_number(word: str) -> bool:
    """Whether a word can be one of a number, which most are not: figures, words for them, and "a" before "dozen"."""
    return word == "a" or word in _cardinals() or "-" in word or any(char.isdigit() for char in word)


def _number_at(line: Line, index: int) -> tuple[int | None, int]:
    word = line.words[index]
    plain = word.replace(",", "")
    value: int | None = None
    if "." in plain:
        return _decimal(line, index, plain)
    if plain.isascii() and plain.isdigit() and len(plain) < 10:
        value = int(plain)
    elif line.raw[index].islower() or index == 0 or line.raw[index].istitle():
        value = _cardinals().get(word)
        if value is None and "-" in word:
            tens, _, ones = word.partition("-")
            pair = (_cardinals().get(tens), _cardinals().get(ones))
            value = None if None in pair or (pair[0] or 0) < 20 else (pair[0] or 0) + (pair[1] or 0)
    after = index + 1
    if value is not None and line.word(after) in counting().multiples:
        value *= counting().multiples[line.word(after)]
        after += 1
    elif value is None and word == "a" and line.word(after) in counting().multiples:
        value, after = counting().multiples[line.word(after)], after + 1
    return value, after


def _decimal(line: Line, index: int, plain: str) -> tuple[int | None, int]:
    """A number like that of "1.2 million", if it is whole."""
    whole, _, part = plain.partition(".")
    if len(plain) < 10 and plain.isascii() and whole.isdigit() and part.isdigit():
        times = counting().multiples.get(line.word(index + 1), 0) * int(whole + part)
        exact, rest = divmod(times, 10 ** len(part))
        if exact and not rest:
            return exact, index + 2
    return None, index + 1
