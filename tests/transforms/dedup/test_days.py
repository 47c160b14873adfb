from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.dedup.days import Told, best_day, consensus

DAY = date(2021, 5, 1)


def told(earliest, latest, support=1, grain=None):
    bounds = [None if number is None else DAY + timedelta(days=number) for number in (earliest, latest)]
    return Told(earliest=bounds[0], latest=bounds[1], grain=grain, support=support)


@pytest.mark.parametrize(
    ("given_intervals", "expected"),
    [
        ([told(2, 8, grain="week"), told(6, 6, grain="day")], (6, 6, "day")),
        ([told(0, 30, grain="month"), told(None, 12)], (0, 12, "month")),
        ([told(None, 12), told(None, 9)], (None, 9, None)),
        ([told(3, None), told(None, 9)], (3, 9, "week")),
        ([told(1, 1), told(5, 5, support=2), told(0, 6)], (5, 5, "day")),
        ([told(1, 3), told(6, 9)], (1, 3, "weekend")),
        ([told(None, None)], (None, None, None)),
    ],
    ids=[
        "tightest",
        "open side",
        "earliest report",
        "two open sides",
        "by support",
        "first of equals",
        "nothing known",
    ],
)
def test_consensus(given_intervals, expected):
    found = consensus(given_intervals)
    wanted = told(*expected[:2])
    assert (found.earliest, found.latest, found.grain) == (wanted.earliest, wanted.latest, expected[2])


days = st.integers(0, 60)
intervals = st.tuples(st.none() | days, st.none() | days, st.integers(1, 4)).filter(
    lambda i: i[0] is None or i[1] is None or i[0] <= i[1]
)


@given(st.lists(intervals, min_size=1, max_size=6), st.randoms())
def test_consensus_is_in_order_whatever_the_order_of_tellings(raw, chance):
    tellings = [told(*one) for one in raw]
    found = consensus(tellings)
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest
    shuffled = list(tellings)
    chance.shuffle(shuffled)
    assert consensus(shuffled) == found


@given(st.lists(st.integers(0, 20), min_size=2, max_size=6))
def test_overlapping_tellings_give_their_intersection(starts):
    tellings = [told(start, 40 + start) for start in starts]
    found = consensus(tellings)
    assert (found.earliest, found.latest) == (DAY + timedelta(max(starts)), DAY + timedelta(40 + min(starts)))


@pytest.mark.parametrize(("bounds", "middle"), [((0, 0), 0), ((0, 6), 3), ((0, 1), 0), ((None, 3), None)])
def test_best_day_is_the_middle(bounds, middle):
    one = told(*bounds)
    assert best_day(one.earliest, one.latest) == (None if middle is None else DAY + timedelta(middle))
