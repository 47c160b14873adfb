"""Days and courts of a ruling and of another one on it, read on Tuesday 12 March 2024."""

import pytest
from written import events_of

TOLD = [
    (
        "The tribunal ruled on 4 May 2022 that fees were illegal. That ruling was later overturned by the High Court.",
        [("2022-05-04", "2022-05-04", "tribunal"), ("2022-05-04", "2024-03-12", "High Court")],
    ),
    (
        "The tribunal ruled on 4 May 2022 that fees were illegal. On Monday the ruling was upheld by the High Court.",
        [("2022-05-04", "2022-05-04", "tribunal"), ("2024-03-11", "2024-03-11", "High Court")],
    ),
    (
        "On Monday the High Court upheld the verdict.",
        [(None, "2024-03-11", None), ("2024-03-11", "2024-03-11", "High Court")],
    ),
    (
        "The ruling of the tribunal on Monday could be overturned by the High Court.",
        [("2024-03-11", "2024-03-11", "tribunal"), ("2024-03-12", None, "High Court")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_ruling_and_one_on_it(text: str, expected: list[tuple[str | None, str | None, str | None]]) -> None:
    _, events = events_of(text)
    rulings = [event for event in events if event.event_type == "ruling"]
    found = [
        (
            event.earliest and event.earliest.isoformat(),
            event.latest and event.latest.isoformat(),
            next((role.name for role in event.roles if role.role == "body"), None),
        )
        for event in rulings
    ]
    assert sorted(found, key=str) == sorted(expected, key=str)
