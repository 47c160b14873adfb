"""Who is named beside an event and has no part in it, or another one than their place would say: as a table."""

import pytest
from written import events_of

TOLD = [
    # who speaks, and who stands before what says of what an inquiry is
    ("Tom Hale, a lawyer for Thorne Bank, said that no inquiry was held.", "inquiry", set()),
    (
        "Tom Hale has urged the council to hold an inquiry into the floods.",
        "inquiry",
        {"supporter Tom Hale", "body council"},
    ),
    # of what a text is, it is not made there
    ("The Harbour Institute published a report on Leeds on Monday.", "report", {"actor Harbour Institute"}),
    (
        "The Harbour Institute published a report on Norway.",
        "report",
        {"actor Harbour Institute", "target Norway"},
    ),
    # another clause behind a comma
    (
        "Responding to the report today, Vale Power chairman Tom Hale told residents that it was wrong.",
        "report",
        set(),
    ),
    ("In a 30-minute meeting, Tom Hale told Jo Vale that the bank would wait.", "meeting", {"actor Tom Hale"}),
    (
        "Talks in Leeds involving the minister, Tom Hale, and the Harbour Union ended on Friday.",
        "meeting",
        {"venue Leeds", "actor Tom Hale", "actor Harbour Union"},
    ),
    # whose deed it is, and to whom it is done
    (
        "President Tom Hale's nomination of Ann Orme to replace Jo Vale was sent to the Senate.",
        "appointment",
        {"actor Tom Hale", "target Ann Orme", "body Senate"},
    ),
    ("The board's dismissal of Ann Orme surprised staff.", "expulsion", {"body board", "target Ann Orme"}),
    ("Ann Orme's dismissal was announced on Monday.", "expulsion", {"target Ann Orme"}),
    (
        "The inquiry was set up in 2016, following a campaign by the Harbour Union.",
        "inquiry",
        set(),
    ),
    ("Tom Hale has been arrested a dozen times during protests.", "protest", set()),
    ("A former Harbour Bank executive was appointed on Monday.", "appointment", {"target Harbour Bank executive"}),
    ("A council member quits the Green Party.", "resignation", {"actor council member", "body Green Party"}),
    ("A spokesman of Orme Corp ruled out an appeal.", "ruling", set()),
    (
        "The Law Society has written to all peers urging them to wait and has taken out an advertisement in the Times.",
        "advert",
        {"actor Law Society", "venue Times"},
    ),
    ("A report of Tom Hale's absence was published on Monday.", "report", set()),
    ('Tom Hale called the latest court ruling "outrageous".', "ruling", {"body court"}),
    (
        "The newspaper published a letter from the teachers to Ann Orme.",
        "letter",
        {"venue newspaper", "actor teachers", "target Ann Orme"},
    ),
    (
        "Tom Hale will testify before a congressional committee and one of his relatives sought to help.",
        "meeting",
        {"actor Tom Hale", "body congressional committee"},
    ),
    ("Striking dock workers clashed with police.", "protest", {"actor dock workers"}),
    (
        "Tom Hale asked her to condemn the attempt to censure Ann Orme.",
        "motion",
        {"target Ann Orme"},
    ),
    (
        "The rally was held outside the head office of the Green Party.",
        "protest",
        {"venue head office of the Green Party"},
    ),
    ("The letter was signed by rebels in the Green Party.", "letter", {"actor rebels"}),
    (
        "Orme Corp obtained a court order against Tom Hale.",
        "ruling",
        {"actor Orme Corp", "body court", "target Tom Hale"},
    ),
    # whom an election is for
    ("Heavy losses for the Green Party in the state elections led to a row.", "election", set()),
    ("Elections for the city council will be held in May.", "election", {"body city council"}),
]


@pytest.mark.parametrize(("text", "event_type", "expected"), TOLD, ids=[text for text, _, _ in TOLD])
def test_who_takes_part(text: str, event_type: str, expected: set[str]) -> None:
    _, events = events_of(text)
    told = {f"{role.role} {role.name}" for event in events if event.event_type == event_type for role in event.roles}
    assert told == expected
