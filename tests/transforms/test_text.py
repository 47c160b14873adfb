"""Sentences, what paragraphs are, quotations: tables of examples, and what holds for any text."""

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from seeds import toml
from transforms.text import quotations, sentences, shadow

MESSY = st.text(st.sampled_from(list("aBc .!?\"'“”‘’\n\t-\u00a0…()19é,")) | st.characters(), max_size=300)


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(s.kind, text[s.start : s.end]) for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The vote was lost. Mr. Hale quit.", ["The vote was lost.", "Mr. Hale quit."]),
        ("It closed the last century.The council met.", ["It closed the last century.", "The council met."]),
        ("She told the BBC.The council met.", ["She told the BBC.", "The council met."]),
        ("He lives in the U.S.House leaders met.", ["He lives in the U.S.House leaders met."]),
        ("She said it was over.“We lost,” he said.", ["She said it was over.", "“We lost,” he said."]),
        ('"We lost." She left.', ['"We lost."', "She left."]),
        ('"Why now?" asked Mr Hale. "No idea."', ['"Why now?" asked Mr Hale.', '"No idea."']),
        ("J. B. Orme of the U.S. Senate spoke.", ["J. B. Orme of the U.S. Senate spoke."]),
        ("He flew to the U.S. The vote had passed.", ["He flew to the U.S.", "The vote had passed."]),
        ("He said the U.S. Has no plan.", ["He said the U.S. Has no plan."]),
        ("Brill Corp. The board met.", ["Brill Corp.", "The board met."]),
        ("The answer is no. The vote is off.", ["The answer is no.", "The vote is off."]),
        ("Pier No. 10 is shut.", ["Pier No. 10 is shut."]),
        ("Brill Corp. Chairman Ann Orme left.", ["Brill Corp. Chairman Ann Orme left."]),
        ("Shares rose 1.5 pct. to 20.25 in St. Paul.", ["Shares rose 1.5 pct. to 20.25 in St. Paul."]),
        ("They met at example.org.uk on Friday.", ["They met at example.org.uk on Friday."]),
        ("It passed! Really? Yes...", ["It passed!", "Really?", "Yes..."]),
    ],
)
def test_sentences_end_where_they_should(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_a_newline_is_a_space_where_lines_were_wrapped() -> None:
    text = (
        "UNION CALLS STRIKE\n\n    The dock workers' union said today that it will call a one-day\n"
        "strike at all ports next month after talks with the government\nbroke down over pay.\n"
        "    Union secretary Ann Orme told reporters that the decision had been\ntaken without a vote.\n"
    )
    found = sentences(text)
    assert [s.paragraph for s in found] == [0, 1, 2]
    assert found[0].kind == "headline"
    assert text[found[1].start : found[1].end].startswith("The dock")
    assert text[found[1].start : found[1].end].endswith("over pay.")


def test_kinds_of_paragraphs() -> None:
    text = (
        "Home > News > Politics\nCouncil votes to close library\n\nBy Jane Field, local reporter\n\n"
        "Riverton council has voted to close its library.\n\nimage copyrightTown Hall Pictures\n\n"
        "image captionThe library opened in 1911\n\nA petition came on Monday.\n\n"
        "A petition came on Monday.\n\nThe library in Mill Lane will shut in May\n\nRead more: the library's story\n\n"
        "The mayor said: “We will fight on.”"
    )
    assert [kind for kind, _ in kinds(text)] == [
        *("boilerplate", "headline", "boilerplate", "body", "boilerplate", "caption"),
        *("body", "caption", "caption", "boilerplate", "body"),
    ]


def test_a_lone_line_is_a_story_not_a_headline() -> None:
    assert kinds("Council votes to close library") == [("body", "Council votes to close library")]


@pytest.mark.parametrize("line", toml("words/boilerplate.toml")["line"], ids=lambda line: line["why"])
def test_lines_of_a_page_match_their_examples_only(line: dict[str, object]) -> None:
    pattern = re2.compile(f"(?i){line['pattern']}")
    assert [e for e in line["examples"] if not pattern.match(e)] == []  # type: ignore[attr-defined]
    assert [e for e in line.get("others", ()) if pattern.match(e)] == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said: "We lost." Then "no".', ["We lost.", "no"]),
        ("He said: “We lost, the ‘deal’ is off.”", ["We lost, the ‘deal’ is off."]),
        ("The members’ vote was ‘unfair’, she said.", ["unfair"]),
        ("The members' vote was 'unfair', it's said.", ["unfair"]),
        ('"We lost.\n\n"We will win," he said.', ["We lost.", "We will win,"]),
        ('He said: "We lost. "We will win," she said.', ["We lost. ", "We will win,"]),
        ("It was 'never closed, she said.", []),
        ('It was "never closed, she said.\n\nNext.', ["never closed, she said."]),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[a:b] for a, b in quotations(text)] == quoted


@given(MESSY)
def test_sentences_are_ordered_and_lose_nothing(text: str) -> None:
    found = sentences(text)
    at = 0
    for sentence in found:
        assert text[at : sentence.start].strip() == ""
        assert at <= sentence.start < sentence.end
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        at = sentence.end
    assert text[at:].strip() == ""
    assert [s.paragraph for s in found] == sorted(s.paragraph for s in found)


def test_half_a_surrogate_pair_is_read_over() -> None:
    assert split("Council votes\ud800\n\nIt met.") == ["Council votes\ud800", "It met."]


@given(MESSY)
def test_quotations_are_ordered_and_disjoint(text: str) -> None:
    at = 0
    for start, end in quotations(text):
        assert at <= start <= end <= len(text)
        at = end


@pytest.mark.parametrize(
    ("text", "plain"), [("``So,'' he said", "''So,'' he said"), ("a\tb", "a b"), ("“a”—b", '"a"-b'), ("plain", "plain")]
)
def test_a_shadow_has_plain_marks(text: str, plain: str) -> None:
    assert shadow(text) == plain


@given(MESSY)
def test_a_shadow_keeps_length_and_plain_characters(text: str) -> None:
    assert len(shadow(text)) == len(text)
    assert all(a == b for a, b in zip(text, shadow(text), strict=True) if a.isalnum())


@pytest.mark.parametrize("unit", [".", ' "', "a.", " \n", "'", "“", "(\n", "A. ", ".A"])
def test_hostile_repetition_is_read_to_its_end(unit: str) -> None:
    text = unit * 50_000
    assert len("".join(split(text)).split()) == len(text.split()) or "".join("".join(split(text)).split()) == "".join(
        text.split()
    )
    assert all(a <= b for a, b in quotations(text))
