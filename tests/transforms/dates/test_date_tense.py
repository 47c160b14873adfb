"""Which verbs govern a date."""

import pytest

from transforms.dates.tense import direction

CASES = [
    ("He will succeed Mr. A. B. Crane ", " after the vote.", "future"),
    ("The deal, reached with Corp. lawyers, was signed ", ".", "past"),
    ("It will rise. He resigned ", ".", "past"),
    ("He resigned. It will be held ", ".", "future"),
    ("It had been due to expire ", ".", "past"),
    ("It has been due to expire ", ".", "future"),
    ("It has grown since ", ".", "only past"),
    ("", " is the day.", "nearest"),
]


@pytest.mark.parametrize(("left", "right", "way"), CASES)
def test_verbs_of_the_same_sentence_decide(left: str, right: str, way: str) -> None:
    text = f"{left}1 May{right}".encode()
    assert direction(text, len(left), len(left) + 5) == way
