"""Who takes part in an event, and as what: the places around a trigger, read by one grammar for every verb and noun."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import get_args

from transforms.events.lexicon import Part
from transforms.events.parse import Parse
from transforms.events.roles.nouns import of_noun
from transforms.events.roles.parse import parsed
from transforms.events.roles.party import Party, as_role, decides, judges, rules
from transforms.events.roles.places import Found, is_media
from transforms.events.roles.scene import Scene
from transforms.events.roles.verbs import of_verb
from transforms.events.roles.words import role_words
from transforms.events.tagging import Line
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
    "speaking": "actor",
    "asked": "supporter",
    "voter": "",
    "requested": "actor",
    "there": "",
}
_ROLES: Mapping[str, RoleName] = {role: role for role in get_args(RoleName)}
_MAKING = ("by", "from", "possessive", "modifier", "make")
_WHERE = ("in", "at", "on", "outside", "near", "inside", "across", "through")


def read_scene(text: str, sentences: Sequence[Sentence], names: Sequence[Name], parse: Parse | None = None) -> Scene:
    """What role finding needs to know of a document; sentences are parsed only when a trigger or a pronoun asks."""
    return Scene(text, shadow(text), sentences, names, parse)


def find_roles(
    scene: Scene, line: Line, first: int, last: int, part: Part, places: Mapping[str, str]
) -> tuple[Role, ...]:
    """Roles around the trigger that covers words `first` to `last` of a line, in order of the text.

    `places` says what each place means: `subject` and `object` of a verb, any preposition, `possessive`, `modifier`,
    `employer` (the body beside a person's office), `speaking` (the subject of what is said in or at the thing),
    `acting` (of whatever is done in it: "resigned in a letter"), `there` (a person who does anything at it), `voter` (a
    person who decides with others), `requested` (at whose request it is), `that` (of whom a ruling tells something),
    `result` (whose "election defeat" it is) and, for a noun, the subject of a verb that governs it by the verb's class
    (`seeds/words/light_verbs.toml`).
    """
    meaning = {**_DEFAULTS, "employer": "body" if places.get("from") == "body" else "", **places}
    if part == "noun" and first == last and line.tags[first] == "ing" and _does(line, first):
        part, meaning["subject"], meaning["object"] = "verb", meaning["attend"], meaning["attend"]
    if part == "noun" and line.words[first] == "being" and line.tags[last] == "ed":
        part, first, meaning["object"] = "verb", last, meaning["undergo"]  # "is being investigated"
        meaning.setdefault("subject", meaning.get("by", ""))
    if part == "verb":
        row = scene.row_with_verb(line.number, first, line)
        found = of_verb(scene, row, first, last, meaning)
    else:
        row = scene.row_with_noun(line.number, first, last, line)
        found = of_noun(scene, row, first, last, meaning)
    told = (
        each
        for each in chain(found, parsed(scene, row, first, last, part))
        if not _is_trigger(each[1], line, first, last)
    )
    return _as_roles(told, meaning, scene)


def _is_trigger(party: Party, line: Line, first: int, last: int) -> bool:
    """Whether a party is only what the trigger itself says: "at a news conference", "Rally said"."""
    told = party.name.lower() == " ".join(line.words[first : last + 1]) and not decides(party.name)
    within = party.start <= line.starts[first] and party.end == line.ends[last]
    return within and (party.name.islower() or told)


def _does(line: Line, at: int) -> bool:
    """Whether a noun in -ing is a verb for all its looks: "will be meeting", "after meeting senior officials"."""
    comma = line.word(at - 1) == ","
    bare = comma or line.word(at - 1) in ("after", "before", "while", "by", "without", "since")
    behind = line.tag(at + 1) in ("determiner", "word", "number") or (comma and line.word(at + 1) in ("in", "at"))
    return line.tag(at - 1) == "be" or (bare and behind)


def _as_roles(found: Found, meaning: Mapping[str, str], scene: Scene) -> tuple[Role, ...]:
    kept: dict[str, Role] = {}
    found = _in_its_body(list(found), meaning)
    # Who does it is nobody whom it speaks of: "Orion sent a letter urging it to sell".
    for places, party in sorted(found, key=lambda told: told[0] == ("content",)):
        role = _role_of(places, party, meaning, scene)
        if role is not None:
            kept.setdefault(party.name.casefold(), as_role(role, party))
    return tuple(sorted(kept.values(), key=lambda role: (role.start, role.role)))


def _in_its_body(found: list[tuple[tuple[str, ...], Party]], meaning: Mapping[str, str]) -> Found:
    """Where somebody survives a motion "in the council", the council decides, and is not whom it is against."""
    undergone = meaning.get("decide") == "body" and any("undergo" in places for places, _ in found)
    met = meaning.get("between") == "actor" and any(places == ("with",) for places, _ in found)
    left = meaning.get("object") == "body" and any(
        places == ("object",) and p.kind == "organisation" for places, p in found
    )
    for places, party in found:
        if left and places == ("employer",):
            continue  # "A council member quit the party"
        if undergone and places == ("in",) and decides(party.name):
            yield ("decide",), party
        elif met and places[0] == "possessive" and not decides(party.name):
            yield ("attend",), party  # "the delegation held its first meeting with Ann Orme"
        else:
            yield places, party


def _role_of(places: tuple[str, ...], party: Party, meaning: Mapping[str, str], scene: Scene) -> RoleName | None:
    """The role that the first fitting of some places gives a party of this kind."""
    judged = meaning.get("undergo") == "actor"
    if "publish" in places and meaning.get("publish") == "venue" and is_media(scene, party):
        places = ("publish",)  # "The newspaper published a letter"
    for place in _sided(places, party, meaning):
        role = _ROLES.get(meaning.get(place, "")) if place != "there" or party.kind == "person" else None
        if role == "body" and meaning.get("between") == "actor" and _come_together(party):
            role = "actor"
        if role == "venue" and place == "at" and meaning.get("attend") == "actor" and _is_struck(party, meaning, scene):
            return "target"
        if role == "venue" and meaning.get("of") == "body":
            chamber = place == "in" and _is_chamber(party)  # "a debate in the Commons"
            chamber = chamber or (place in ("in", "at") and meaning.get("there") == "actor" and judges(party.name))
            whose = place in ("modifier", "possessive") and decides(party.name)  # "Upper House elections"
            role = "body" if chamber or whose else role
        if role == "body" and place == "possessive" and party.kind == "person" and meaning.get("into") == "target":
            role = "body" if party.head in role_words().singletons else "actor"  # "Lord Orme's inquiry"
        if role == "target" and place == "on" and party.kind == "place" and meaning.get("outside") == "venue":
            role = "venue"  # "marched on Hale", but "marched on the ministry"
        if role == "body" and place == "employer" and judged and not rules(party.name):
            role = None  # "a spokesman of Hale Corp said it would appeal"
        if role == "body" and place == "for" and not decides(party.name):
            role = None  # "losses for the Greens in the election", but "elections for Hale council"
        if role == "target" and place == "content" and meaning.get("before") == "body" and decides(party.name):
            role = "body"  # "the bill has cleared the Lords"
        if role == "actor" and place == "publish" and is_media(scene, party):
            role = None  # who obtains an injunction, not the paper that tells of it
        if role == "actor" and place in ("make", "speaking") and judged and judges(party.name):
            role = "body"  # "The court suspended the ruling"
        if role == "target" and place == "object" and meaning.get("outside") == "venue" and party.kind == "group":
            role = "actor"  # "striking dock workers"
        if role == "body" and meaning.get("that") and _is_company(party, scene):
            role = "actor" if place == "possessive" else None  # "Hale Corp's suit was dismissed", "Hale Corp's appeal"
        if (
            role == "target"
            and place == "subject"
            and meaning["employer"]
            and not judged
            and party.kind == "organisation"
        ):
            return "body"  # who replaces somebody is a person: a body that does appoints
        if role == "body" and place == "subject" and party.kind == "person" and (voted := _ROLES.get(meaning["voter"])):
            return voted  # "The treasurer voted to sell"
        if role == "body" and place in ("in", "at") and meaning.get("undergo") == "actor" and party.kind != "place":
            role = "body" if not role_words().courts.isdisjoint(party.name.lower().split()) else None
        if role is not None and (fitting := _fitting(role, place, party, scene)):
            return fitting
        shown = role == "venue" and place == "modifier" and meaning.get("possessive") == "actor"
        if shown and party.kind in ("organisation", "group"):
            return "actor"  # "Labour posters": where a thing is shown is no party
    return None


def _is_struck(party: Party, meaning: Mapping[str, str], scene: Scene) -> bool:
    """Whether a protest at a company is one against it: "a strike at Hale Corp"."""
    return party.kind == "organisation" and _is_company(party, scene) and meaning.get("undergo") == "target"


def _is_company(party: Party, scene: Scene) -> bool:
    """Whether a name ends as those of companies do: "Hale Corp"."""
    return party.name.lower().split()[-1] in scene.words.companies


def _is_chamber(party: Party) -> bool:
    """Whether a party is a chamber that decides: "the Lords"."""
    return party.name.lower() in role_words().chambers


def _come_together(party: Party) -> bool:
    """Whether people who sit in no body together meet: "a meeting of rival groups", but not "of finance ministers"."""
    return party.kind == "group" and party.plural and party.head not in role_words().members


def _sided(places: tuple[str, ...], party: Party, meaning: Mapping[str, str]) -> tuple[str, ...]:
    """The places that count: a body that votes decides where anybody else takes sides or moves."""
    sides = tuple(place for place in places if place in ("back", "oppose"))
    of_ruling = bool(sides and meaning.get("that"))
    by_vote = judges(party.name) if of_ruling else decides(party.name)
    if len(places) > 1 and sides:
        if by_vote or (party.kind not in ("person", "place") and "decide" in places):
            return ("decide",)
        return sides if "decide" in places else places
    moves = bool(sides) or places[0] in _MAKING or places[0] == "subject"
    return ("decide",) if moves and by_vote and meaning.get("decide") == "body" else places


def _fitting(role: RoleName, place: str, party: Party, scene: Scene) -> RoleName | None:
    """The role, or what a party of this kind plays in its place, or nothing."""
    low = party.name.lower()
    acts = role in ("actor", "body") and party.head in role_words().staffed and place not in _WHERE
    if acts:
        return role
    if party.head in scene.words.place_nouns:
        return "venue" if role == "venue" or place in (*_WHERE, "from", "to") else None
    last = low.split()[-1]
    housed = place == "at" and last in role_words().housed
    if role == "venue" and place in ("in", "at") and last in scene.words.body_nouns - scene.words.vague and not housed:
        return None  # "in the opposition coalition" is no place
    if role == "venue" and place in ("on", "to") and party.kind != "place":
        return None  # "a rally on the party's record"
    if role == "target" and place == "on" and party.kind == "place":
        ends = not scene.plain[party.end : party.end + 2].strip(" \n").isalnum()
        return "target" if ends and low in scene.words.countries else None  # "a report on Hale" is not made there
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
    definite = scene.plain[max(0, party.start - 4) : party.start].lower() == "the "
    the_body = (
        party.kind == "organisation" and definite and place in ("against", "to", "into", "on", "content", "object")
    )
    one = the_body or party.head in role_words().singletons or party.head in role_words().offices
    bare = party.name == low and " " not in low and not one
    written = place == "to" and party.kind == "group"  # "a letter to students"
    befell = written or (party.counted and place in ("object", "from"))  # "three rebels were expelled"
    if role == "target" and bare and not befell:
        return None  # "against members", "the group": too little to say against whom
    if party.kind == "place" and role == "body" and low not in scene.words.countries:
        return "body" if place == "subject" else "venue"  # a town that sacks somebody is its club or council
    if party.kind == "place" and role != "venue" and low not in scene.words.countries | scene.words.cities:
        return None  # capitals stand for governments, but a county signs nothing
    if place in (*_WHERE, "make", "subject") and low in role_words().chambers and role in ("target", "actor"):
        return "body"
    return role
