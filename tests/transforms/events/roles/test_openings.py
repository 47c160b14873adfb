"""Who writes a letter that opens its sentence, and where the list of those it goes to ends."""

import pytest
from written import roles_of

OPENED = [
    (
        "In a letter to Thorne Chairman Tom Hale, Norling and Vale members Ben Quill and Ann Orme said they were glad.",
        {("target", "Tom Hale"), ("actor", "Norling"), ("actor", "Ben Quill"), ("actor", "Ann Orme")},
    ),
    (
        "In a letter to Tom Hale, Ben Quill and Ann Orme, the council asked for help.",
        {("target", "Tom Hale"), ("target", "Ben Quill"), ("target", "Ann Orme"), ("actor", "council")},
    ),
    (
        "In a letter calling for a special sitting, Northland accused Westland of waste.",
        {("actor", "Northland"), ("target", "Westland")},
    ),
]


@pytest.mark.parametrize(("text", "roles"), OPENED)
def test_what_opens_a_sentence_ends_at_its_comma(text: str, roles: set[tuple[str, str]]) -> None:
    assert roles_of(text) == [roles]
