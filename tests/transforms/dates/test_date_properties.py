"""What holds for any text."""

import random
import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from transforms.dates import DateSettings, find_timexes
from transforms.dates.recognise import expand
from transforms.dates.rules import ENGLISH
from transforms.dates.rules.rule import Rule

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
WORDS = [example.replace("[", "").replace("]", "") for rule in ENGLISH for example, _ in rule.examples]
SIGNS = st.sampled_from(["’s ", "“", "”", " – ", "\N{NO-BREAK SPACE}", ". ", "\n\n"])
PIECES = st.one_of(st.sampled_from(WORDS), st.text(max_size=12), SIGNS)
TEXTS = st.lists(PIECES, max_size=12).map(" ".join)
RELATIVE = [
    "yesterday", "last week", "next month", "last year", "two weeks ago", "three months ago", "last Friday", "tonight",
    "a few weeks ago", "earlier this week", "next quarter", "last summer", "this weekend", "last Christmas",
    "on May 21", "last April", "April 5 last year", "on Friday", "next Wednesday", "the last week of last month",
    "over the past two months", "this decade", "15 months ago", "in the week of March 6", "on Friday, May 21",
    "by Easter", "in the next 18 months", "in the third quarter", "on February 29", "at 3 p.m. on May 4",
    "on the Monday after 1 May", "on 8/8", "on the Friday after next", "on the 5th of next month",
    "in the last week of September", "in the past decade", "two years ago",
]  # fmt: skip


@given(TEXTS, st.none() | DAYS)
def test_spans_lie_in_the_text_in_order_and_intervals_are_ordered(text: str, published: date | None) -> None:
    end = 0
    for timex in find_timexes(text, published=published):
        assert end <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.text
        assert timex.earliest is None or timex.latest is None or timex.earliest <= timex.latest
        end = timex.end


@example("She left this time last year after a half-an-hour delay S‘", date(2000, 1, 1))
@given(TEXTS, DAYS)
def test_typographic_signs_change_no_span(text: str, published: date) -> None:
    plain = text.translate(str.maketrans("’‘“”–\u00a0", "''\"\"- "))
    spans = [(timex.start, timex.end, timex.value) for timex in find_timexes(text, published=published)]
    assert spans == [(timex.start, timex.end, timex.value) for timex in find_timexes(plain, published=published)]


@pytest.mark.parametrize("words", RELATIVE)
@given(published=DAYS)
def test_offsets_hold_whatever_the_day_of_publication(words: str, published: date) -> None:
    text = f"It was decided {words}."
    (timex,) = find_timexes(text, published=published)
    (blind,) = find_timexes(text, published=None)
    assert (blind.earliest, blind.latest) == (None, None)
    assert (blind.offset_earliest, blind.offset_latest) == (timex.offset_earliest, timex.offset_latest)
    for day in (timex.earliest, timex.latest):
        assert day is not None
        assert timex.offset_earliest is not None
        assert timex.offset_latest is not None
        assert timex.offset_earliest <= (day - published).days <= timex.offset_latest


@given(DAYS, st.integers(-2000, 2000))
def test_a_shifted_day_of_publication_shifts_what_is_counted_in_days(published: date, days: int) -> None:
    text = "He left 10 days ago and came back yesterday."
    here = find_timexes(text, published=published)
    there = find_timexes(text, published=published + timedelta(days=days))
    for one, other in zip(here, there, strict=True):
        assert one.earliest is not None
        assert other.earliest == one.earliest + timedelta(days=days)


@pytest.mark.parametrize("rule", ENGLISH, ids=lambda rule: rule.name)
@settings(max_examples=8)
@given(data=st.data(), published=DAYS)
def test_whatever_a_pattern_matches_is_read(rule: Rule, data: st.DataObject, published: date) -> None:
    words = data.draw(
        st.from_regex(re.compile(expand(rule.pattern, named=False), re.ASCII | re.IGNORECASE), fullmatch=True)
    )
    for text in (words, f"In 490 BC and on 3 May 1914; in {words}."):
        for mode in ("news", "narrative"):
            find_timexes(text, published=published, settings=DateSettings(language="en", mode=mode))


@pytest.mark.parametrize("day", [date.min, date(4, 2, 29), date.max])
def test_the_ends_of_the_calendar_raise_nothing(day: date) -> None:
    find_timexes(" ; ".join(WORDS), published=day)
    find_timexes(" ; ".join(WORDS), published=day, settings=DateSettings(mode="narrative", week_start=7))


@pytest.mark.parametrize(
    "unit",
    [
        "7",
        "1 ",
        "2019-",
        "May ",
        "last ",
        "the ",
        "\U0001f5d3",
        "ש",
        "אתמול ",
        " ",
        "\n",
        "a",
        "Friday,",
        "12:",
        "'99",
        "one ",
        "\ud83d",
    ],
)
def test_long_monotonous_text_is_read(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    found = find_timexes(text, published=date(2019, 4, 10))
    assert all(timex.end <= len(text) for timex in found)


@pytest.mark.soak
@pytest.mark.parametrize("unit", ["7", "2019-", "\U0001f5d3", "אתמול ", " ", "May ", "one "])
def test_a_megabyte_of_anything_is_read(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    assert all(timex.end <= len(text) for timex in find_timexes(text, published=date(2019, 4, 10)))


def test_results_do_not_depend_on_what_was_read_before() -> None:
    order = list(WORDS)
    first = {text: find_timexes(text, published=date(2019, 4, 10)) for text in order}
    random.Random(3).shuffle(order)
    assert all(find_timexes(text, published=date(2019, 4, 10)) == first[text] for text in order)
