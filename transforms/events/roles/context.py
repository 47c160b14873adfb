"""Who takes part in what is told when its own sentence does not say: the nearest fitting name of the document."""

import re

from transforms.events.lexicon import Wanted
from transforms.events.roles.nominals import nominal
from transforms.events.roles.party import Party, as_role, decides
from transforms.events.roles.pronouns import speaker
from transforms.events.roles.scene import Row, Scene
from transforms.events.roles.subjects import subject
from transforms.events.roles.words import role_words
from transforms.records import Name, Role

_BY = re.compile(
    r"\b(?:by|according[ \n]+to|told|wrote[ \n]+to|written[ \n]+to)[ \n]+(?:[\w'-]+,?[ \n]+){0,6}$", re.IGNORECASE
)
NEAR = 20
"""Names before an offset among which the organisation spoken of last is looked for."""


def from_context(scene: Scene, role: Wanted, start: int, taken: frozenset[str]) -> Role | None:
    """Who has a role in what is told at an offset when its own words do not say: a body that decides, or a person.

    The first that the same sentence names, else the nearest before; an actor, and the body that as `chamber` decides,
    must stand in the sentence. Null where there is none; `taken` are those who have another role.
    As `employer`, the body where the one person taken holds an office; as `holder`, the organisation spoken of last;
    as `firm`, the one that the document is about.
    """
    if role == "employer":
        found = [scene.employers[name] for name in taken if name in scene.employers]
        alike = len({one.name for one in found}) == 1
        return as_role("body", Party.of(min(found, key=lambda one: one.start))) if alike else None
    if role == "holder":
        return _holder(scene, start, taken)
    if role == "firm":
        return _firm(scene, start, taken)
    number = scene.sentence_at(start)
    sentence = scene.sentences[number]
    here = scene.names_in(sentence.start, sentence.end)
    before = () if role in ("actor", "chamber") else scene.names_before(sentence.start, len(scene.names))
    told = _speakers(scene, scene.row(number)) if role in ("target", "actor") else set()
    if role == "target":
        taken = taken | told
    for name in (*here, *before):
        fits = role in ("body", "chamber") and name.kind in ("organisation", "group") and decides(name.name)
        fits = fits and not scene.only_tells(name.name.lower())
        wanted = fits or (role not in ("body", "chamber") and name.kind == "person")
        if wanted and role == "target" and not _befalls(scene, name, number):
            continue
        if wanted and role == "actor" and name.name in told and not scene.plain.startswith(", who ", name.end):
            continue  # "Orme, who has sat since the election, said", but "no election was due, Orme said"
        if wanted and name.name not in taken:
            return as_role("body" if role == "chamber" else role, Party.of(name))
    return None


def _speakers(scene: Scene, row: Row) -> set[str]:
    """Those who tell in a sentence what it says: "Ann Orme, a lawyer for Hale Bank, said that no inquiry was held"."""
    found = {party.name for party in speaker(scene, row, before=False)}
    for at, chunk in enumerate(row.chunks):
        if chunk.kind == "vg" and chunk.word in scene.words.reporting and not chunk.passive:
            told = (nominal(scene, row, doer) for doer in subject(row, at))
            found |= {party.name for party in told if party is not None and party.kind == "person"}
    return found


def _befalls(scene: Scene, name: Name, number: int) -> bool:
    """Whether what a sentence tells may be about a person: no "inquiry chaired by the lawyer Ann Orme".

    The sentence itself tells that, or the one before it, which speaks of nobody else and opens with them; else only the
    whole document, where it is about somebody.
    """
    if _BY.search(scene.plain, max(name.start - 80, 0), name.start):
        return False
    about = scene.hero is not None and scene.hero.name == name.name
    return about or name.start >= scene.sentences[number].start or _opens_before(scene, name, number)


def _opens_before(scene: Scene, name: Name, number: int) -> bool:
    """Whether a person opens the sentence before, says nothing in it, and is the only person that it names."""
    if not number:
        return False
    told = scene.sentences[number - 1]
    row = scene.row(number - 1)
    persons = {other.name for other in scene.names_in(told.start, told.end) if other.kind == "person"}
    if persons != {name.name} or row.kind(1) != "vg" or name not in row.chunks[0].names:
        return False
    says_of_self = row.kind(2) == "vg" and row.chunks[2].ing  # "has denied breaking the rules"
    return says_of_self or row.chunks[1].word not in scene.words.reporting


def _holder(scene: Scene, start: int, taken: frozenset[str]) -> Role | None:
    """The organisation that the text before an offset names last, but no paper or broadcaster."""
    for name in scene.names_before(start, NEAR):
        if name.kind == "organisation" and name.name not in taken and name.name.lower() not in scene.words.media:
            return as_role("body", Party.of(name))
    return None


def _firm(scene: Scene, start: int, taken: frozenset[str]) -> Role | None:
    """The body that a document is about, where the text before an offset has named it, else that which tells of it.

    Neither a chamber nor a party employs anybody.
    """
    for name in (scene.subject, _telling(scene, start)):
        if name is None or name.start > start or name.name in taken or _has_members(scene, name.name.lower()):
            continue
        return as_role("body", Party.of(name))
    return None


def _has_members(scene: Scene, low: str) -> bool:
    """Whether a body is one that people sit in or belong to, rather than one that employs them."""
    ends = {low.split(maxsplit=1)[0], low.rsplit(maxsplit=1)[-1]}
    return low in role_words().chambers or low in scene.words.parties or not ends.isdisjoint(scene.words.joined)


def _telling(scene: Scene, start: int) -> Name | None:
    """The body, no paper or court, that opens the sentence of an offset with a verb of saying: "Hale Inc said"."""
    number = scene.sentence_at(start)
    row = scene.row(number)
    first = row.chunks[0] if row.kind(0) == "np" else None
    if first is None or row.kind(1) != "vg" or row.chunks[1].word not in scene.words.reporting:
        return None
    name = first.names[-1] if first.names and row.line.at(first.names[-1].end - 1) == first.last else None
    return name if name and name.kind == "organisation" and not scene.only_tells(name.name.lower()) else None
