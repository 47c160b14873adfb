"""Who takes part in what is told when its own sentence does not say: the nearest fitting name of the document."""

from bisect import bisect_right

from transforms.events.roles import as_role, decides
from transforms.events.roles_scene import Party, Scene
from transforms.records import Role, RoleName


def from_context(scene: Scene, role: RoleName, start: int, taken: frozenset[str]) -> Role | None:
    """Who has a role in what is told at an offset when its own words do not say: a body that decides, or a person.

    The first that the same sentence names, else the nearest before; an actor must stand in the sentence, and for a
    body the first of the document will do. Null where the text names none; `taken` are those who have another role.
    """
    number = max(bisect_right([sentence.start for sentence in scene.sentences], start) - 1, 0)
    sentence = scene.sentences[number]
    here = scene.names_in(sentence.start, sentence.end)
    before = () if role == "actor" else scene.names_before(sentence.start, len(scene.names))
    for name in (*here, *before, *(scene.names if role == "body" else ())):
        fits = name.kind in ("organisation", "group") and decides(name.name) if role == "body" else False
        if (fits or (role != "body" and name.kind == "person")) and name.name not in taken:
            return as_role(role, Party.of(name))
    return None
