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
            "Planning Minister Ann Orme met Police Minister Jo Vale.",
            {"Ann Orme": "person Ann Orme", "Jo Vale": "person Jo Vale"},
        ),
        ("Pressure is growing on Ann Orme.", {"Ann Orme": "person Ann Orme"}),
        ("The board will elect in April Ann Jane Orme.", {"Ann Jane Orme": "person Ann Jane Orme"}),
        ("April Orme met the West German steel firms.", {"April Orme": "person April Orme"}),
        ("It met at St Mark's Cathedral.", {"St Mark's Cathedral": "place St Mark's Cathedral"}),
        (
            "He lost the suit by the Porters Union against Orme Bank.",
            {"Porters Union": "organisation Porters Union", "Orme Bank": "organisation Orme Bank"},
        ),
        (
            "House Ways and Means Committee Chairman Ann Orme met Tom Hale and Harbour Committee Chairman Jo Vale.",
            {
                "House Ways and Means Committee": "organisation House Ways and Means Committee",
                "Ann Orme": "person Ann Orme",
                "Tom Hale": "person Tom Hale",
                "Harbour Committee": "organisation Harbour Committee",
                "Jo Vale": "person Jo Vale",
            },
        ),
        (
            "The East Hale Walking Party (HWP) met. The East Hale HWP lost.",
            {
                "East Hale Walking Party": "organisation East Hale Walking Party",
                "HWP": "organisation East Hale Walking Party",
                "East Hale HWP": "organisation East Hale Walking Party",
            },
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
            "The Harbour Rights League met Surgeon General Ann Orme.",
            {
                "Harbour Rights League": "organisation Harbour Rights League",
                "Ann Orme": "person Ann Orme",
            },
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
                "Archbishop of Riverton": "person Ann Orme",
                "Ann Orme": "person Ann Orme",
                "Bishop of Hale": "person Bishop of Hale",
            },
        ),
    ],
)
def test_names(text: str, expected: dict[str, str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("The Law and Order party met.", "Law and Order party", "organisation Law and Order party"),
        ("The Peace and Unity movement met.", "Peace and Unity movement", "organisation Peace and Unity movement"),
        ("He led the Justice and Growth Party.", "Justice and Growth Party", "organisation Justice and Growth Party"),
        ("The Hospital and Care Workers' Union met.", "Hospital and Care Workers' Union", None),
        ("The Police and Prisons Board met.", "Police and Prisons Board", None),
        ("Orme & Hale published it.", "Orme & Hale", "organisation Orme & Hale"),
        ("Labour MP Ann Orme has quit.", "Labour", "organisation Labour"),
        ("HALE TOWN COUNCIL has met. Hale Town Council sat.", "HALE TOWN COUNCIL", "organisation Hale Town Council"),
        ("Pieter ten Hale spoke. Mr ten Hale left.", "Mr ten Hale", "person Pieter ten Hale"),
        ("Thibald von Orme objected.", "Thibald von Orme", "person Thibald von Orme"),
        ("Nesta ap Hale spoke. Ms ap Hale left.", "Ms ap Hale", "person Nesta ap Hale"),
        ("Rosa de la Vega spoke. Ms de la Vega left.", "Ms de la Vega", "person Rosa de la Vega"),
        ("Abdulwahid bin Saad al-Harbi spoke. Al-Harbi left.", "Al-Harbi", "person Abdulwahid bin Saad al-Harbi"),
        ("Sheikh Saad bin Hamad Al Harbi came. Sheikh Saad left.", "Sheikh Saad", "person Saad bin Hamad Al Harbi"),
        ("Sir Aldous Orme voted. Sir Aldous left.", "Sir Aldous", "person Sir Aldous Orme"),
        ("Gráinne Ó Briain won. Ms Ó Briain left.", "Ms Ó Briain", "person Gráinne Ó Briain"),
        ("Nuala Mac Giolla Orme won. Mac Giolla Orme left.", "Mac Giolla Orme", "person Nuala Mac Giolla Orme"),
        ("João Vale and Jose Orme met. Joao Vale left.", "Joao Vale", "person João Vale"),
        ("Envoy Gao Meiling spoke. Mr Gao left.", "Mr Gao", "person Gao Meiling"),
        ("Mark St John left. Mr St John wept.", "Mr St John", "person Mark St John"),
        ("John M Hale left.", "John M Hale", "person John M Hale"),
        ("It said President Orme won. Then Orme left.", "Orme", "person Orme"),
        ("The U.S. Has agreed. It has won.", "U.S.", "place U.S."),
        ("The U.S. Mint has agreed.", "U.S. Mint", None),
        ("It sold New York Telephone.", "New York Telephone", None),
        ("The Bishop of Hale, the Rt Rev Ann Orme, quit.", "Bishop of Hale", "person Ann Orme"),
        ("It was moved by Ann Orme, Bishop of Hale.", "Bishop of Hale", "person Ann Orme"),
        ("It was the Social Liberal party (SLP).", "Social Liberal party", None),
        ("It named Everard F. Orme president.", "Everard F. Orme", "person Everard F. Orme"),
        ("Vale, Thorne and Co sold the mill.", "Vale, Thorne and Co", None),
        ("It was bought by Orme and Orme.", "Orme and Orme", None),
        ("Marks and Spencer said it would sell.", "Marks and Spencer", None),
        ("The Bishop of Hale, Ann Orme and Jo Vale met.", "Bishop of Hale", "person Bishop of Hale"),
        ("Ann Orme, the Dean of Hale and Jo Vale met.", "Dean of Hale", "person Dean of Hale"),
    ],
)
def test_shapes_of_names(text: str, form: str, name: str | None) -> None:
    assert names(text)[form] == (name or f"organisation {form}")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ann Orme and Jo Vale party on.", "Ann Orme and Jo Vale party"),
        ("Labour and Conservative party members met.", "Labour and Conservative party"),
        ("France and Spain alliance talks began.", "France and Spain alliance"),
        ("In June judges ruled against the port.", "June"),
        ("The union and the Harbour Board met.", "union and the Harbour Board"),
        ("MILAN (AP) — The Harbour Board met.", "AP"),
        ("It cost C$35 a share.", "C"),
    ],
)
def test_what_is_no_name(text: str, form: str) -> None:
    assert form not in names(text)


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


@pytest.mark.parametrize(
    "unit",
    ["Ann ", "A. ", "of The ", "(JLM) ", "Mr ", "AL-", "Ann and the ", "Lord of ", "'s A", "Ann Orme met Mr Orme. "],
)
def test_hostile_repetition_ends(unit: str) -> None:
    text = unit * 20_000
    assert all(n.end <= len(text) for n in find_names(text, sentences(text)))
