"""One deed in other tenses, voices and orders than the past that its trigger is tied to."""

import pytest
from written import events_of

TOLD = [
    # behind a modal, or what plans, refuses or asks for it
    ("The council will call in the auditors on Monday.", "inquiry", "planned"),
    ("The council is to call in the auditors.", "inquiry", "planned"),
    ("The council plans to call in the auditors.", "inquiry", "planned"),
    ("The council may call in the auditors.", "inquiry", "possible"),
    ("The council has threatened to call in the auditors.", "inquiry", "possible"),
    ("The council did not call in the auditors.", "inquiry", "negated"),
    ("The council refused to call in the auditors.", "inquiry", "negated"),
    ("The council is calling in the auditors.", "inquiry", "asserted"),
    # in the passive, with who does it behind "by"
    ("The refusal was overturned by a planning inspector.", "ruling", "asserted"),
    ("The harbour bill was passed by the lower house on Monday.", "bill", "asserted"),
    ("Finance director Ann Orme is expected to be ditched on Thursday.", "expulsion", "planned"),
    # behind what stands between commas
    ("The lower house, which sits in Hull, passed a reform of the levy on Monday.", "bill", "asserted"),
]
NOT_TOLD = [
    ("The accord would be agreed to by Friday.", "vote"),
    ("The council has to call in at the office.", "inquiry"),
]


@pytest.mark.parametrize(("text", "event_type", "modality"), TOLD)
def test_told(text: str, event_type: str, modality: str) -> None:
    _, events = events_of(text)
    assert modality in [event.modality for event in events if event.event_type == event_type]


@pytest.mark.parametrize(("text", "event_type"), NOT_TOLD)
def test_not_told(text: str, event_type: str) -> None:
    _, events = events_of(text)
    assert event_type not in [event.event_type for event in events]
