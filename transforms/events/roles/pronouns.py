"""Whom a pronoun stands for: the nearest fitting party, subjects first; nobody where that is not safe."""

from collections.abc import Iterable

from transforms.events.roles.nominals import names_person, nominal
from transforms.events.roles.party import Party
from transforms.events.roles.scene import Row, Scene
from transforms.events.roles.subjects import subject
from transforms.events.roles.words import role_words

LOOK_BACK = 4
"""Sentences before that a pronoun may point into."""
CHAIN = 16
"""Sentences before, where those between go on with the pronoun."""
_PRONOUNS = {"m": "man", "f": "woman"}
WIDE = 80
"""Chunks of a sentence that are looked through."""


def pronoun(scene: Scene, row: Row, word: str, index: int) -> list[Party]:
    """The parties that a pronoun or possessive at a chunk stands for; several for "they"."""
    chunk = row.chunks[index]
    start, end = row.line.starts[chunk.first], row.line.ends[chunk.first]
    return [
        Party(start, end, found.name, found.kind, found.head, found.plural)
        for found in _antecedents(scene, row, word, index)
    ]


def _antecedents(scene: Scene, row: Row, word: str, index: int) -> list[Party]:
    match role_words().pronouns.get(word):
        case "man":
            return _nearest(scene, row, index, "person", "m")
        case "woman":
            return _nearest(scene, row, index, "person", "f")
        case "several":
            return _joined_subjects(scene, row, index) or _nearest(scene, row, index, "group", "")
        case "body":
            return _nearest(scene, row, index, "organisation", "")
        case "speaker":
            return speaker(scene, row)
        case _:
            return []


def _nearest(scene: Scene, row: Row, index: int, kind: str, sex: str) -> list[Party]:
    if (teller := _teller(scene, row, index, kind, sex)) is not None:
        return [teller]
    number = row.line.number
    before = range(max(0, index - WIDE), index)
    here = _first_fitting(scene, row, reversed(before) if kind == "group" else before, kind, sex)
    if here is None and index and (row.kind(0) == "prep" or (row.kind(0) == "vg" and row.chunks[0].ing)):
        # "At their weekly meeting, peers voted", "announcing her exit, she": a possessive in an opening points forward.
        here = _first_fitting(scene, row, _after_comma(row, index), kind, sex)
    if here is not None:
        return [here]
    paragraph, left = scene.sentences[number].paragraph, LOOK_BACK
    for back in range(number - 1, max(-1, number - 1 - CHAIN), -1):
        told = scene.sentences[back]
        if not left or paragraph - told.paragraph > 2:
            break
        left -= 1
        if told.kind == "boilerplate":
            continue
        other = scene.row(back)
        found = _first_fitting(scene, other, range(min(WIDE, len(other.chunks))), kind, sex)
        if found is not None:
            return [_rather_hero(scene, other, found, sex)]
        if sex and any(role_words().pronouns.get(word) == _PRONOUNS[sex] for word in other.line.words):
            paragraph, left = told.paragraph, LOOK_BACK  # it goes on about the same person
    return _by_office(scene, row, index) if kind == "person" else []


def _teller(scene: Scene, row: Row, index: int, kind: str, sex: str) -> Party | None:
    """Who says of themselves what they will do: in "Hale said the port has indicated it will sell" the port."""
    verb = index - 2 if row.kind(index - 1) == "rel" and row.word(index - 1) == "that" else index - 1
    if row.kind(verb) != "vg" or row.kind(index + 1) != "vg" or row.chunks[verb].passive:
        return None
    if row.chunks[verb].word not in scene.words.reporting:
        return None
    told = [at for at in subject(row, verb) if row.line.tags[row.chunks[at].first] != "pronoun"]
    party = nominal(scene, row, told[0]) if len(told) == 1 else None
    named = party is not None and (kind != "person" or not party.name.islower())
    return party if party is not None and named and _fits(scene, party, kind, sex) else None


def _rather_hero(scene: Scene, row: Row, found: Party, sex: str) -> Party:
    """The person that a document is about, rather than another in a sentence before.

    That is one whom it names once, to quote what they say of them, or of whom nothing tells that they are meant, where
    the person of the document is known to be a man or a woman.
    """
    hero = scene.hero
    if hero is None or not sex or hero.name == found.name:
        return found
    party = Party.of(hero)
    if not _fits(scene, party, "person", sex):
        return found
    if found.name not in scene.sex and hero.name in scene.sex:
        return party
    if scene.told[found.name] > 1 or '"' not in row.line.words:
        return found
    said = speaker(scene, row, before=False)
    return party if said and said[0].name == found.name else found


def _by_office(scene: Scene, row: Row, index: int) -> list[Party]:
    """Who opens a sentence under an office, where nobody is named: "The bishop said that he would retire"."""
    party = nominal(scene, row, 0) if index and row.kind(1) == "vg" else None
    held = party is not None and party.bare and party.head in role_words().offices
    return [party] if party is not None and held else []


def _after_comma(row: Row, index: int) -> Iterable[int]:
    for at in range(index, min(len(row.chunks), index + 10)):
        if row.kind(at) == "comma":
            return range(at + 1, min(len(row.chunks), at + 4))
    return ()


def _first_fitting(scene: Scene, row: Row, indices: Iterable[int], kind: str, sex: str) -> Party | None:
    """The first fitting noun phrase that is no possessor and stands behind no preposition, else the first at all."""
    second: Party | None = None
    for at in indices:
        chunk = row.chunks[at]
        if chunk.kind != "np" or row.line.tags[chunk.first] == "pronoun":
            continue
        party = nominal(scene, row, at)
        if (
            party is None
            or (not chunk.names and kind == "person" and party.name.islower())
            or not _fits(scene, party, kind, sex)
        ):
            continue
        if not chunk.owns and row.kind(at - 1) != "prep":
            return party
        second = second or party
    return second


def _fits(scene: Scene, party: Party, kind: str, sex: str) -> bool:
    if kind == "person":
        return party.kind == "person" and scene.sex.get(party.name, sex) == sex
    if kind == "group":
        return party.kind == "group" or party.plural
    return party.kind == "organisation"


def _joined_subjects(scene: Scene, row: Row, index: int) -> list[Party]:
    """The parties that are the subject of a verb before: "The A, the B and the C said they would".

    A single one that is several, where the pronoun is a subject as well: "Labour's councillors left as they won".
    """
    does = row.kind(index + 1) == "vg" and row.line.words[row.chunks[index].first] == "they"
    for at in range(index - 1, max(-1, index - WIDE), -1):
        if row.kind(at) != "vg" or row.chunks[at].infinitive:
            continue
        joined = [k for k in subject(row, at) if row.line.tags[row.chunks[k].first] != "pronoun"]
        found = [party for k in joined if (party := nominal(scene, row, k)) is not None]
        if len(found) > 1 or (does and found and (_fits(scene, found[0], "group", "") or found[0].name.endswith("s"))):
            return found
    return []


def speaker(scene: Scene, row: Row, before: bool = True) -> list[Party]:
    """Who says "I" in a sentence: the subject of the nearest verb of reporting, here or, with `before`, just before."""
    number = row.line.number
    for back in range(number, max(-1, number - 1 - LOOK_BACK) if before else number - 1, -1):
        other = row if back == number else scene.row(back)
        for at, chunk in enumerate(other.chunks[:WIDE]):
            if chunk.kind != "vg" or chunk.word not in scene.words.reporting:
                continue
            for beside in (at - 2 if other.word(at - 1) == "," else at - 1, at + 1):
                if beside < at and other.kind(beside - 1) == "prep":
                    continue  # "the family of Ann Orme said"
                if other.kind(beside) == "np" and other.line.tags[other.chunks[beside].first] != "pronoun":
                    party = nominal(scene, other, beside)
                    if party is not None and party.kind == "person":
                        return [party]
    return []


def quoted_before(scene: Scene, row: Row, verb: int) -> list[int]:
    """Who stands behind a verb of saying that follows what they said: `"No," said Ann Orme at a news conference`."""
    group = row.chunks[verb]
    told = row.kind(verb - 1) in ("comma", "quote") and group.ed and group.word in scene.words.reporting
    return [verb + 1] if told and names_person(row, verb + 1) else []
