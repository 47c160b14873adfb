"""Which happening those take sides in who speak of it without naming it again."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from transforms.events.drafts import Draft
from transforms.events.happenings import Happening
from transforms.events.roles.reactions import Reaction

NEAR = 2
"""Sentences back that a pronoun points into."""
REACH = 4
"""Sentences back that a noun points into."""
FindReactions = Callable[[int], Iterable[Reaction]]
"""Those who take sides in a sentence."""


def take_sides(happenings: Sequence[Happening], found: FindReactions) -> None:
    """Give each reaction to the happening that it points back to, in place; nobody takes two roles in one."""
    told: dict[int, list[tuple[Happening, Draft]]] = {}
    for happening in happenings:
        for draft in happening.drafts:
            told.setdefault(draft.sentence, []).append((happening, draft))
    numbers = {number + ahead for number in told for ahead in range(REACH + 1)}
    for number in sorted(numbers):
        for reaction in found(number):
            if _names_its_own(told.get(number, ()), reaction):
                continue
            meant = _meant(told, number, reaction)
            if meant is not None:
                _add(*meant, reaction)
                told.setdefault(number, []).append(meant)  # what follows may go on from here


def _names_its_own(told: Sequence[tuple[Happening, Draft]], reaction: Reaction) -> bool:
    """Whether a trigger stands among the words of a reaction: then its own places say who takes sides."""
    return any(reaction.start <= draft.hit.start < reaction.end for _, draft in told)


def _meant(
    told: dict[int, list[tuple[Happening, Draft]]], number: int, reaction: Reaction
) -> tuple[Happening, Draft] | None:
    """The mention last told before of a type that the reaction may speak of; of one sentence the first."""
    for back in range((NEAR if reaction.pronoun else REACH) + 1):
        fitting = [
            (happening, draft)
            for happening, draft in told.get(number - back, ())
            if draft.hit.end <= reaction.start and happening.type in reaction.types
        ]
        if fitting:
            return min(fitting, key=lambda pair: pair[1].hit.start)
        if reaction.pronoun and back and number - back in told:
            return None
    return None


def _add(happening: Happening, draft: Draft, reaction: Reaction) -> None:
    role = reaction.role
    if any(other.name == role.name for told in happening.drafts for other in told.roles):
        return
    at = next(number for number, told in enumerate(happening.drafts) if told.hit is draft.hit)
    roles = sorted((*happening.drafts[at].roles, role), key=lambda one: (one.start, one.role))
    happening.drafts[at] = replace(happening.drafts[at], roles=tuple(roles))
