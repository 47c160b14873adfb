"""Where most statements put a day, and which of two that contradict each other fits that."""

from datetime import date

import pytest

from transforms.dates.network.reasons import Statement
from transforms.dates.network.solver import solve
from transforms.dates.network.votes import fit, places
from transforms.dates.pattern import Pattern

MONDAY = date(2021, 5, 3).toordinal()


def told(number: int, event: str, day: int) -> Statement:
    return Statement(number=number, subject=event, low=day, high=day)


def counted(number: int, event: str, article: str, low: int, high: int) -> Statement:
    return Statement(number=number, subject=event, origin=article, low=low, high=high)


ARTICLE = [
    told(0, "a", MONDAY),
    told(1, "b", MONDAY + 1),
    *(told(number, "c", MONDAY + 2) for number in (2, 6)),
    counted(3, "a", "paper", -6, 0),
    counted(4, "b", "paper", -6, 0),
    counted(5, "c", "paper", -60, -40),
]
"""Two events put the paper within a week of them, a third weeks later."""


def test_a_day_lies_where_most_votes_meet() -> None:
    found = places(ARTICLE)["paper"]
    assert (found.low, found.high, found.votes) == (MONDAY + 1, MONDAY + 6, 2)


@pytest.mark.parametrize(("number", "expected"), [(3, 0), (4, 0), (5, -2)])
def test_what_leaves_no_such_day_does_not_fit(number: int, expected: int) -> None:
    assert fit(next(s for s in ARTICLE if s.number == number), places(ARTICLE)) == expected


def test_a_statement_that_leaves_no_day_at_all_does_not_fit() -> None:
    christmas = Pattern(month=12, day=25)
    never = Statement(number=7, subject="c", origin="paper", low=-60, high=0, pattern=christmas)
    assert fit(never, places([*ARTICLE, never])) < 0


def test_an_article_goes_by_what_most_of_its_events_say() -> None:
    solution = solve(ARTICLE)
    assert [found.set_aside.number for found in solution.contradictions] == [5]
    assert solution.bounds("paper") == (MONDAY + 1, MONDAY + 6)
