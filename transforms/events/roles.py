"""Who takes part in an event, and as what: the places around a trigger, read by one grammar for every verb and noun."""

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from transforms.events.clauses import Line
from transforms.events.lexicon import Part
from transforms.events.roles_chunks import Chunk
from transforms.events.roles_clauses import coordinated_right, objects, phrases, subject
from transforms.events.roles_parties import Party, Row, Scene
from transforms.events.roles_words import role_words
from transforms.ids import content_id
from transforms.records import Name, NameKind, Role, RoleName, Sentence
from transforms.text import shadow

_DEFAULTS: Mapping[str, str] = {
    "make": "actor",
    "undergo": "target",
    "decide": "body",
    "back": "supporter",
    "oppose": "opponent",
    "publish": "venue",
    "attend": "actor",
    "content": "target",
}
_ROLES = frozenset(get_args(RoleName))


def read_scene(text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> Scene:
    """What role finding needs to know of a document; sentences are parsed only when a trigger or a pronoun asks."""
    return Scene(text, shadow(text), sentences, names)


def find_roles(
    scene: Scene, line: Line, first: int, last: int, part: Part, places: Mapping[str, str]
) -> tuple[Role, ...]:
    """Roles around the trigger that covers words `first` to `last` of a line, in order of the text.

    `places` says what each place means: `subject` and `object` of a verb, any preposition, `possessive`, `modifier`,
    and, for a noun, the subject of a verb that governs it by the verb's class (`seeds/words/light_verbs.toml`).
    """
    meaning = {**_DEFAULTS, **places}
    row = scene.row(line.number, first if part == "verb" else None, line)
    found = _of_verb(scene, row, first, last, meaning) if part == "verb" else _of_noun(scene, row, first, last, meaning)
    kept: dict[tuple[str, str], Role] = {}
    for place, party in found:
        role = meaning.get(place, "")
        if role in _ROLES and (role := _fitting(role, place, party)):
            made = _role(role, party)
            kept.setdefault((made.role, made.name.casefold()), made)
    return tuple(sorted(kept.values(), key=lambda role: (role.start, role.role)))


def _role(role: str, party: Party) -> Role:
    name: RoleName = role  # type: ignore[assignment]
    return Role(
        role=name,
        start=party.start,
        end=party.end,
        name=party.name,
        kind=party.kind,
        entity_id=entity_id(party.kind, party.name),
    )


def entity_id(kind: NameKind, name: str) -> str:
    """The id of an entity: same full name and kind are the same entity in every document."""
    return content_id("entity", kind, name.casefold())


Found = Iterator[tuple[str, Party]]


def _fitting(role: str, place: str, party: Party) -> str:
    """The role, or what a party of this kind plays there instead, or nothing."""
    if party.kind == "place" and place in ("in", "at", "on", "outside", "near"):
        return "venue"
    if role == "body" and party.kind == "person" and place not in ("by", "subject", "decide", "make"):
        return ""
    if role == "venue" and party.kind in ("person", "group"):
        return ""
    if role == "target" and place in ("in", "at", "on") and party.name.lower() in role_words().chambers:
        return "body"
    return role


def _parties(scene: Scene, row: Row, indices: Sequence[int]) -> Iterator[Party]:
    """The parties of noun phrases; one that names nobody speaks of its owner ("Orme's handling", "her record")."""
    for at in indices:
        party = scene.party(row, at) or _owner(scene, row, at)
        if party is not None:
            yield party
            continue
        chunk = row.chunks[at]
        of = row.chunks[at + 1 : at + 3]
        if len(of) == 2 and of[0].word == "of" and of[1].kind == "np":
            for inner in coordinated_right(row, at + 2):
                if (found := scene.party(row, inner)) is not None:
                    yield found
        elif chunk.names:
            name = chunk.names[0]
            yield Party(name.start, name.end, name.name, name.kind)


def _owner(scene: Scene, row: Row, at: int) -> Party | None:
    chunk = row.chunks[at]
    if chunk.owner is not None:
        return scene.party(row, chunk.owner)
    word = row.line.words[chunk.first]
    if chunk.first < chunk.last and word in ("his", "her", "its", "their", "my"):
        return scene.pronoun(row, word, at)
    return None


def _of_verb(scene: Scene, row: Row, first: int, last: int, meaning: Mapping[str, str]) -> Found:
    verb = row.at(first)
    group = row.chunks[verb]
    ends = row.at(last)
    passive = group.passive or _reduced(row, verb)
    for party in _parties(scene, row, subject(scene, row, verb)):
        yield ("object" if passive else "subject"), party
    if not passive:
        for party in _parties(scene, row, objects(row, ends)):
            yield "object", party
    yield from _phrases(scene, row, ends, meaning, {"by": "subject"} if passive else {})
    yield from _content(scene, row, ends)


def _reduced(row: Row, verb: int) -> bool:
    """Whether a bare participle is passive: "members expelled by the party", "a motion tabled on Friday"."""
    group = row.chunks[verb]
    if not group.ed:
        return False
    after = row.chunks[verb + 1] if verb + 1 < len(row.chunks) else None
    return after is not None and after.kind == "prep" and after.word == "by"


def _phrases(scene: Scene, row: Row, after: int, meaning: Mapping[str, str], instead: Mapping[str, str]) -> Found:
    for word, indices in phrases(row, after):
        place = instead.get(word, word)
        if meaning.get(place):
            for party in _parties(scene, row, indices):
                yield place, party


def _of_noun(scene: Scene, row: Row, first: int, last: int, meaning: Mapping[str, str]) -> Found:
    start, end = row.at(first), row.at(last)
    yield from _inside(scene, row, start, first)
    yield from _phrases(scene, row, end, meaning, {})
    yield from _content(scene, row, end)
    yield from _governed(scene, row, start, end, meaning)
    yield from _predicated(scene, row, end, meaning)


def _inside(scene: Scene, row: Row, at: int, first: int) -> Found:
    """Possessors and names before the trigger inside its noun phrase."""
    chunk = row.chunks[at]
    if chunk.kind != "np":
        return
    owner = _owner(scene, row, at)
    if owner is not None:
        yield "possessive", owner
    for name in chunk.names:
        if row.line.at(name.start) < first:
            yield "modifier", Party(name.start, name.end, name.name, name.kind)


def _content(scene: Scene, row: Row, end: int) -> Found:
    """Whom a text or decision is about: "a vote to expel X", "a motion accusing X", "a letter calling for X to go"."""
    at = end + 1
    limit = min(len(row.chunks), end + 8)
    while at < limit and row.chunks[at].kind in ("adverb", "prep", "np", "quote", "comma"):
        if row.chunks[at].kind == "comma" and not (at + 1 < limit and row.chunks[at + 1].ing):
            return
        at += 1
    if at >= limit:
        return
    group = row.chunks[at]
    if group.kind != "vg" or not (group.infinitive or group.ing):
        return
    yield from _verb_content(scene, row, at)


def _verb_content(scene: Scene, row: Row, at: int) -> Found:
    group = row.chunks[at]
    follows = row.chunks[at + 1] if at + 1 < len(row.chunks) else None
    lemma = group.lemma
    if follows is not None and follows.kind == "prep":
        lemma = f"{lemma} {follows.word}"
        if lemma in role_words().content and at + 2 < len(row.chunks):
            for party in _parties(scene, row, objects(row, at + 1)):
                yield "content", party
        return
    if lemma in role_words().content:
        for party in _parties(scene, row, objects(row, at)):
            yield "content", party


def _class_of(row: Row, verb: int, after: int) -> str | None:
    """The class of a governing verb, with the particle that follows it up to chunk `after`."""
    group = row.chunks[verb]
    names = [group.lemma]
    particle = row.line.words[group.last + 1 : group.last + 3]
    if particle:
        names.insert(0, f"{group.lemma} {particle[0]}")
    if len(particle) > 1:
        names.insert(0, f"{group.lemma} {' '.join(particle)}")
    between = [row.chunks[k].word for k in range(verb + 1, after) if row.chunks[k].kind == "prep"]
    if between:
        names.insert(0, f"{group.lemma} {between[-1]}")
    return role_words().classified(tuple(names))


def _governed(scene: Scene, row: Row, start: int, end: int, meaning: Mapping[str, str]) -> Found:
    """The subject of the verb whose object, or whose prepositional phrase, the trigger is."""
    at = start - 1
    while at >= 0 and (row.chunks[at].kind in ("adverb", "quote") or row.chunks[at].owns):
        at -= 1
    preposition = ""
    if at >= 0 and row.chunks[at].kind == "prep":
        preposition = row.chunks[at].word
        at -= 1
        if at >= 0 and row.chunks[at].kind == "np" and not row.chunks[at].owns:
            yield from _through_noun(scene, row, at)
            at -= 1
    if at < 0 or row.chunks[at].kind != "vg":
        return
    kind = _class_of(row, at, start)
    group = row.chunks[at]
    if kind is None or group.copula:
        return
    if preposition and kind in ("decide", "publish"):
        return
    if group.passive and not preposition:
        return
    for party in _parties(scene, row, subject(scene, row, at)):
        yield kind, party


def _through_noun(scene: Scene, row: Row, at: int) -> Found:
    """ "Support for the motion", "opposition to the vote": the noun's owner or "from" phrase backs or opposes."""
    kind = role_words().nouns.get(row.line.words[row.chunks[at].last])
    if kind is None:
        return
    owner = _owner(scene, row, at)
    if owner is not None:
        yield kind, owner


def _predicated(scene: Scene, row: Row, end: int, meaning: Mapping[str, str]) -> Found:
    """What is said of the trigger as a subject: "a motion tabled by X", "the motion, which accused X, was put to Y"."""
    at = end + 1
    limit = min(len(row.chunks), end + 14)
    while at < limit and row.chunks[at].kind in ("adverb", "prep", "np", "quote", "comma", "rel"):
        at += 1
    steps = 0
    while at < limit and row.chunks[at].kind == "vg" and steps < 2:
        group = row.chunks[at]
        if group.passive or (group.ed and _participle(row, at)):
            kind = _class_of(row, at, at) or "make"
            if kind in ("back", "oppose", "decide", "make", "publish"):
                yield from _phrases(scene, row, at, meaning, {"by": kind})
        elif not group.infinitive and not group.copula and group.lemma in role_words().content:
            yield from _verb_content(scene, row, at)
        steps += 1
        at = _next_predicate(row, at, limit)


def _participle(row: Row, at: int) -> bool:
    following = row.chunks[at + 1] if at + 1 < len(row.chunks) else None
    return following is None or following.kind != "np"


def _next_predicate(row: Row, at: int, limit: int) -> int:
    """The verb after an aside or a joined one: "The motion, signed by X, criticised Y"."""
    index = at + 1
    while index < limit and row.chunks[index].kind in ("adverb", "prep", "np", "quote", "comma", "and"):
        index += 1
    between: list[Chunk] = row.chunks[at + 1 : index]
    return index if any(chunk.kind in ("comma", "and") for chunk in between) else limit
