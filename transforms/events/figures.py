"""Periods that a figure is of, and nothing that was done: "rose 3 pct in 2023", "growth for this year"."""

from dataclasses import dataclass, fields
from functools import cache

import seeds
from transforms.events.clauses import phrase_start
from transforms.events.tagging import VERBAL, Line
from transforms.events.triggers import Hit
from transforms.records import Timex

_PERIODS = frozenset({"year", "half", "quarter", "season", "month", "week"})
_LED = 3
"""Words that lead from a figure to its period: "so far in"."""
_AMOUNT = 6
"""Words of an amount."""
_SUBJECT = 6
"""Words before a verb among which its figure stands."""
_NAMED = 3
"""Words between a period and the figure that it names: "first quarter operating results"."""


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words of `seeds/words/figures.toml`, list by list as they are told there."""

    units: frozenset[str]
    money: frozenset[str]
    shares: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    leading: frozenset[str]
    reaching: frozenset[str]
    counting_up: frozenset[str]
    held_against: frozenset[str]
    documents: frozenset[str]


@cache
def figure_words() -> FigureWords:
    """Words of figures and of their periods."""
    raw = seeds.toml("words/figures.toml")
    return FigureWords(**{field.name: frozenset(raw[field.name]) for field in fields(FigureWords)})


def of_figure(hit: Hit, timex: Timex) -> bool:
    """Whether a year, quarter or month is only that of a figure told beside a trigger."""
    if timex.grain not in _PERIODS:
        return False
    line = hit.line
    first, last = line.at(timex.start), line.at(max(timex.end - 1, timex.start))
    if _compares(line, first):
        return True
    if phrase_start(line, hit.first) <= first <= hit.last:
        return _names_document(hit, first, last) or _before_figure(hit, last)
    return _before_figure(hit, last) or _behind_figure(hit, first)


def _compares(line: Line, first: int) -> bool:
    """Whether a period only stands for what a figure is held against: "higher than in 2022", "up from 2022"."""
    at = first - 1 - (line.word(first - 1) in ("in", "for"))
    if line.word(at) == "than":
        return line.word(at - 1) not in figure_words().counting_up
    return line.word(at) in ("on", "from") and line.word(at - 1) in figure_words().held_against


def _names_document(hit: Hit, first: int, last: int) -> bool:
    """Whether a document is named after the period that it is about: "its 2023 annual report"."""
    if hit.entry.event.family != "publication" or hit.part != "noun" or last >= hit.last:
        return False
    line = hit.line
    named = range(last + 1, hit.last + 1)
    if len(named) > _NAMED or phrase_start(line, hit.last) > first:
        return False
    return not figure_words().documents.isdisjoint(line.words[named.start : named.stop])


def _before_figure(hit: Hit, last: int) -> bool:
    """Whether a period names the figure behind it: "February imports", "last year's deficit"."""
    line = hit.line
    at = last + 1 + (line.tag(last + 1) == "possessive")
    for index in range(at, min(at + _NAMED, len(line))):
        if hit.first <= index <= hit.last or line.tags[index] not in ("word", "ed", "verb"):
            return False
        if line.words[index] in figure_words().nouns:
            return not hit.first <= index + 1 <= hit.last
    return False


def _behind_figure(hit: Hit, first: int) -> bool:
    """Whether a period stands behind its figure: "a deficit for 2023", "fell to 3 pct in February"."""
    line, known = hit.line, figure_words()
    at = first - 1
    while at >= 0 and first - at <= _LED and line.words[at] in known.leading:
        at -= 1
    if at < 0 or hit.first <= at <= hit.last:
        return False
    if line.words[at] in known.nouns:
        return not _is_matter(hit, at)
    if line.tags[at] in VERBAL:  # "sales fell in May", but not "the coalition fell in May"
        told = line.words[max(at - _SUBJECT, 0) : at]
        return line.lemma(at) in known.verbs and not known.nouns.isdisjoint(told)
    return _ends_amount(hit, at)


def _is_matter(hit: Hit, figure: int) -> bool:
    """Whether a figure is what a thing is about, which then has the time: "held talks on prices this year"."""
    line, before = hit.line, phrase_start(hit.line, figure) - 1
    about = hit.last < before and line.word(before) in ("on", "over", "about", "against")
    return about and not any(tag in VERBAL or tag == "stop" for tag in line.tags[hit.last + 1 : before])


def _ends_amount(hit: Hit, at: int) -> bool:
    """Whether an amount that something came to ends at a word: "fell to 3 pct", but not "was fined 3 mln dlrs"."""
    line, known = hit.line, figure_words()
    if line.words[at] in known.shares and line.word(at - 1) in ("a", "per", "the"):
        at -= 2
    start = at
    while start >= 0 and at - start < _AMOUNT and _of_amount(line, start):
        start -= 1
    counted = any(line.tags[index] == "number" for index in range(start + 1, at + 1))
    measured = any(line.words[index] in known.units | known.money for index in range(start + 1, at + 1))
    if not (counted and measured) or start < 0 or hit.first <= start <= hit.last:
        return False
    if line.words[start] == "of" and hit.first <= start - 1 <= hit.last:
        return False  # "a budget of 3 billion dlrs last year"
    return line.words[start] in known.reaching or line.words[start] in known.nouns or line.lemma(start) in known.verbs


def _of_amount(line: Line, at: int) -> bool:
    known = figure_words()
    return line.tags[at] == "number" or line.words[at] in known.units or line.words[at] in known.money
