"""Small made-up networks: a few statements about three days that lie within a fortnight."""

from datetime import date
from itertools import product

from hypothesis import strategies as st

from transforms.dates.network.reasons import Statement
from transforms.dates.network.units import Unit
from transforms.dates.pattern import Pattern

BASE = date(2019, 7, 1).toordinal()
HORIZON = 12
VARIABLES = ["a", "b", "c"]


def differences(patterns: bool) -> st.SearchStrategy[list[Statement]]:
    offsets = st.none() | st.integers(-5, 5)
    pattern = st.none() | st.builds(Pattern, weekday=st.integers(0, 6)) if patterns else st.none()
    units: st.SearchStrategy[Unit] = st.sampled_from(["day", "week"]) if patterns else st.just("day")

    def absolute(subject: str, low: int, width: int) -> dict[str, object]:
        return {"subject": subject, "low": BASE + low, "high": BASE + low + width}

    one = st.builds(
        lambda pair, low, width, unit, pattern: {
            "subject": pair[0],
            "origin": pair[1],
            "unit": unit,
            "low": low,
            "high": None if low is None or width is None else low + width,
            "pattern": pattern,
        },
        st.sampled_from([p for p in product(VARIABLES, VARIABLES) if p[0] != p[1]]),
        offsets,
        st.none() | st.integers(0, 4),
        units,
        pattern,
    )
    fixed = st.builds(absolute, st.sampled_from(VARIABLES), st.integers(0, HORIZON - 1), st.integers(0, 6))
    return st.lists(one | fixed, min_size=1, max_size=6).map(
        lambda rows: [Statement(number=n, **row) for n, row in enumerate(rows)]
    )


def bounded(statements: list[Statement]) -> list[Statement]:
    box = [
        Statement(number=100 + n, subject=v, low=BASE, high=BASE + HORIZON, weight=99) for n, v in enumerate(VARIABLES)
    ]
    return statements + box
