"""The marks in which a wire sets companies: they part no words, and are no part of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import events_of

from transforms.events.tagging import Line, unmarked

TOLD = [
    ("Tom Hale, chairman of Thorne Mills Inc <THM>, resigned.", {("actor", "Tom Hale"), ("body", "Thorne Mills Inc")}),
    ("The board of Thorne Mills Inc <THM.O> rejected a bid.", {("body", "board of Thorne Mills Inc")}),
    ("Thorne Mills Inc <THM> shareholders approved the sale.", {("body", "Thorne Mills Inc shareholders")}),
    ("<Thorne Mills Inc> shareholders approved the sale.", {("body", "Thorne Mills Inc shareholders")}),
    (
        "Sales at Thorne Mills Inc <THM.L> will rise, its head Lord Hale told the annual meeting.",
        {("actor", "Lord Hale"), ("body", "Thorne Mills Inc")},
    ),
    (
        "Tom Hale, president of <Vale Seed Inc>, was elected chairman of Thorne Mills Inc <THM>.",
        {("target", "Tom Hale"), ("body", "Thorne Mills Inc")},
    ),
]


@pytest.mark.parametrize(("text", "roles"), TOLD)
def test_a_ticker_parts_nobody_from_what_they_do(text: str, roles: set[tuple[str, str]]) -> None:
    document, [event] = events_of(text)
    assert {(role.role, role.name) for role in event.roles} == roles
    assert [document.text[start:end] for start, end in event.evidence] == [text]


def test_words_keep_their_place_and_the_sentence_its_marks() -> None:
    text = "<Thorne Inc> and Vale Co <VAL.O> merged."
    line = Line(text, 0, len(text))
    assert line.words == ["thorne", "inc", "and", "vale", "co", "merged", "."]
    assert [text[start:end].lower() for start, end in zip(line.starts, line.ends, strict=True)] == line.words
    assert line.span == (0, len(text))


def test_a_ticker_alone_and_what_names_nobody_stay() -> None:
    assert Line("<THM> said so.", 0, 14).words == ["thm", "said", "so", "."]
    assert Line("a < b and b > c", 0, 15).words == ["a", "<", "b", "and", "b", ">", "c"]


@given(st.text(alphabet="<>AB. c\n", max_size=60))
def test_any_text_keeps_its_words_in_order(text: str) -> None:
    line = Line(text, 0, len(text))
    assert line.starts == sorted(line.starts)
    assert set(unmarked(text)).isdisjoint("<>\n")
