"""Who speaks in a text or at a gathering that their sentence opens with: "In a letter to the editor, Ann Orme said"."""

from transforms.events.roles.joined import coordinated_right
from transforms.events.roles.nominals import is_time
from transforms.events.roles.parties import parties
from transforms.events.roles.places import Found, each, verb_content
from transforms.events.roles.scene import Row, Scene

_FAR = 14
"""Chunks behind a trigger within which the clause that it opens must follow."""
_STRAIGHT = frozenset({"adverb", "prep", "np"})


def said_inside(scene: Scene, row: Row, start: int, end: int) -> Found:
    """The subject of the clause that a phrase opens: "In a letter to the editor, Ann Orme said"."""
    if start < 3 and (straight := _straight_subject(row, end)) is not None:
        yield from each("speaking", parties(scene, row, [straight], owners=False))
        return
    at = end + 1
    limit = min(len(row.chunks), end + _FAR)
    while at < limit and row.kind(at) != "comma":
        group = row.chunks[at]
        if row.kind(at) in ("vg", "sub", "rel") and not (group.ed or group.ing or (group.infinitive and group.passive)):
            return
        listed = row.kind(at) == "np" and row.kind(at - 1) == "prep"
        at = (coordinated_right(row, at)[-1] if listed else at) + 1
    if row.kind(at + 1) == "np" and row.word(at + 1).isdigit() and row.word(at + 2) == ",":
        at += 2  # "in a letter dated March 10, 1987, Orme said"
    first = next(
        (k for k in range(at + 1, min(len(row.chunks), at + 4)) if row.kind(k) == "np" and not row.chunks[k].owns), None
    )
    following = next((k for k in range(at + 1, min(len(row.chunks), at + 12)) if row.kind(k) == "vg"), None)
    opening = start - 1 if row.kind(start) == "prep" else start - 2
    aside = row.kind(opening) == "comma" and row.kind(opening - 1) == "np" and row.kind(at + 1) == "vg"
    if aside and not row.chunks[at + 1].passive:  # "The club, in a report on Friday, urged"
        yield from each("speaking", parties(scene, row, [opening - 1], owners=False))
    opens = start <= 3 or row.kind(opening) in ("rel", "sub")  # "He said that at the meeting the board agreed"
    if not opens or first is None or following is None or first > following:
        return
    for party in parties(scene, row, coordinated_right(row, first), owners=False):
        yield ("speaking",), party
    yield from verb_content(scene, row, following)


def _straight_subject(row: Row, end: int) -> int | None:
    """The subject that follows a phrase which opens a sentence without a comma: "At a rally last week she said"."""
    verb = next((at for at in range(end + 2, min(len(row.chunks), end + _FAR)) if row.kind(at) not in _STRAIGHT), None)
    if verb is None or row.kind(verb) != "vg" or row.chunks[verb].infinitive or row.chunks[verb].ing:
        return None
    doer = verb - 1
    told = doer > end and row.kind(doer) == "np" and row.kind(doer - 1) == "np"
    owned = row.chunks[doer].owns or row.chunks[doer - 1].owns
    return doer if told and not owned and not is_time(row, doer) else None
