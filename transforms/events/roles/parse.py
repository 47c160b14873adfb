"""What a dependency parse adds to who takes part: its arguments, as the parties that stand there."""

from collections.abc import Iterator

from transforms.events.lexicon import Part
from transforms.events.parse import Tree
from transforms.events.roles.parties import parties
from transforms.events.roles.places import Found
from transforms.events.roles.scene import Row, Scene
from transforms.events.roles.words import role_words


def parsed(scene: Scene, row: Row, first: int, last: int, part: Part) -> Found:
    """Parties around the trigger that covers words `first` to `last`, by the parse of the sentence, if there is one."""
    tree = scene.tree(row.line)
    if tree is None:
        return
    origin = row.line.starts[0]
    trigger = tree.head(row.line.starts[first] - origin, row.line.ends[last] - origin)
    if trigger is None:
        return
    for places, start in _of_verb(tree, trigger) if part == "verb" else _of_noun(tree, trigger, row):
        chunk = row.at(row.line.at(origin + start))
        for party in parties(scene, row, [chunk] if row.kind(chunk) == "np" else []):
            yield places, party


def _of_verb(tree: Tree, trigger: int) -> Iterator[tuple[tuple[str, ...], int]]:
    for place, start in tree.of_verb(trigger):
        yield (place,), start


def _of_noun(tree: Tree, trigger: int, row: Row) -> Iterator[tuple[tuple[str, ...], int]]:
    for place, start in tree.of_noun(trigger):
        yield (place,), start
    governor = tree.governor(trigger)
    if governor is not None:
        verb, doers = governor
        kinds = role_words().classified((row.line.lemma(row.line.at(row.line.starts[0] + verb)),))
        for start in doers if kinds else ():
            yield kinds, start
