"""Names and which of them are the same one: tables of examples, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.names import find_names
from transforms.text import sentences

WORDS = [
    "Ann",
    "Orme",
    "the",
    "of",
    "and",
    "Labour",
    "Party",
    "MP",
    "Mr",
    "Lord",
    "council",
    "MEMBER",
    "A0",
    "mEMBER",
    "(JLM)",
    "said",
    "Al-",
    "'s",
]
MESSY = st.text(max_size=200) | st.lists(
    st.sampled_from([*WORDS, ".", ",", "\n\n", "“", "é", "Élan"]), max_size=60
).map(" ".join)


def names(text: str) -> dict[str, str]:
    return {n.text: f"{n.kind} {n.name}" for n in find_names(text, sentences(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A vote on Ann Orme was lost. Ms Orme's allies left.",
            {"Ann Orme": "person Ann Orme", "Ms Orme": "person Ann Orme"},
        ),
        (
            "Home Secretary Ann Orme met Lord Chancellor Lord Hale.",
            {"Ann Orme": "person Ann Orme", "Lord Hale": "person Lord Hale"},
        ),
        (
            "The film An Evening With Ann Orme was shown.",
            {"Evening": "organisation Evening", "Ann Orme": "person Ann Orme"},
        ),
        (
            "Thorne Power Chairman Robert W. Hale met Alison Vale.",
            {
                "Thorne Power": "organisation Thorne Power",
                "Robert W. Hale": "person Robert W. Hale",
                "Alison Vale": "person Alison Vale",
            },
        ),
        (
            "Ann Orme won. Shares fell when Mr. Hale met Ms. Orme.",
            {"Ann Orme": "person Ann Orme", "Mr. Hale": "person Mr. Hale", "Ms. Orme": "person Ann Orme"},
        ),
        (
            "The League for Social Order and Progress met.",
            {"League for Social Order and Progress": "organisation League for Social Order and Progress"},
        ),
        (
            "The club named Ann King president. King said that King would stay.",
            {"Ann King": "person Ann King", "King": "person Ann King"},
        ),
        ("King and council met. The King left.", {}),
        ("Praising Ann Orme, he left.", {"Ann Orme": "person Ann Orme"}),
        (
            "The White House said the House would vote.",
            {"White House": "organisation White House", "House": "organisation House"},
        ),
        ("Labour Commons leader Ann Orme spoke.", {"Commons": "organisation Commons", "Ann Orme": "person Ann Orme"}),
        (
            "The Ex-Thorne Council chief Ann Orme spoke.",
            {"Thorne Council": "organisation Thorne Council", "Ann Orme": "person Ann Orme"},
        ),
        (
            "The Harbour Workers Union (HWU) met. HWU members voted.",
            {
                "Harbour Workers Union": "organisation Harbour Workers Union",
                "HWU": "organisation Harbour Workers Union",
            },
        ),
        (
            "Brill Corp said it would sell. Brill gave no price.",
            {
                "Brill Corp": "organisation Brill Corp",
                "Brill": "organisation Brill Corp",
            },
        ),
        (
            "It was sent to the Conservative party by Hale and the Moors Labour Party.",
            {
                "Conservative party": "organisation Conservative party",
                "Hale and the Moors Labour Party": "organisation Hale and the Moors Labour Party",
            },
        ),
        (
            "The Work and Pensions Committee met officials of the Department for Trade and Industry.",
            {
                "Work and Pensions Committee": "organisation Work and Pensions Committee",
                "Department for Trade and Industry": "organisation Department for Trade and Industry",
            },
        ),
        (
            "The envoy Jan van der Meer met Ali bin Hamad al-Sabri. Sabri and Van der Meer agreed.",
            {
                "Jan van der Meer": "person Jan van der Meer",
                "Ali bin Hamad al-Sabri": "person Ali bin Hamad al-Sabri",
                "Sabri": "person Ali bin Hamad al-Sabri",
                "Van der Meer": "person Jan van der Meer",
            },
        ),
        (
            "Premier Li Wenbo spoke first. Li then left with Mr Wenbo's aide.",
            {"Li Wenbo": "person Li Wenbo", "Li": "person Li Wenbo", "Mr Wenbo": "person Li Wenbo"},
        ),
        (
            "President Maria Rojas Paz resigned. Rojas had led Peru.",
            {
                "Maria Rojas Paz": "person Maria Rojas Paz",
                "Rojas": "person Maria Rojas Paz",
                "Peru": "place Peru",
            },
        ),
        (
            "The Syrian government and a Turkish court agreed.",
            {
                "Syrian government": "organisation Syrian government",
                "Turkish court": "organisation Turkish court",
            },
        ),
        (
            "However, In January Labour peers and Tory MPs met. Ministers said no.",
            {"Labour": "organisation Labour", "Tory MPs": "group Tory MPs"},
        ),
        (
            "The Archbishop of Riverton Ann Orme wrote to the Bishop of Hale.",
            {
                "Archbishop of Riverton": "person Archbishop of Riverton",
                "Ann Orme": "person Ann Orme",
                "Bishop of Hale": "person Bishop of Hale",
            },
        ),
    ],
)
def test_names(text: str, expected: dict[str, str]) -> None:
    assert names(text) == expected


def test_a_line_in_capitals_repeats_the_names_of_the_text() -> None:
    text = "ORME'S SALES TAX PLAN UPSETS TORIES\n\nFinance Minister Ann Orme lost a vote on Friday. Mr Hale won it."
    assert names(text)["ORME"] == "person Ann Orme"
    assert names(text)["TORIES"] == "group TORIES"


def test_a_shared_surname_alone_does_not_merge_two_people() -> None:
    text = "Ann Orme and Peter Orme stood. Ann Orme won. Hilary Vale lost. Baroness Vale left."
    assert {n.name for n in find_names(text, sentences(text))} == {"Ann Orme", "Peter Orme", "Hilary Vale"}


@given(MESSY)
def test_names_are_ordered_disjoint_and_exact(text: str) -> None:
    at = 0
    for name in find_names(text, sentences(text)):
        assert at <= name.start < name.end
        assert text[name.start : name.end] == name.text
        assert name.name.strip()
        at = name.end


@pytest.mark.parametrize("unit", ["Ann ", "A. ", "of The ", "(JLM) ", "Mr ", "AL-", "Ann and the ", "Lord of ", "'s A"])
def test_hostile_repetition_ends(unit: str) -> None:
    text = unit * 20_000
    assert all(n.end <= len(text) for n in find_names(text, sentences(text)))
