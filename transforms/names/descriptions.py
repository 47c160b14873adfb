"""Participants told by a common noun: "more than 100 members", "a senior barrister", "the national committee"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.names.words import Words, words
from transforms.records import NameKind, Sentence
from transforms.text import shadow

_TOKEN = re.compile(r"\w+(?:['-](?!s\b)\w+)*|'s?|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A noun phrase around a role noun. `head` is the singular noun; `n` its count when a number says one."""

    start: int
    end: int
    text: str
    kind: NameKind
    head: str
    n: int | None
    plural: bool


def descriptions(text: str, sentences: Sequence[Sentence]) -> list[Description]:
    """Noun phrases whose head is a role noun, in order and disjoint."""
    plain, lists = shadow(text), words()
    found: list[Description] = []
    for sentence in sentences:
        found.extend(_in_sentence(text, plain, sentence, lists))
    return found


def _in_sentence(text: str, plain: str, sentence: Sentence, lists: Words) -> Iterator[Description]:
    tokens = list(_TOKEN.finditer(plain, sentence.start, sentence.end))
    free = 0
    for at, token in enumerate(tokens):
        low = token.group().lower()
        plural = low in lists.person_plurals or low in lists.body_plurals
        if not plural and low not in lists.persons and low not in lists.body_nouns:
            continue
        head = lists.singular.get(low, low)
        yield Description(
            start=tokens[max(free, at)].start(),
            end=token.end(),
            text=text[token.start() : token.end()],
            kind="group" if plural else "person",
            head=head,
            n=None,
            plural=plural,
        )
        free = at + 1
