"""Subjects that a sentence tells more of: by examples, by where they sit, by an aside."""

import pytest
from written import roles_of

TOLD = [
    ("Three MPs, including Tom Hale and Ann Orme, signed the letter.", {("actor", "Tom Hale"), ("actor", "Ann Orme")}),
    ("Tempers rose after a court in Thorne issued a warrant for the arrest of Tom Dace.", {("body", "court")}),
    ("Tempers rose after Tom Hale, 58, its treasurer, resigned.", {("actor", "Tom Hale")}),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_does_it(text: str, expected: set[tuple[str, str]]) -> None:
    assert any(expected <= roles for roles in roles_of(text))
