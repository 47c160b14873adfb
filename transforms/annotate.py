"""One document to its annotation: the whole per-document walk, top to bottom."""

from collections.abc import Iterable, Sequence

from transforms.dates import DateSettings, find_timexes
from transforms.events.extract import Participants, mentions_in
from transforms.events.lexicon import Lexicon, Wanted
from transforms.events.parse import Parse
from transforms.events.roles import find_roles, read_scene
from transforms.events.roles.context import from_context
from transforms.events.roles.listed import listed
from transforms.events.roles.reactions import Reaction, reactions
from transforms.events.roles.scene import Scene
from transforms.events.tagging import Line
from transforms.events.triggers import Hit, find_triggers
from transforms.names import find_names
from transforms.records import Annotation, Document, Entity, Mention, Name, Role
from transforms.text import sentences as find_sentences
from transforms.text import shadow


def annotate(
    document: Document, lexicon: Lexicon, parse: Parse | None = None, dates: DateSettings = DateSettings()
) -> Annotation:
    """Everything found in a document. Offsets index `document.text`; time is linear in its length; never raises.

    `parse` adds a dependency parse of the sentences with triggers to who takes part; `dates` says how dates are read.
    """
    text = document.text
    timexes = tuple(find_timexes(text, published=document.published, settings=dates))
    sentences = find_sentences(text)
    hits = find_triggers(shadow(text), sentences, lexicon)
    if not hits:
        return Annotation(document_id=document.document_id, timexes=timexes, mentions=(), entities=())
    names = find_names(text, sentences)
    scene = read_scene(text, sentences, names, parse)

    participants = participants_of(scene)
    mentions = tuple(mentions_in(document, hits, sentences, timexes, participants))
    return Annotation(
        document_id=document.document_id, timexes=timexes, mentions=mentions, entities=entities(mentions, names)
    )


def participants_of(scene: Scene) -> Participants:
    """How those who take part are found in a document."""

    def roles(hit: Hit) -> tuple[Role, ...]:
        places = hit.entry.verb_places if hit.part == "verb" else hit.entry.noun_places
        return find_roles(scene, hit.line, hit.first, hit.last, hit.part, places)

    def speaker(line: Line, verb: int) -> str | None:
        said = find_roles(scene, line, verb, verb, "verb", {"subject": "actor"})
        return next((role.name for role in said if role.role == "actor"), None)

    def context(role: Wanted, start: int, taken: frozenset[str]) -> Role | None:
        return from_context(scene, role, start, taken)

    def reacting(number: int) -> list[Reaction]:
        return [*reactions(scene, number), *listed(scene, number)] if number < len(scene.sentences) else []

    return Participants(roles=roles, context=context, speaker=speaker, reactions=reacting)


def entities(mentions: Iterable[Mention], names: Sequence[Name]) -> tuple[Entity, ...]:
    """Those who take a role, each once, with the other forms of their name that the document has."""
    forms: dict[str, set[str]] = {}
    for name in names:
        forms.setdefault(name.name, set()).add(name.text)
    found: dict[str, Entity] = {}
    for mention in mentions:
        for role in mention.roles:
            aliases = tuple(sorted(forms.get(role.name, set()) - {role.name}))
            found.setdefault(
                role.entity_id, Entity(entity_id=role.entity_id, name=role.name, kind=role.kind, aliases=aliases)
            )
    return tuple(found[key] for key in sorted(found))
