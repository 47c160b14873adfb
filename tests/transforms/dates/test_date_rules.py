"""Every rule shows what it finds and what it leaves alone."""

import re
from dataclasses import replace
from datetime import date

import pytest

from transforms.dates import DateSettings, find_timexes
from transforms.dates.rules import ENGLISH
from transforms.dates.rules.rule import Rule
from transforms.dates.vocabulary import fragments
from transforms.records import Timex

PUBLISHED = date(2019, 4, 10)
EXAMPLES = [(rule, *example) for rule in ENGLISH for example in rule.examples]
COUNTERS = [(rule, counter) for rule in ENGLISH for counter in rule.counters]


def named(value: object) -> str | None:
    return value.name if isinstance(value, Rule) else None


def found_by(rule: Rule, text: str) -> list[Timex]:
    settings = DateSettings(language="en", mode=rule.mode or "news")
    return [timex for timex in find_timexes(text, published=PUBLISHED, settings=settings) if timex.rule == rule.name]


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    spans: list[tuple[int, int]] = []
    text = ""
    for piece in re.split(r"(\[[^]]*\])", marked):
        words = piece.strip("[]")
        if words != piece:
            spans.append((len(text), len(text) + len(words)))
        text += words
    return text, spans


@pytest.mark.parametrize(("rule", "marked", "value"), EXAMPLES, ids=named)
def test_example_is_found_and_valued(rule: Rule, marked: str, value: str) -> None:
    text, spans = unmark(marked)
    found = found_by(rule, text)
    assert [(timex.start, timex.end) for timex in found] == spans
    assert " ".join(timex.value for timex in found) == value


@pytest.mark.parametrize("blank", ["\n", "\t"], ids=["line", "tab"])
@pytest.mark.parametrize("text", sorted({unmark(marked)[0] for _, marked, _ in EXAMPLES}))
def test_words_are_read_across_lines(text: str, blank: str) -> None:
    broken = find_timexes(text.replace(" ", blank), published=PUBLISHED)
    assert [replace(timex, text=timex.text.replace(blank, " ")) for timex in broken] == find_timexes(
        text, published=PUBLISHED
    )


def test_words_are_not_read_across_paragraphs() -> None:
    found = find_timexes("It will be soon, at the end of\n\nMarch was cold.", published=PUBLISHED)
    assert [timex.text for timex in found] == ["March"]


@pytest.mark.parametrize(("rule", "text"), COUNTERS, ids=named)
def test_counter_example_is_left_alone(rule: Rule, text: str) -> None:
    assert found_by(rule, text) == []


def test_every_pattern_is_in_lower_case() -> None:
    capital = re.compile(r"(?<!\\)(?<!\(\?)[A-Z]")
    patterns = {rule.name: rule.pattern for rule in ENGLISH} | fragments()
    assert [name for name, pattern in patterns.items() if capital.search(pattern)] == []


def test_every_rule_has_its_own_name_and_an_example() -> None:
    names = [rule.name for rule in ENGLISH]
    assert len(set(names)) == len(names)
    assert [rule.name for rule in ENGLISH if not rule.examples] == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ministers, the vote on Thursday, and the budget.", "2019-04-11"),
        ("Ministers will meet after the vote on Tuesday.", "2019-04-09"),
        ("Ministers will meet on Monday.", "2019-04-15"),
        ("Ministers met on Thursday.", "2019-04-04"),
    ],
)
def test_weekday_beside_the_day_of_publication_is_the_near_one(text: str, day: str) -> None:
    assert [timex.value for timex in find_timexes(text, published=PUBLISHED)] == [day]
