"""Numbers told of an event, as a table."""

import pytest

from transforms.events.clauses import Line
from transforms.events.counts import counts_in
from transforms.records import Outcome

TOLD: list[tuple[str, str, Outcome | None, dict[str, int]]] = [
    ("The bill passed in a 217-215 vote.", "vote", "passed", {"for": 217, "against": 215}),
    ("It was rejected by 311 votes to 224.", "motion", "rejected", {"against": 311, "for": 224}),
    ("Peers voted by 229 to 206 to amend it.", "vote", None, {"for": 229, "against": 206}),
    ("The judges ruled by an eight to one majority.", "ruling", None, {"for": 8, "against": 1}),
    (
        "Some 71 members were in favour, 238 were against and 42 abstained.",
        "motion",
        None,
        {"for": 71, "against": 238, "abstained": 42},
    ),
    ("More than 100 party members have signed an open letter.", "letter", None, {"signatories": 100}),
    ("She was one of sixty-seven peers who put their names to it.", "advert", None, {"signatories": 67}),
    ("The petition drew 12,500 signatures.", "petition", None, {"signatories": 12500}),
    ("About 300 people attended the meeting.", "meeting", None, {"attendance": 300}),
    ("A crowd of 4,000 teachers marched through the town.", "protest", None, {"attendance": 4000}),
    ("Two thousand workers joined the strike.", "protest", None, {"attendance": 2000}),
    ("Five other barristers resigned.", "resignation", None, {"people": 5}),
]
NOT_TOLD = [
    ("The vote came after 12 years.", "vote"),
    ("The bill would cost $450 if passed by 2025.", "bill"),
    ("In 2001 members voted for change.", "vote"),
    ("Shares rose 5 pct before the meeting.", "meeting"),
    ("The score was 2-1 at half time.", "motion"),
]


@pytest.mark.parametrize(("text", "event_type", "outcome", "wanted"), TOLD)
def test_told(text: str, event_type: str, outcome: Outcome | None, wanted: dict[str, int]) -> None:
    found = counts_in(Line(text, 0, len(text)), event_type, outcome)
    assert {count.counted: count.n for count in found} == wanted
    assert all(text[count.start : count.end] for count in found)


@pytest.mark.parametrize(("text", "event_type"), NOT_TOLD)
def test_not_told(text: str, event_type: str) -> None:
    assert counts_in(Line(text, 0, len(text)), event_type, None) == ()
