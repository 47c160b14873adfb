"""Who takes part in a happening, over all its mentions: one body, names before vague words, gaps from the context."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from transforms.events.drafts import Draft
from transforms.events.happenings import Happening
from transforms.records import Role, RoleName

MOST_SOUGHT = 100
"""Happenings of a document for which the context is searched."""

Context = Callable[[RoleName, int, frozenset[str]], Role | None]
"""Who the context of an offset gives a role, other than those named."""


def cast(happenings: Sequence[Happening], context: Context) -> None:
    """Settle who takes part in each happening, in place."""
    for happening in happenings:
        main = _main_roles(happening.drafts)
        for number, draft in enumerate(happening.drafts):
            roles = tuple(
                role
                for role in draft.roles
                if _stays(role, draft, happening.drafts) and main.get(role.name, role.role) == role.role
            )
            if len(roles) < len(draft.roles):
                happening.drafts[number] = replace(draft, roles=roles)
    for happening in [told for told in happenings if told.event.context][:MOST_SOUGHT]:
        for wanted in happening.event.context:
            _complete(happening, wanted, context)


def _main_roles(drafts: Sequence[Draft]) -> dict[str, RoleName]:
    """By person the role that most mentions give them, the first of equals: nobody is against themselves."""
    told = Counter((role.name, role.role) for draft in drafts for role in draft.roles if role.kind == "person")
    found: dict[str, RoleName] = {}
    for (name, role), _ in told.most_common():
        found.setdefault(name, role)
    return found


def _stays(role: Role, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a role adds to what the mentions of a happening tell."""
    if role.role == "venue":
        return True
    first = next((told for told in drafts if any(_named(other, role.role) for other in told.roles)), None)
    if first is None:
        return True
    if not _named(role, role.role):
        return False
    return role.role != "body" or draft is first or role.name in first.names("body")


def _named(role: Role, wanted: RoleName) -> bool:
    """Whether somebody takes a role under a name rather than a description: "a senior barrister", "members"."""
    return role.role == wanted and not role.name.islower()


def _complete(happening: Happening, wanted: RoleName, context: Context) -> None:
    """Give a happening whose sentences name nobody for a role the one that its context speaks of."""
    if any(draft.names(wanted) for draft in happening.drafts):
        return
    first = happening.drafts[0]
    found = context(wanted, first.hit.start, frozenset(role.name for told in happening.drafts for role in told.roles))
    if found is not None:
        roles = sorted((*first.roles, found), key=lambda role: (role.start, role.role))
        happening.drafts[0] = replace(first, roles=tuple(roles))
