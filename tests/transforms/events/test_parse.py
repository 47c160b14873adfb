"""Dependency parses read for who stands where, in the labels of both schemes."""

import pytest

from transforms.events.parse import Token, Tree

Word = tuple[str, int, str]


def tree(*words: Word) -> Tree:
    """A sentence out of (word, number of its head, relation)."""
    text = " ".join(word for word, _, _ in words)
    tokens, at = [], 0
    for word, head, relation in words:
        tokens.append(Token(start=at, end=at + len(word), head=head, relation=relation))
        at += len(word) + 1
    return Tree(text, tokens)


def found(parsed: Tree, word: str, *, verb: bool) -> set[tuple[str, str]]:
    at = parsed.text.index(word)
    head = parsed.head(at, at + len(word))
    assert head is not None
    arguments = parsed.of_verb(head) if verb else parsed.of_noun(head)
    return {(place, parsed.text[start:].split(" ")[0]) for place, start in arguments}


ACTIVE: tuple[Word, ...] = (
    ("Members", 1, "nsubj"),
    ("expelled", 1, "root"),
    ("Orme", 1, "obj"),
    ("and", 4, "cc"),
    ("Hale", 2, "conj"),
)


@pytest.mark.parametrize(
    ("words", "trigger", "expected"),
    [
        (ACTIVE, "expelled", {("subject", "Members"), ("object", "Orme"), ("object", "Hale")}),
        (
            (
                ("Orme", 2, "nsubj:pass"),
                ("was", 2, "aux:pass"),
                ("expelled", 2, "root"),
                ("by", 4, "case"),
                ("members", 2, "obl"),
            ),
            "expelled",
            {("object", "Orme"), ("subject", "members")},
        ),
        (
            (
                ("Orme", 2, "nsubjpass"),
                ("was", 2, "auxpass"),
                ("expelled", 2, "root"),
                ("by", 2, "agent"),
                ("members", 3, "pobj"),
            ),
            "expelled",
            {("object", "Orme"), ("subject", "members")},
        ),
        (
            (("Orme", 0, "root"), ("expelled", 0, "acl"), ("from", 1, "prep"), ("Labour", 2, "pobj")),
            "expelled",
            {("object", "Orme"), ("from", "Labour")},
        ),
        (
            (("Orme", 0, "root"), ("who", 2, "nsubj"), ("quit", 0, "acl:relcl"), ("Labour", 2, "obj")),
            "quit",
            {("subject", "Orme"), ("object", "Labour")},
        ),
        (
            (("Orme", 1, "nsubj"), ("spoke", 1, "root"), ("and", 3, "cc"), ("quit", 1, "conj")),
            "quit",
            {("subject", "Orme")},
        ),
    ],
    ids=["active", "passive", "passive of ClearNLP", "participle", "relative clause", "joined verbs"],
)
def test_what_stands_around_a_verb(words: tuple[Word, ...], trigger: str, expected: set[tuple[str, str]]) -> None:
    assert found(tree(*words), trigger, verb=True) == expected


def test_what_stands_around_a_noun() -> None:
    parsed = tree(
        ("Labour", 2, "nmod:poss"),
        ("branch", 2, "compound"),
        ("vote", 2, "root"),
        ("in", 4, "case"),
        ("Hale", 2, "nmod"),
    )
    assert found(parsed, "vote", verb=False) == {("possessive", "Labour"), ("modifier", "branch"), ("in", "Hale")}


def test_the_verb_whose_object_a_noun_is() -> None:
    active = tree(("Orme", 1, "nsubj"), ("moved", 1, "root"), ("motions", 1, "obj"))
    assert active.governor(2) == (5, [0])
    passive = tree(
        ("motions", 2, "nsubj:pass"),
        ("were", 2, "aux:pass"),
        ("moved", 2, "root"),
        ("by", 4, "case"),
        ("Orme", 2, "obl"),
    )
    assert passive.governor(0) == (13, [22])


def test_a_parse_that_turns_in_circles_ends() -> None:
    circle = tree(("one", 1, "conj"), ("two", 0, "conj"))
    assert list(circle.of_verb(0)) == []
