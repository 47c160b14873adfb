"""The calendar network: exact bounds, sound narrowing, contradictions found and named."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_statements import BASE, HORIZON, VARIABLES, bounded, differences

from transforms.dates.network.reasons import Statement
from transforms.dates.network.solver import solve
from transforms.dates.network.units import Pattern, Unit, first_day, index_of, last_day, next_match, previous_match


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def shown(number: int | None) -> str | None:
    return None if number is None else date.fromordinal(number).isoformat()


FRIDAY = Pattern(weekday=4)

WORLDS = {
    "a vote told as passed on the 25th and as 'on Friday' elsewhere": (
        [
            Statement(number=0, subject="p0", low=day("2019-07-25"), high=day("2019-07-25")),
            Statement(number=1, subject="vote", origin="p0", high=0),
            Statement(number=2, subject="vote", origin="p1", low=-6, high=0, pattern=FRIDAY),
        ],
        {"vote": (None, "2019-07-19"), "p1": (None, "2019-07-25")},
    ),
    "last week is a calendar week": (
        [
            Statement(number=0, subject="p", high=day("2019-07-25"), low=day("2019-07-19")),
            Statement(number=1, subject="advert", origin="p", unit="week", low=-1, high=-1),
        ],
        {"advert": ("2019-07-08", "2019-07-21"), "p": ("2019-07-19", "2019-07-25")},
    ),
    "last month": (
        [
            Statement(number=0, subject="p", low=day("2020-03-31"), high=day("2020-03-31")),
            Statement(number=1, subject="x", origin="p", unit="month", low=-1, high=-1),
        ],
        {"x": ("2020-02-01", "2020-02-29")},
    ),
    "29 February of an unknown year": (
        [
            Statement(number=0, subject="x", pattern=Pattern(month=2, day=29)),
            Statement(number=1, subject="x", low=day("2017-01-01"), high=day("2022-01-01")),
        ],
        {"x": ("2020-02-29", "2020-02-29")},
    ),
    "nothing known, nothing invented": (
        [Statement(number=0, subject="x", origin="p", low=-6, high=0, pattern=FRIDAY)],
        {"x": (None, None), "p": (None, None)},
    ),
}


@pytest.mark.parametrize("name", WORLDS)
def test_worlds(name: str) -> None:
    statements, expected = WORLDS[name]
    solution = solve(statements)
    assert not solution.contradictions
    for variable, bounds in expected.items():
        low, high = solution.bounds(variable)
        assert (shown(low), shown(high)) == bounds, variable


def test_a_contradiction_names_the_smallest_set_and_sets_the_least_trusted_aside() -> None:
    statements = [
        Statement(number=0, subject="p", low=BASE, high=BASE, weight=9),
        Statement(number=1, subject="x", origin="p", high=0, weight=1),
        Statement(number=2, subject="x", low=BASE + 5, high=BASE + 9, weight=5),
        Statement(number=3, subject="y", origin="p", low=0, high=3, weight=1),
    ]
    solution = solve(statements)
    assert [([s.number for s in c.statements], c.set_aside.number) for c in solution.contradictions] == [([0, 1, 2], 1)]
    assert solution.bounds("x") == (BASE + 5, BASE + 9)
    assert solution.bounds("y") == (BASE, BASE + 3)


def test_an_endless_cycle_is_a_contradiction_even_with_one_open_side() -> None:
    statements = [
        Statement(number=0, subject="a", low=BASE, weight=9),
        Statement(number=1, subject="b", origin="a", low=1, weight=1),
        Statement(number=2, subject="a", origin="b", low=1, weight=2),
    ]
    solution = solve(statements)
    assert [([s.number for s in c.statements], c.set_aside.number) for c in solution.contradictions] == [([0, 1, 2], 1)]
    assert solution.bounds("a") == (BASE, None)


def test_of_equally_trusted_days_the_majority_stands() -> None:
    told = [BASE, BASE, BASE + 40, BASE]
    statements = [Statement(number=n, subject="x", low=at, high=at) for n, at in enumerate(told)]
    solution = solve(statements)
    assert solution.bounds("x") == (BASE, BASE)
    assert [c.set_aside.number for c in solution.contradictions] == [2]


def holds(statement: Statement, days: dict[str, int]) -> bool:
    value = days[statement.subject]
    if statement.pattern is not None and not statement.pattern.matches(value):
        return False
    if statement.origin is not None:
        value = index_of(statement.unit, value) - index_of(statement.unit, days[statement.origin])
    return (statement.low is None or value >= statement.low) and (statement.high is None or value <= statement.high)


def worlds(statements: list[Statement], low: int, high: int) -> list[dict[str, int]]:
    found = []
    for days in product(range(low, high + 1), repeat=len(VARIABLES)):
        world = dict(zip(VARIABLES, days, strict=True))
        if all(holds(s, world) for s in statements):
            found.append(world)
    return found


@given(differences(patterns=False))
def test_bounds_of_plain_differences_equal_brute_force(statements: list[Statement]) -> None:
    statements = bounded(statements)
    possible = worlds(statements, BASE, BASE + HORIZON)
    solution = solve(statements)
    assert bool(solution.contradictions) == (not possible)
    if possible:
        for variable in VARIABLES:
            days = [world[variable] for world in possible]
            assert solution.bounds(variable) == (min(days), max(days))


@given(differences(patterns=True))
def test_narrowing_never_excludes_a_possible_day(statements: list[Statement]) -> None:
    statements = bounded(statements)
    possible = worlds(statements, BASE, BASE + HORIZON)
    solution = solve(statements)
    if possible:
        assert not solution.contradictions
        for variable in VARIABLES:
            low, high = solution.bounds(variable)
            days = [world[variable] for world in possible]
            assert low is not None
            assert high is not None
            assert low <= min(days)
            assert high >= max(days)


@given(differences(patterns=True), st.randoms(use_true_random=False))
def test_order_of_arrival_does_not_matter(statements: list[Statement], random: object) -> None:
    shuffled = list(statements)
    random.shuffle(shuffled)
    first, second = solve(statements), solve(shuffled)
    assert [c.set_aside for c in first.contradictions] == [c.set_aside for c in second.contradictions]
    assert {v: first.bounds(v) for v in VARIABLES} == {v: second.bounds(v) for v in VARIABLES}


@given(differences(patterns=True))
def test_evidence_never_widens_a_bound(statements: list[Statement]) -> None:
    fewer, more = solve(statements[:-1]), solve(statements)
    if more.contradictions:
        return
    for variable in VARIABLES:
        (low, high), (low_more, high_more) = fewer.bounds(variable), more.bounds(variable)
        assert low is None or (low_more is not None and low_more >= low)
        assert high is None or (high_more is not None and high_more <= high)


@given(st.integers(day("1900-01-01"), day("2100-01-01")), st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_a_day_lies_in_its_unit(at: int, unit: Unit) -> None:
    low, high = first_day(unit, index_of(unit, at)), last_day(unit, index_of(unit, at))
    assert low is not None
    assert high is not None
    assert low <= at <= high
    assert index_of(unit, low) == index_of(unit, high)
    assert index_of(unit, high + 1) == index_of(unit, at) + 1


@given(
    st.integers(day("1900-01-01"), day("2100-01-01")),
    st.builds(
        Pattern,
        weekday=st.none() | st.integers(0, 6),
        month=st.none() | st.integers(1, 12),
        day=st.none() | st.integers(1, 28),
    ),
)
def test_matches_are_the_nearest(at: int, pattern: Pattern) -> None:
    after, before = next_match(at, pattern), previous_match(at, pattern)
    assert after is not None
    assert before is not None
    assert before <= at <= after
    assert pattern.matches(after)
    assert pattern.matches(before)
    assert not any(pattern.matches(d) for d in range(at, min(after, at + 400)))
    assert not any(pattern.matches(d) for d in range(max(before + 1, at - 400), at + 1))


def renamed(statement: Statement, group: int) -> Statement:
    origin = None if statement.origin is None else f"{statement.origin}{group}"
    return replace(
        statement, number=statement.number + 10 * group, subject=f"{statement.subject}{group}", origin=origin
    )


@given(st.lists(differences(patterns=True), min_size=2, max_size=4), differences(patterns=True))
def test_solving_what_changed_again_equals_solving_all(groups: list[list[Statement]], changed: list[Statement]) -> None:
    def world(parts: list[list[Statement]]) -> list[Statement]:
        return [renamed(statement, group) for group, part in enumerate(parts) for statement in part]

    before = solve(world(groups))
    now = world([changed, *groups[1:]])
    again, full = solve(now, before), solve(now)
    assert again.contradictions == full.contradictions
    assert {name: r.chain() for name, r in again.earliest.items()} == {n: r.chain() for n, r in full.earliest.items()}
    assert {name: r.chain() for name, r in again.latest.items()} == {n: r.chain() for n, r in full.latest.items()}


def test_only_what_changed_is_solved_again() -> None:
    kept = Statement(number=0, subject="a", low=BASE, high=BASE)
    before = solve([kept, Statement(number=1, subject="b", low=BASE)])
    again = solve([kept, Statement(number=1, subject="b", low=BASE + 1)], before)
    assert again.earliest["a"] is before.earliest["a"]
    assert again.bounds("b") == (BASE + 1, None)
