"""Who takes sides in what was told before, without naming it again: "Labour voted against it".

The places around a trigger say who backs the thing that it names; here the thing is a pronoun, a noun that points back,
or left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from seeds import toml
from transforms.events.morphology import verb_forms
from transforms.events.phrases import phrase_words
from transforms.events.roles.joined import coordinated_right
from transforms.events.roles.parties import parties
from transforms.events.roles.party import as_role
from transforms.events.roles.scene import Row, Scene
from transforms.events.roles.subjects import asker, subject
from transforms.events.roles.words import role_words
from transforms.events.stances import words as stance_words
from transforms.records import Role, RoleName

_SIDES: Mapping[str, RoleName] = {"make": "actor", "back": "supporter", "oppose": "opponent"}
_ENDS = frozenset({"comma", "stop", "and", "sub", "quote", "rel"})
_CLAUSE = 6
"""Chunks before a verb among which a word stands that makes its clause a condition."""
_UNSURE = frozenset({"may", "might", "could"})


class Reaction(NamedTuple):
    """Somebody who takes sides in an event of one of some types that was told before.

    `start` and `end` bound the words that say so; `pronoun`: the thing is called "it" or nothing, so that it was told
    just before.
    """

    role: Role
    types: frozenset[str]
    start: int
    end: int
    pronoun: bool


@dataclass(frozen=True, slots=True)
class Words:
    """Verbs of taking sides and what they may point to.

    `verbs` are all, with their particles, and what they make of their subject, `lemmas` the forms of their first words;
    `alone` need no object. `nouns` are those that point back, with the types of events that they may speak of; `it` and
    `bare` are the types that a pronoun or nothing may, `made` those that somebody brings forward. `listed` are nouns
    for those who are listed.
    """

    verbs: Mapping[str, RoleName]
    alone: frozenset[str]
    nouns: Mapping[str, frozenset[str]]
    it: frozenset[str]
    bare: frozenset[str]
    made: frozenset[str]
    listed: Mapping[str, tuple[RoleName, frozenset[str]]]
    lemmas: Mapping[str, str]


@cache
def words() -> Words:
    """The lists of `seeds/words/reactions.toml`."""
    raw = toml("words/reactions.toml")
    verbs = {verb: _side(verb) for verb in raw["verbs"]}
    return Words(
        verbs=verbs,
        alone=frozenset(raw["alone"]),
        nouns={noun: frozenset(told["types"]) for told in raw["pointing"] for noun in told["nouns"]},
        it=frozenset(raw["types"]["it"]),
        bare=frozenset(raw["types"]["alone"]),
        made=frozenset(raw["types"]["made"]),
        listed={noun: (told["role"], frozenset(told["types"])) for told in raw["listed"] for noun in told["nouns"]},
        lemmas={form: verb for verb in sorted({v.split()[0] for v in verbs}) for form, _ in verb_forms(verb)},
    )


def _side(verb: str) -> RoleName:
    """What a verb makes of its subject, by its first class that says so."""
    return next(_SIDES[kind] for kind in role_words().classified((verb,)) if kind in _SIDES)


def reactions(scene: Scene, number: int) -> Iterator[Reaction]:
    """Those who take sides in a sentence; one without such a verb is not parsed."""
    sentence = scene.sentences[number]
    if sentence.kind == "boilerplate" or scene.words_of(number).isdisjoint(words().lemmas):
        return
    row = scene.row(number)
    for at, chunk in enumerate(row.chunks):
        if chunk.kind == "vg" and row.line.words[chunk.last] in words().lemmas:
            yield from _of_verb(scene, row, at)


def _of_verb(scene: Scene, row: Row, at: int) -> Iterator[Reaction]:
    group = row.chunks[at]
    told = row.line.words[group.first : group.last]
    if not _UNSURE.isdisjoint(told) or any(
        row.word(k) in stance_words().conditional for k in range(max(0, at - _CLAUSE), at)
    ):
        return
    for phrase, after in _phrases(row, at):
        side = words().verbs.get(phrase)
        if side is None:
            continue
        if group.passive or (group.ed and row.word(at + 1) == "by"):
            yield from _passive(scene, row, at, side)
            return
        types, end = _thing(row, after, phrase)
        if types is None:
            return
        denied = any(tag == "negation" for tag in row.line.tags[group.first : group.last])
        if denied and side != "supporter":
            return
        side = "opponent" if denied else side
        who = asker(row, at) or subject(row, at)  # of "urged members to oppose it" the one who urges
        pronoun = row.kind(end) != "np" or row.chunks[end].first == row.chunks[end].last
        yield from _sided(scene, row, who, side, types, pronoun, at, end)
        return


def _phrases(row: Row, at: int) -> Iterator[tuple[str, int]]:
    """The verb with what stands behind it, longest first, and the chunk from which on its object is looked for."""
    lemma = words().lemmas[row.line.words[row.chunks[at].last]]
    first = row.chunks[at].last + 1
    for size in (3, 2, 1, 0):
        behind = row.line.words[first : first + size]
        if len(behind) == size:
            yield " ".join((lemma, *behind)), row.at(first + size) if first + size < len(row.line) else len(row.chunks)


def _thing(row: Row, at: int, phrase: str) -> tuple[frozenset[str] | None, int]:
    """The types of events that an object points back to, none where it does not, and the chunk that ends it."""
    if phrase in words().alone and (row.kind(at) in _ENDS or at >= len(row.chunks)):
        return words().bare, at
    while row.kind(at) == "np" and row.chunks[at].owns:
        at += 1
    return _pointed(row, at), at


def _pointed(row: Row, at: int) -> frozenset[str] | None:
    """The types that a noun phrase may speak of: a pronoun, or a noun that points back and says no more itself."""
    if row.kind(at) != "np":
        return None
    chunk, line = row.chunks[at], row.line
    if chunk.first == chunk.last and line.words[chunk.first] in ("it", "this"):
        return words().it
    noun, opened = line.words[chunk.last], line.words[chunk.first]
    points = opened in phrase_words().pointing or line.tags[chunk.first] == "possessive" or chunk.owner is not None
    says_more = row.word(at + 1) in ("of", "to", "on", "for", "by") or (
        row.kind(at + 1) == "vg" and row.chunks[at + 1].infinitive
    )
    return words().nouns.get(noun) if points and not says_more else None


def _passive(scene: Scene, row: Row, at: int, side: RoleName) -> Iterator[Reaction]:
    """ "It was backed by the Greens"; the verbs joined to it share its subject."""
    doer = next((k for k in range(at + 1, min(len(row.chunks), at + 3)) if row.word(k) == "by"), None)
    if doer is None or row.kind(doer + 1) != "np":
        return
    things = subject(row, at)
    types = _pointed(row, things[0]) if len(things) == 1 else None
    if types is None:
        return
    inner = doer + 1
    while row.kind(inner) == "np" and row.chunks[inner].owns:
        inner += 1
    thing = row.chunks[things[0]]
    yield from _sided(scene, row, coordinated_right(row, inner), side, types, thing.first == thing.last, at, inner)


def _sided(
    scene: Scene, row: Row, who: list[int], side: RoleName, types: frozenset[str], pronoun: bool, at: int, end: int
) -> Iterator[Reaction]:
    line = row.line
    types = types & words().made if side == "actor" else types
    until = line.ends[row.chunks[min(end, len(row.chunks) - 1)].last]
    for party in parties(scene, row, who, owners=False):
        if not party.bare:
            yield Reaction(as_role(side, party), types, line.starts[row.chunks[at].first], until, pronoun)
