"""Words and numbers that look like time and are not, by the kind of mistake they invite."""

from datetime import date

import pytest

from transforms.dates import DateSettings, find_timexes

FRIENDS = {
    "modal verb": ["They may resign and they may not.", "May I speak?", "It may rain."],
    "person": ["Mrs May lost her voice.", "Theresa May resigned.", "April Jones spoke.", "Mr August shrugged."],
    "verb or noun": [
        "The march on London.",
        "They march for peace.",
        "Soldiers march on.",
        "The fall of the wall.",
        "A spring broke.",
    ],
    "short weekday": ["The cat sat on it.", "Rain and sun.", "We wed young.", "A mon ami note."],
    "ordinal": ["He came second.", "The second man spoke.", "A third of members left.", "Two thirds agreed."],
    "paper": ["The Sunday Times said so.", "the Daily Mail wrote", "the Daily Mirror asked"],
    "label": [
        "Section 28 was repealed.",
        "See page 1999.",
        "Agenda 2010 split them.",
        "Flight 1549 landed.",
        "Room 2001 was locked.",
    ],
    "count": [
        "About 1900 people came.",
        "More than 2000 votes were cast.",
        "1,997 members signed.",
        "2000 delegates met.",
    ],
    "money": ["It cost $1999.", "They paid £1,984.", "Worth €2010 each.", "$12.50 was paid."],
    "score": ["They won 214-209.", "It ended 3-2.", "A 6-4 ruling.", "The vote was 12-10."],
    "fraction and rate": ["Up 1990.5 points.", "A share of 12/15.", "The index fell 1987.40 points."],
    "age": ["A 24-year-old man.", "He is 30 years old."],
    "title": ['He spoke on "This Week".', "She was on ''Ten Minutes.''", "They sang “The Day After Tomorrow”."],
    "address": ["Ring 01228 2019 44.", "192.168.20.19", "version 1.2.30.4"],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FRIENDS.items() for text in texts])
def test_false_friend_is_no_time(kind: str, text: str) -> None:
    found = find_timexes(text, published=date(2019, 4, 10), settings=DateSettings(language="en"))
    assert [(timex.text, timex.rule) for timex in found] == [], kind
