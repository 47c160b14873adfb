"""Who is listed as taking part in what was told before: "Signatories include Ann Orme and Jo Vale"."""

from collections.abc import Iterator

from transforms.events.roles.joined import coordinated_right
from transforms.events.roles.nominals import names_end
from transforms.events.roles.parties import parties
from transforms.events.roles.party import as_role
from transforms.events.roles.reactions import Reaction, words
from transforms.events.roles.scene import Row, Scene
from transforms.events.roles.subjects import subject


def listed(scene: Scene, number: int) -> Iterator[Reaction]:
    """Those whom a sentence lists; one without a noun for them is not parsed."""
    sentence = scene.sentences[number]
    if sentence.kind == "boilerplate" or scene.words_of(number).isdisjoint(words().listed):
        return
    row = scene.row(number)
    for at, chunk in enumerate(row.chunks):
        if chunk.kind == "vg" and row.kind(at + 1) == "np" and (chunk.copula or chunk.lemma == "include"):
            yield from _of_verb(scene, row, at)


def _of_verb(scene: Scene, row: Row, at: int) -> Iterator[Reaction]:
    line, heads = row.line, [row.line.words[row.chunks[k].last] for k in subject(row, at)]
    if len(heads) != 1 or heads[0] not in words().listed:
        return
    role, types = words().listed[heads[0]]
    start = line.starts[row.chunks[at].first]
    for party in parties(scene, row, [k for k in coordinated_right(row, at + 1) if names_end(row, k)], owners=False):
        yield Reaction(as_role(role, party), types, start, start + 1, pronoun=False)
