"""What a trigger is done to."""

import pytest

from transforms.events.tagging import Line
from transforms.events.undergoer import cut_short, undergone

DONE_TO = [
    ("The bank sacked its finance director on Monday.", "sacked", "director"),
    ("The bank sacked finance director Ann Orme.", "sacked", "director"),
    ("Finance director Ann Orme was sacked.", "sacked", "director"),
    ("Finance director Ann Orme is expected to be sacked.", "sacked", "director"),
    ("The coach is to be sacked.", "sacked", "coach"),
    ("The finance director was axed.", "axed", "director"),
    ("The club sacked two of its coaches.", "sacked", "coaches"),
    ("Two of the coaches were sacked.", "sacked", "coaches"),
    ("The club kicked its treasurer out.", "kicked", "treasurer"),
    ("The bank sold its branch managers' cars.", "sold", "cars"),
    ("The governor signed a measure restricting gambling.", "signed", "measure"),
]


@pytest.mark.parametrize(("text", "verb", "head"), DONE_TO)
def test_undergone(text: str, verb: str, head: str) -> None:
    line = Line(text, 0, len(text))
    at = line.words.index(verb)
    assert head in undergone(line, at, at, "verb")


@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        ("Harwick coach sacked after six defeats", "sacked", "coach"),
        ("Harwick coach Ann Orme sacked by the board", "sacked", "coach"),
        ("Ms Hale handed over the keys.", "handed", None),
        ("The coach sacked two players.", "sacked", None),
    ],
)
def test_cut_short(text: str, verb: str, head: str | None) -> None:
    line = Line(text, 0, len(text))
    found = cut_short(line, line.words.index(verb))
    assert head in found if head else not found
