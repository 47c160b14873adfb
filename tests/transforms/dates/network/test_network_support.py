"""Where statements are often false, an undated article's day needs a second witness."""

from datetime import date

import pytest
from hypothesis import given
from made_up_statements import VARIABLES, bounded, differences

from transforms.dates.network.reasons import Statement
from transforms.dates.network.solver import solve
from transforms.dates.network.support import supported, unreliable

MONDAY = date(2021, 5, 3).toordinal()


def tells(*events: int) -> list[Statement]:
    """An undated article tells events of known days as past."""
    found: list[Statement] = []
    for event, day in enumerate(events):
        found += [
            Statement(number=2 * event, subject=f"e{event}", low=MONDAY + day, high=MONDAY + day, weight=5),
            Statement(number=2 * event + 1, subject=f"e{event}", origin="paper", high=0, weight=4),
        ]
    return found


@pytest.mark.parametrize(
    ("events", "earliest"),
    [
        ((0, 2, 16), 2),  # one event a fortnight after the others
        ((0, 14, 16), 16),  # two events of nearly one time
        ((16,), 16),  # nothing else to go by
        ((0, 200), 200),  # what leaves half a year open vouches for nothing
    ],
)
def test_an_article_appeared_after_what_two_witnesses_date(events: tuple[int, ...], earliest: int) -> None:
    statements = tells(*events)
    solution, doubted = supported(statements, solve(statements), {"paper"})
    assert solution.bounds("paper") == (MONDAY + earliest, None)
    assert [one.bound.day for one in doubted] == [MONDAY + max(events)] * (earliest != max(events))


def test_one_false_statement_is_one_witness_however_many_articles_it_reaches() -> None:
    statements = [
        *tells(0, 2, 16),
        Statement(number=10, subject="e2", origin="other", high=0, weight=4),
        Statement(number=11, subject="e3", origin="other", low=0, high=0, weight=4),
        Statement(number=12, subject="e3", origin="paper", high=0, weight=4),
    ]
    solution, _ = supported(statements, solve(statements), {"paper", "other"})
    assert solution.bounds("paper") == (MONDAY + 2, None)


def test_contradictions_tell_how_reliable_statements_are() -> None:
    agreed = [Statement(number=number, subject="x", low=MONDAY, high=MONDAY) for number in range(45)]
    false = Statement(number=45, subject="x", low=MONDAY + 1, high=MONDAY + 1)
    assert not unreliable(agreed, solve(agreed))
    assert unreliable([*agreed, false], solve([*agreed, false]))


@given(differences(patterns=True))
def test_a_second_witness_never_narrows(statements: list[Statement]) -> None:
    statements = bounded(statements)
    exact = solve(statements)
    solution, doubted = supported(statements, exact, set(VARIABLES))
    for variable in VARIABLES:
        (low, high), (low_exact, high_exact) = solution.bounds(variable), exact.bounds(variable)
        assert low is not None
        assert high is not None
        assert low_exact is not None
        assert high_exact is not None
        assert low <= low_exact <= high_exact <= high
    if not doubted:
        assert {v: solution.bounds(v) for v in VARIABLES} == {v: exact.bounds(v) for v in VARIABLES}
