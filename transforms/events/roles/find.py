"""Who takes part in an event, and as what: the places around a trigger, read by one grammar for every verb and noun."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import get_args

from transforms.events.clauses import AUXILIARY, Line
from transforms.events.lexicon import Part
from transforms.events.parse import Parse
from transforms.events.roles.clauses import asker, is_time, objects, subject
from transforms.events.roles.governors import governed, predicated
from transforms.events.roles.parse import parsed
from transforms.events.roles.parties import employers, is_office, owner, parties
from transforms.events.roles.party import Party, as_role, decides
from transforms.events.roles.places import Found, content, examples, office_of, opening, spread
from transforms.events.roles.scene import Row, Scene
from transforms.events.roles.words import role_words
from transforms.records import Name, Role, RoleName, Sentence
from transforms.text import shadow

_DEFAULTS: Mapping[str, str] = {
    "make": "actor",
    "undergo": "target",
    "back": "supporter",
    "oppose": "opponent",
    "publish": "venue",
    "attend": "actor",
    "content": "target",
    "inside": "actor",
    "asked": "supporter",
}
_ROLES: Mapping[str, RoleName] = {role: role for role in get_args(RoleName)}
_MAKING = ("by", "from", "possessive", "modifier", "make")
_SHEETS = ("newspaper", "paper", "magazine", "company", "media")
_WHERE = ("in", "at", "on", "outside", "near", "inside", "across")


def read_scene(text: str, sentences: Sequence[Sentence], names: Sequence[Name], parse: Parse | None = None) -> Scene:
    """What role finding needs to know of a document; sentences are parsed only when a trigger or a pronoun asks."""
    return Scene(text, shadow(text), sentences, names, parse)


def find_roles(
    scene: Scene, line: Line, first: int, last: int, part: Part, places: Mapping[str, str]
) -> tuple[Role, ...]:
    """Roles around the trigger that covers words `first` to `last` of a line, in order of the text.

    `places` says what each place means: `subject` and `object` of a verb, any preposition, `possessive`, `modifier`,
    `employer` (the body beside a person's office), `inside` (the subject of what is said in or at the thing) and, for a
    noun, the subject of a verb that governs it by the verb's class (`seeds/words/light_verbs.toml`).
    """
    meaning = {**_DEFAULTS, "employer": "body" if places.get("from") == "body" else "", **places}
    if part == "noun" and first == last and line.tags[first] == "ing" and _does(line, first):
        part, meaning["subject"], meaning["object"] = "verb", meaning["attend"], meaning["attend"]
    if part == "verb":
        row = scene.row_with_verb(line.number, first, line)
        found = _of_verb(scene, row, first, last, meaning)
    else:
        row = scene.row_with_noun(line.number, first, last, line)
        found = _of_noun(scene, row, first, last, meaning)
    return _as_roles(chain(found, parsed(scene, row, first, last, part)), meaning, scene)


def _does(line: Line, at: int) -> bool:
    """Whether a noun in -ing is a verb for all its looks: "will be meeting", "after meeting senior officials"."""
    bare = line.word(at - 1) in ("after", "before", "while", "by", "without", "since") or line.word(at - 1) == ","
    return line.tag(at - 1) == "be" or (bare and line.tag(at + 1) in ("determiner", "word", "number"))


def _as_roles(found: Found, meaning: Mapping[str, str], scene: Scene) -> tuple[Role, ...]:
    kept: dict[str, Role] = {}
    # Who does it is nobody whom it speaks of: "Orion sent a letter urging it to sell".
    for places, party in sorted(found, key=lambda told: told[0] == ("content",)):
        role = _role_of(places, party, meaning, scene)
        if role is not None:
            kept.setdefault(party.name.casefold(), as_role(role, party))
    return tuple(sorted(kept.values(), key=lambda role: (role.start, role.role)))


def _role_of(places: tuple[str, ...], party: Party, meaning: Mapping[str, str], scene: Scene) -> RoleName | None:
    """The role that the first fitting of some places gives a party of this kind."""
    for place in _sided(places, party, meaning):
        role = _ROLES.get(meaning.get(place, ""))
        if role == "venue" and place in ("modifier", "possessive") and meaning.get("of") == "body":
            role = "body" if decides(party.name) else role  # "Upper House elections"
        if role is not None and (fitting := _fitting(role, place, party, scene)):
            return fitting
        shown = role == "venue" and place == "modifier" and meaning.get("possessive") == "actor"
        if shown and party.kind in ("organisation", "group"):
            return "actor"  # "Labour posters": where a thing is shown is no party
    return None


def _sided(places: tuple[str, ...], party: Party, meaning: Mapping[str, str]) -> tuple[str, ...]:
    """The places that count: a body that votes decides where anybody else takes sides or moves."""
    by_vote = decides(party.name)
    sides = tuple(place for place in places if place in ("back", "oppose"))
    if len(places) > 1 and sides:
        if by_vote or (party.kind not in ("person", "place") and "decide" in places):
            return ("decide",)
        return sides if "decide" in places else places
    moves = bool(sides) or places[0] in _MAKING or places[0] == "subject"
    return ("decide",) if moves and by_vote and meaning.get("decide") == "body" else places


def _fitting(role: RoleName, place: str, party: Party, scene: Scene) -> RoleName | None:
    """The role, or what a party of this kind plays in its place, or nothing."""
    low = party.name.lower()
    if role == "target" and place == "subject" and party.kind == "organisation":
        return "body"  # who replaces somebody is a person: a body that does appoints
    if party.head in scene.words.place_nouns:
        return "venue" if role == "venue" or place in (*_WHERE, "from", "to") else None
    last = party.name.split()[-1]
    if role == "venue" and place in ("in", "at") and last in scene.words.body_nouns - scene.words.vague:
        return None  # "in the opposition coalition" is no place
    if party.kind == "place" and (place in _WHERE or (place == "modifier" and low not in scene.words.countries)):
        return "venue"
    if role == "body" and party.kind == "person" and party.head not in role_words().singletons:
        return "actor" if place in ("by", "subject", "decide", "make") else None
    if (
        role == "venue"
        and (party.kind in ("person", "group") or low in scene.words.parties)
        and party.head != "newspaper"
    ):
        return None
    if role == "target" and party.name == low and " " not in low and party.head not in role_words().singletons:
        return None  # a bare "members", "the group": too little to say against whom
    if party.kind == "place" and role == "body" and low not in scene.words.countries:
        return "venue"
    if party.kind == "place" and role != "venue" and low not in scene.words.countries | scene.words.cities:
        return None  # capitals stand for governments, but a county signs nothing
    if place in (*_WHERE, "make", "subject") and low in role_words().chambers and role in ("target", "actor"):
        return "body"
    return role


def _of_verb(scene: Scene, row: Row, first: int, last: int, meaning: Mapping[str, str]) -> Found:
    verb, ends = row.at(first), row.at(last)
    reduced = _reduced(scene, row, verb) or (meaning.get("object") == "target" and _finite_behind(row, verb))
    passive = row.chunks[verb].passive or reduced or _named_by_verb(row, verb, ends, meaning)
    doers = subject(row, verb)
    known = set()
    does = ("object",) if passive else (*_takes_side(row, verb, ends), "subject")
    for party in parties(scene, row, doers):
        known.add(party.name)
        yield does, party
    if asked := asker(row, verb):
        yield from _each("asked", (p for p in parties(scene, row, asked, owners=False) if not _nobody(p)))
        yield from _each(does[-1], [] if known else _described(scene, row, doers))
    for at in doers[-1:]:
        yield from _each(does[-1], parties(scene, row, examples(row, at), owners=False))
    office = _office_given(scene, row, ends, passive)
    yield from office_of(scene, row, office) if office else _each("employer", employers(scene, row, doers))
    within = [at for at in range(verb + 1, ends + 1) if row.kind(at) == "np"]
    yield from _each("object", parties(scene, row, within, owners=False))
    if not passive:
        done_to = objects(row, ends)
        place = row.line.words[last] if last > first and row.line.words[last] in meaning else "object"
        yield from _each(place, (p for p in parties(scene, row, done_to) if p.name not in known))
        yield from _each("employer", employers(scene, row, done_to if not office else []))
    behind = spread(scene, row, ends, meaning, {"by": "subject"} if passive else {})
    yield from (told for told in behind if told[1].name not in known)
    yield from opening(scene, row, verb)
    yield from (
        told for told in content(scene, row, ends, spoken=row.kind(ends + 1) != "vg") if told[1].name not in known
    )


def _described(scene: Scene, row: Row, indices: Sequence[int]) -> Iterable[Party]:
    """Those whom an office alone tells: "called on the mayor to go"."""
    for at in indices:
        last = row.chunks[at].last
        if row.kind(at) == "np" and row.line.words[last] in scene.words.persons:
            yield Party(
                row.line.starts[last], row.line.ends[last], row.line.words[last], "person", row.line.words[last]
            )


def _nobody(party: Party) -> bool:
    """Whether somebody is called by a description only: "the minister"."""
    return party.kind == "person" and party.name.islower()


def _office_given(scene: Scene, row: Row, ends: int, passive: bool) -> int:
    """The office that somebody is given: "was named head of the bank", "elected Ann Orme leader"; 0 if none."""
    names = row.chunks[ends + 1].names if row.kind(ends + 1) == "np" else []
    given = passive or (bool(names) and names[0].kind == "person")
    return ends + 1 if given and is_office(scene, row, ends + 1) else 0


def _takes_side(row: Row, verb: int, ends: int) -> tuple[str, ...]:
    """The side that "voting against", "voted for the plan" takes."""
    ends = ends if ends == verb else ends - 1  # the preposition may belong to the trigger
    kinds = role_words().classified((f"{row.chunks[verb].lemma} {row.word(ends + 1)}",))
    sided = tuple(kind for kind in kinds if kind in ("back", "oppose"))
    proposal = (
        row.line.words[row.chunks[ends + 2].last] in role_words().proposals if row.kind(ends + 2) == "np" else False
    )
    return sided if "oppose" in sided or proposal else ()


def _each(place: str, found: Iterable[Party]) -> Found:
    for party in found:
        yield (place,), party


def _named_by_verb(row: Row, verb: int, ends: int, meaning: Mapping[str, str]) -> bool:
    """Whether what is done to somebody is named by its verb: "Orme's firing"."""
    owned = verb > 0 and row.chunks[verb - 1].owns and row.chunks[verb].ing
    return owned and meaning.get("object") == "target" and not objects(row, ends)


def _reduced(scene: Scene, row: Row, verb: int) -> bool:
    """Whether a bare participle is passive: "members expelled by the party"; "ruled by a majority" is not."""
    if not row.chunks[verb].ed:
        return False
    if row.kind(verb - 1) == "np" and row.kind(verb - 2) == "vg" and row.chunks[verb - 2].copula:
        return row.kind(verb + 1) != "np" or is_time(row, verb + 1)  # "She is the fifth head fired this year."
    at = verb + 1
    if row.kind(at) == "prep" and row.kind(at + 1) == "prep":
        at += 1
    if row.kind(at) != "prep" or row.word(at) != "by":
        return False
    return any(True for _ in parties(scene, row, [at + 1], owners=False)) if row.kind(at + 1) == "np" else False


def _finite_behind(row: Row, verb: int) -> bool:
    """Whether the clause has its verb only behind a participle: "a commission appointed in May will report"."""
    if not row.chunks[verb].ed or row.kind(verb + 1) != "prep" or row.kind(verb - 1) != "np":
        return False
    for at in range(verb + 1, len(row.chunks)):
        if row.kind(at) in ("comma", "and", "rel", "sub", "stop", "quote"):
            return False
        if row.kind(at) == "vg" and row.line.tags[row.chunks[at].first] in AUXILIARY:
            return row.kind(at - 1) == "np"
    return False


def _of_noun(scene: Scene, row: Row, first: int, last: int, meaning: Mapping[str, str]) -> Found:
    start, end = row.at(first), row.at(last)
    yield from _inside(scene, row, start, end, first, last)
    yield from spread(scene, row, end, meaning, {})
    yield from content(scene, row, end)
    yield from governed(scene, row, start, end, meaning)
    yield from predicated(scene, row, start, end, meaning)
    yield from (told for told in opening(scene, row, start) if told[1].kind == "place")


def _inside(scene: Scene, row: Row, start: int, end: int, first: int, last: int) -> Found:
    """Possessors, names before the trigger in its noun phrase, and whom the trigger's own words name."""
    chunk = row.chunks[start]
    if chunk.kind == "np":
        yield from _each("possessive", owner(scene, row, start))
        for name in chunk.names:
            if row.line.at(name.start) <= first or end == start:
                yield ("modifier",), Party.of(name)
        yield from _lower_modifier(scene, row, chunk.first, min(last, chunk.last), bool(chunk.names))
    if end > start and row.kind(end - 1) == "prep" and row.word(end - 1) == "of":
        yield from _each("of", parties(scene, row, [end], owners=False))


def _lower_modifier(scene: Scene, row: Row, begin: int, last: int, named: bool) -> Found:
    """Those before the trigger in lower case: "a shadow cabinet meeting", "student protests"."""
    line, lists = row.line, scene.words
    for at in range(last - 1, begin - 1, -1):
        low = line.words[at]
        head = lists.singular.get(low, low)
        if (
            head in _SHEETS
            or line.raw[at] != low
            or (head not in lists.body_nouns and head not in lists.persons)
            or head in lists.vague
        ):
            continue
        if head in lists.body_nouns:
            opened = ("determiner", "number", "possessive", "negation")
            passed = role_words().fillers
            told = (k for k in range(begin, at + 1) if line.tags[k] not in opened and line.words[k] not in passed)
            first = begin if named else next(told, at)
            start, end = line.starts[first], line.ends[at]
            name = " ".join(scene.text[start:end].split())
            yield ("modifier",), Party(start, end, name, "organisation", head)
        else:
            start, end = line.starts[at], line.ends[at]
            yield ("modifier",), Party(start, end, lists.plural.get(head, low), "group", head, True)
        return
