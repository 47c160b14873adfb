"""Publication stamps of inputs: as precise as they are written."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from transforms.readers.days import published


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2019-07-18", "2019-07-18", "2019-07-18"),
        ("2019-7-8", "2019-07-08", "2019-07-08"),
        ("2019-07", "2019-07-01", "2019-07-31"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("2019-07-18T23:59:00+01:00", "2019-07-18", "2019-07-18"),
        ("2019-07-18 10:00", "2019-07-18", "2019-07-18"),
        ("20190718", "2019-07-18", "2019-07-18"),
        ("20190718T101500Z", "2019-07-18", "2019-07-18"),
        ("Thu, 18 Jul 2019 10:00:00 GMT", "2019-07-18", "2019-07-18"),
        ("18 July 2019", "2019-07-18", "2019-07-18"),
        ("July 18, 2019", "2019-07-18", "2019-07-18"),
        ("July 2019", "2019-07-01", "2019-07-31"),
        ("18/07/2019", "2019-07-18", "2019-07-18"),
        ("5/7/2019", "2019-05-07", "2019-07-05"),
        ("18. Juli 2019", "2019-07-18", "2019-07-18"),
        (1563408000, "2019-07-18", "2019-07-18"),
        (1563408000000, "2019-07-18", "2019-07-18"),
        (date(2019, 7, 18), "2019-07-18", "2019-07-18"),
    ],
)
def test_stamps(value: object, earliest: str, latest: str) -> None:
    days = published(value, "given")
    assert days is not None
    assert (str(days.earliest), str(days.latest), days.basis) == (earliest, latest, "given")


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2019-07-17T23:30:00Z", "2019-07-18"),
        ("2019-07-17T23:30:00.123+00:00", "2019-07-18"),
        ("2019-07-17T23:30:00-05:00", "2019-07-17"),
        ("2019-07-17T23:30:00", "2019-07-17"),
        ("2019-07-17", "2019-07-17"),
        ("Wed, 17 Jul 2019 23:30:00 GMT", "2019-07-18"),
        ("Wed, 17 Jul 2019 23:30:00 +0200", "2019-07-17"),
        (1563406200, "2019-07-18"),
    ],
)
def test_a_machines_clock_is_read_in_the_zone_of_the_outlet(value: object, day: str) -> None:
    days = published(value, "metadata", ZoneInfo("Europe/London"))
    assert days is not None
    assert str(days.earliest) == str(days.latest) == day


@pytest.mark.parametrize("value", [None, "", " ", "n/a", "Unknown", "NaT"])
def test_nothing_said(value: object) -> None:
    assert published(value, "given") is None


@pytest.mark.parametrize(
    "value",
    [
        "yesterday",
        "2 days ago",
        "Friday",
        "18 July",
        "2019-02-30",
        "2019-13",
        "0019-01-01",
        "soon",
        "x" * 500,
        7,
        -1,
        True,
        float("nan"),
        float("inf"),
        "1e9999",
        [],
        {},
    ],
)
def test_no_days(value: object) -> None:
    with pytest.raises(ValueError, match=r"day|month|range|year"):
        published(value, "given")
