"""Stance and days of a meeting told between commas, on Tuesday 12 March 2024, by what is told of those who meet."""

import pytest
from written import events_of

TOLD = [
    ("Bishops, meeting in York on Friday, agreed to sell the hall.", "asserted", "2024-03-08"),
    ("Bishops, meeting in York on Friday, have agreed to sell the hall.", "asserted", "2024-03-08"),
    ("Bishops, meeting in York on Friday, said that the hall would be sold.", "asserted", "2024-03-08"),
    ("Bishops, meeting in York on Monday, are expected to sell the hall.", "planned", "2024-03-18"),
    ("Bishops, meeting in York on Thursday, will be asked to sell the hall.", "planned", "2024-03-14"),
    ("The growers' congress, meeting in York on Thursday, is being boycotted by clerks.", "planned", "2024-03-14"),
]


@pytest.mark.parametrize(("text", "modality", "day"), TOLD)
def test_those_who_meet(text: str, modality: str, day: str) -> None:
    _, events = events_of(text)
    (meeting,) = [event for event in events if event.event_type == "meeting"]
    assert (meeting.modality, str(meeting.earliest), str(meeting.latest)) == (modality, day, day)
