"""Who takes sides in what was told before: tables of examples."""

import pytest
from written import article

from transforms.annotate import annotate
from transforms.events.lexicon import default_lexicon
from transforms.events.roles import read_scene
from transforms.events.roles.listed import listed
from transforms.events.roles.reactions import reactions
from transforms.names import find_names
from transforms.text import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was backed by the Greens and Ann Orme.", "supporter Greens, supporter Ann Orme"),
        ("It was seconded by Jo Vale.", "actor Jo Vale"),
        ("The text was drafted by Norway.", "actor Norway"),
        ("The proposal was opposed by the Hale board.", "opponent Hale board"),
        ("Ann Orme condemned the decision as unlawful.", "opponent Ann Orme"),
        ("The Dockers' Union welcomed the outcome.", "supporter Dockers' Union"),
        ("The Greens voted against, while Ann Orme stayed away.", "opponent Greens"),
        ("Norway, Chile and Peru voted in favour.", "supporter Norway, supporter Chile, supporter Peru"),
        ("Ann Orme has hailed his departure.", "supporter Ann Orme"),
        ("Ann Orme urged members to oppose it.", "opponent Ann Orme"),
        ("Ann Orme called on members to oppose it.", "opponent Ann Orme"),
        ("Ann Orme forced Jo Vale to oppose it.", "opponent Jo Vale"),
        ("The Greens welcomed the council's decision.", "supporter Greens"),
        ("The Greens welcomed the dockers' decision.", "supporter Greens"),
        ("Ann Orme did not support it.", "opponent Ann Orme"),
        ("Ann Orme refused to say more.", ""),
        ("Ann Orme did not oppose it.", ""),
        ("Ann Orme might support it.", ""),
        ("Nobody knows whether Ann Orme backs it.", ""),
        ("Ann Orme welcomed the decision to build a new pier.", ""),
        ("Ann Orme welcomed the plan of the mayor.", ""),
        ("Ann Orme praised the weather.", ""),
        ("Ann Orme welcomed a decision.", ""),
        ("A lay member proposed it.", ""),
    ],
)
def test_who_takes_sides(text: str, expected: str) -> None:
    found = sentences(text)
    scene = read_scene(text, found, find_names(text, found))
    assert ", ".join(f"{one.role.role} {one.role.name}" for one in reactions(scene, 0)) == expected


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        (
            "Hale council passed a motion on ferries. It was backed by the Greens. Ann Orme criticised the decision.",
            "motion",
            {("supporter", "Greens"), ("opponent", "Ann Orme")},
        ),
        (
            "Jo Vale has resigned as mayor of Hale. The Dockers' Union welcomed his departure.",
            "resignation",
            {("supporter", "Dockers' Union")},
        ),
        (
            "Jo Vale has resigned as mayor of Hale. The Dockers' Union welcomed the ruling.",
            "resignation",
            set(),
        ),
    ],
)
def test_which_happening_it_is(text: str, event_type: str, expected: set[tuple[str, str]]) -> None:
    told = [m for m in annotate(article(text), default_lexicon()).mentions if m.event_type == event_type]
    sides = {(r.role, r.name) for m in told for r in m.roles if r.role in ("supporter", "opponent")}
    assert sides == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Signatories include Ann Orme and Jo Vale.", "actor Ann Orme, actor Jo Vale"),
        ("The signatories were Ann Orme, Jo Vale and many more.", "actor Ann Orme, actor Jo Vale"),
        ("Critics include Ann Orme.", "opponent Ann Orme"),
        ("Signatories include a bishop.", ""),
        ("Ann Orme met the signatories.", ""),
        ("The towns include Hale.", ""),
    ],
)
def test_who_is_listed(text: str, expected: str) -> None:
    found = sentences(text)
    scene = read_scene(text, found, find_names(text, found))
    assert ", ".join(f"{one.role.role} {one.role.name}" for one in listed(scene, 0)) == expected


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        (
            "Forty writers signed an open letter. Signatories include Ann Orme and Jo Vale.",
            "letter",
            {("actor", "writers"), ("actor", "Ann Orme"), ("actor", "Jo Vale")},
        ),
        (
            "Police are investigating a fire. Ann Orme said there was no need.",
            "inquiry",
            {("body", "Police")},
        ),
        (
            "Ann Orme backed the motion on ferries on Monday. Ann Orme was one of those who signed the motion.",
            "motion",
            {("actor", "Ann Orme")},
        ),
        (
            "Hale council met on Monday. Jo Vale will sign the bill.",
            "bill",
            {("actor", "Jo Vale")},
        ),
        (
            "The Court of Appeals backed the ruling. The Dockers Union backed the ruling.",
            "ruling",
            {("body", "Court of Appeals"), ("supporter", "Dockers Union")},
        ),
    ],
)
def test_who_takes_part_in_all(text: str, event_type: str, expected: set[tuple[str, str]]) -> None:
    told = [m for m in annotate(article(text), default_lexicon()).mentions if m.event_type == event_type]
    assert {(r.role, r.name) for m in told for r in m.roles} == expected
