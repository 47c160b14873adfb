"""The word lists that names are told by, each read once; all words in lower case and without accents."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from unicodedata import combining, normalize

from seeds import toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Sets of words and of phrases, by what they tell about a name."""

    first: frozenset[str]
    first_female: frozenset[str]
    first_either: frozenset[str]
    courtesy: frozenset[str]
    kept: frozenset[str]
    titles: frozenset[str]
    surname_first: frozenset[str]
    particles: frozenset[str]
    linking: frozenset[str]
    by_given: frozenset[str]
    after: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    office: frozenset[str]
    office_modifier: frozenset[str]
    places: frozenset[str]
    place_suffixes: frozenset[str]
    place_endings: tuple[str, ...]
    directions: frozenset[str]
    adjectives: frozenset[str]
    peoples: frozenset[str]
    cues: frozenset[str]
    sectors: frozenset[str]
    companies: frozenset[str]
    called: dict[str, frozenset[str]]
    campaigning: frozenset[str]
    lower_cues: frozenset[str]
    take_of: frozenset[str]
    not_bodies: frozenset[str]
    parties: frozenset[str]
    listeners: frozenset[str]
    agencies: frozenset[str]
    groups: frozenset[str]
    party_names: dict[str, str]
    bodies: frozenset[str]
    media: frozenset[str]
    media_nouns: frozenset[str]
    media_endings: frozenset[str]
    judging: frozenset[str]
    joined: frozenset[str]
    countries: frozenset[str]
    cities: frozenset[str]
    never: frozenset[str]
    outside: frozenset[str]
    openers: frozenset[str]
    opening_nouns: frozenset[str]
    see: frozenset[str]
    place_prefixes: frozenset[str]
    state_cues: frozenset[str]
    persons: frozenset[str]
    person_plurals: frozenset[str]
    body_nouns: frozenset[str]
    vague: frozenset[str]
    place_nouns: frozenset[str]
    reporting: frozenset[str]
    singular: dict[str, str]
    plural: dict[str, str]

    def listed(self, low: str) -> bool:
        """Whether a phrase is a known place, party, body or medium."""
        return low in self.places or low in self.parties or low in self.bodies or low in self.groups


def folded(word: str) -> str:
    """A word in lower case and without accents, as the lists have it: "João" is "joao"."""
    low = word.lower()
    return low if low.isascii() else "".join(c for c in normalize("NFD", low) if not combining(c))


def _split(text: str, separator: str | None = None) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(separator) if part.strip())


def _plurals(nouns: Iterable[str], irregular: dict[str, str]) -> dict[str, str]:
    """Plural -> singular."""
    return {irregular.get(noun, _regular_plural(noun)): noun for noun in sorted(nouns)}


def _regular_plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return f"{noun}es"
    return f"{noun}s"


@cache
def words() -> Words:
    """The lists of `seeds/words` as sets."""
    titles, places = toml("words/titles.toml"), toml("words/places.toml")
    organisations, roles = toml("words/organisations.toml"), toml("words/role_nouns.toml")
    called = {noun: frozenset(told["endings"]) for told in organisations["called"] for noun in told["nouns"]}
    adjectives, persons, bodies = _split(places["adjectives"]), _split(roles["person"]), _split(roles["body"])
    person_plurals = _plurals(persons, roles["irregular"])
    body_plurals = _plurals(bodies, roles["irregular"])
    return Words(
        first=_split(toml("words/first_names.toml")["names"]),
        first_female=_split(toml("words/first_names.toml")["female"]),
        first_either=_split(toml("words/first_names.toml")["either"]),
        courtesy=frozenset(titles["courtesy"]),
        kept=frozenset(titles["kept"]),
        titles=frozenset(titles["courtesy"]) | frozenset(titles["kept"]),
        surname_first=frozenset(titles["surname_first"]),
        particles=frozenset(titles["particles"]),
        linking=frozenset(titles["linking"]),
        by_given=frozenset(titles["by_given"]),
        after=frozenset(titles["after"]),
        male=frozenset(titles["male"]),
        female=frozenset(titles["female"]),
        office=_split(titles["office"]),
        office_modifier=frozenset(titles["office_modifier"]),
        places=_split(places["countries"], "|") | _split(places["regions"], "|") | _split(places["cities"], "|"),
        place_suffixes=frozenset(places["suffixes"]),
        place_endings=tuple(places["endings"]),
        directions=frozenset(places["directions"]),
        adjectives=adjectives,
        peoples=frozenset(places["peoples"]) | {f"{word}s" for word in adjectives if word.endswith(("an", "i", "ot"))},
        cues=_split(organisations["cues"]),
        sectors=frozenset(organisations["sectors"]),
        companies=called["company"],
        called=called,
        campaigning=frozenset(organisations["campaigning"]),
        lower_cues=frozenset(organisations["lower"]),
        take_of=_split(organisations["take_of"]),
        not_bodies=frozenset(organisations["not_bodies"]),
        parties=frozenset(organisations["parties"]),
        listeners=frozenset(organisations["listeners"]),
        agencies=frozenset(organisations["agencies"]),
        groups=frozenset(organisations["party_groups"]),
        party_names=organisations["party_names"],
        bodies=frozenset(organisations["bodies"]) | frozenset(organisations["media"]),
        media=frozenset(organisations["media"]),
        media_nouns=frozenset(organisations["media_nouns"]),
        media_endings=frozenset(organisations["media_endings"]),
        judging=frozenset(organisations["judging"]),
        joined=frozenset(organisations["joined"]),
        countries=_split(places["countries"], "|"),
        cities=_split(places["cities"], "|"),
        never=_split(organisations["never"]),
        outside=_split(organisations["outside"]),
        openers=_split(toml("words/openers.toml")["words"]),
        opening_nouns=_split(toml("words/openers.toml")["nouns"]),
        see=frozenset(titles["see"]),
        place_prefixes=frozenset(places["prefixes"]),
        state_cues=frozenset(organisations["state"]),
        persons=persons,
        person_plurals=frozenset(person_plurals),
        body_nouns=bodies,
        vague=frozenset(roles["vague"]),
        place_nouns=_split(roles["place"]),
        reporting=_split(toml("words/reporting.toml")["verbs"]),
        singular={**person_plurals, **body_plurals},
        plural={noun: plural for plural, noun in {**person_plurals, **body_plurals}.items()},
    )
