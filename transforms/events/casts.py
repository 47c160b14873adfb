"""Who takes part in a happening, over all its mentions: one body, names before vague words, gaps from the context."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from transforms.events.borrowed import located
from transforms.events.drafts import Draft
from transforms.events.happenings import Happening
from transforms.events.lexicon import Wanted
from transforms.events.triggers import Hit
from transforms.names.words import words
from transforms.records import Role, RoleName

SEVERAL = 4
"""Sentences that tell a happening from which on what only one of them says is weighed against the others."""
LIST = 3
"""Names given one role by a sentence that make a list."""
_STRAYING: frozenset[RoleName] = frozenset({"actor", "venue", "supporter"})
MOST_SOUGHT = 100
"""Happenings of a document for which the context is searched."""

_SOUGHT: Mapping[Wanted, RoleName] = {
    "body": "body",
    "chamber": "body",
    "actor": "actor",
    "target": "target",
    "employer": "body",
    "holder": "body",
    "firm": "body",
}
_TOLD_IN_FULL: frozenset[Wanted] = frozenset({"body", "actor"})
"""Who is looked for only where a thing has been: of what is yet to be, those around it have no part so far."""
FindInContext = Callable[[Wanted, int, frozenset[str]], Role | None]
"""Who the context of an offset gives a role, other than those named; as `employer`, the body where they hold office."""


def cast(happenings: Sequence[Happening], context: FindInContext) -> None:
    """Settle who takes part in each happening, in place."""
    for happening in happenings:
        _settle(happening)
    bodies = _of_gatherings(happenings)
    gaps = [(told, (*told.event.context, *told.drafts[0].hit.entry.trigger.context)) for told in happenings]
    for happening, wants in [gap for gap in gaps if gap[1]][:MOST_SOUGHT]:
        for wanted in wants:
            _complete(happening, wanted, context, bodies)


def _settle(happening: Happening) -> None:
    """Leave each mention the roles that go together with those of the others."""
    main, strays = _main_roles(happening), _strays(happening.drafts)

    def consistent(role: Role, _: Draft) -> bool:
        return main.get(role.name, role.role) == role.role and (role.role, role.name) not in strays

    _keep(happening, consistent)
    told = tuple(happening.drafts)
    _keep(happening, lambda role, draft: _stays(role, draft, told))
    roles = [role for draft in happening.drafts for role in draft.roles]
    _keep(happening, lambda role, _: not any(_tells_more(other, role) for other in roles))


def _keep(happening: Happening, wanted: Callable[[Role, Draft], bool]) -> None:
    """Leave out the roles that are not wanted."""
    for number, draft in enumerate(happening.drafts):
        roles = tuple(role for role in draft.roles if wanted(role, draft))
        if len(roles) < len(draft.roles):
            happening.drafts[number] = replace(draft, roles=roles)


def _of_gatherings(happenings: Sequence[Happening]) -> dict[int, Role]:
    """By sentence the body of a gathering at which something is done there: "approved at a meeting of the council"."""
    found: dict[int, Role] = {}
    for draft in (draft for happening in happenings for draft in happening.drafts):
        body = next((role for role in draft.roles if role.role == "body"), None)
        if body is not None and draft.hit.entry.event.family == "assembly" and located(draft):
            found.setdefault(draft.sentence, body)
    return found


def _main_roles(happening: Happening) -> dict[str, RoleName]:
    """By person the role that most mentions give them, the first of equals: nobody is against themselves.

    Who makes a motion or a letter backs it as well, and is its actor. Whoever puts an amendment does not decide on it.
    """
    made = happening.drafts[0].hit.entry.event.family in ("decision", "publication")
    roles = [role for draft in happening.drafts for role in draft.roles]
    told = Counter((role.name, role.role) for role in roles if role.kind == "person")
    found: dict[str, RoleName] = {}
    for (name, role), _ in told.most_common():
        found.setdefault(name, "actor" if made and role == "supporter" and (name, "actor") in told else role)
    if happening.type == "amendment":
        found |= {role.name: "actor" for role in roles if role.role == "actor"}
    return found


def _strays(drafts: Sequence[Draft]) -> set[tuple[RoleName, str]]:
    """Who only one later sentence of several gives a role that another gives others: likely of something else.

    A list is no stray: "signed by A, B and C".
    """
    sentences: dict[tuple[RoleName, str], set[int]] = {}
    for draft in drafts:
        for told_role in draft.roles:
            if draft.headline and not _named(told_role, told_role.role):
                continue  # "PORT UNION CALLS STRIKE" stands above the union's name
            sentences.setdefault((told_role.role, told_role.name), set()).add(draft.sentence)
    if len({draft.sentence for draft in drafts}) < SEVERAL:
        return set()
    giving: dict[RoleName, set[int]] = {}
    for (role, _), told in sentences.items():
        giving.setdefault(role, set()).update(told)
    once = {key: min(told) for key, told in sentences.items() if len(told) == 1 and len(giving[key[0]]) > 1}
    beside = Counter((key[0], sentence) for key, sentence in once.items())
    strays = {
        key
        for key, sentence in once.items()
        if key[0] in _STRAYING and sentence != drafts[0].sentence and beside[key[0], sentence] < LIST
    }
    return strays - _first_alone(drafts, strays)


def _first_alone(drafts: Sequence[Draft], strays: set[tuple[RoleName, str]]) -> set[tuple[RoleName, str]]:
    """Of roles that are given to strays only, who is told first: a name or a group, else anybody."""
    roles = [role for draft in drafts for role in draft.roles]
    held = {role.role for role in roles if (role.role, role.name) not in strays}
    found: dict[RoleName, Role] = {}
    for role in sorted(roles, key=lambda role: role.kind == "person" and not _named(role, role.role)):
        if role.role not in held:
            found.setdefault(role.role, role)
    return {(role.role, role.name) for role in found.values()}


def _stays(role: Role, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a role adds to what the mentions of a happening tell."""
    if role.role == "venue":
        return True
    alike = [told for told in drafts if told.stance == draft.stance]  # who will consider it has not decided it
    first = next((told for told in alike if any(_named(other, role.role) for other in told.roles)), None)
    if first is None:
        below = any(role.role == other.role for told in alike if not told.headline for other in told.roles)
        return not (draft.headline and below)
    if not _named(role, role.role):
        return draft is first and not draft.headline  # who is described beside who is named takes part as well
    return role.role != "body" or draft is first or role.name in first.names("body")


def _tells_more(longer: Role, role: Role) -> bool:
    """Whether somebody is the one whom another sentence describes in more words: "Hale Bank's board", "the board"."""
    alike = longer.role == role.role and longer.kind == role.kind and role.name.islower()
    return alike and not longer.name.isupper() and longer.name.casefold().endswith(f" {role.name}")


def _named(role: Role, wanted: RoleName) -> bool:
    """Whether somebody takes a role under a name rather than a description: "a senior barrister", "Hale's board"."""
    name = role.name
    owned = ("'s " in name or "s' " in name) and name[name.rindex(" ") + 1].islower()
    plain = " " in name or role.kind in ("group", "person") or name.lower() in words().body_nouns
    described = owned or name.islower() or (name.isupper() and plain)  # capitals name nobody in a headline
    called = role.kind == "person" and name[name.rfind(" ") + 1].islower()  # "a Green candidate"
    return role.role == wanted and not described and not called


def _says_of_what(hit: Hit) -> bool:
    """Whether its own words say what a thing is about, though not whom: "a review of the tests", "a motion urging"."""
    line, behind = hit.line, hit.last + 1
    if hit.part == "verb":
        return line.tag(behind) in ("determiner", "word")
    return line.word(behind) in ("into", "of", "on", "over", "about") or line.tag(behind) == "ing"


def _complete(happening: Happening, wanted: Wanted, context: FindInContext, bodies: Mapping[int, Role]) -> None:
    """Give a happening whose sentences name nobody for a role the one that its context speaks of.

    A body that decides is first of all that of the gathering at which it does, of `bodies`.
    """
    sought = _SOUGHT[wanted]
    if any(draft.names(sought) for draft in happening.drafts):
        return
    number = next((at for at, draft in enumerate(happening.drafts) if not draft.headline), 0)
    first = happening.drafts[number]
    about: RoleName | None = None if wanted != "employer" else "actor" if happening.event.joins == "actor" else "target"
    told = (role for draft in happening.drafts for role in draft.roles if about in (None, role.role))
    taken = frozenset(role.name for role in told)
    found = bodies.get(first.sentence) if wanted in ("body", "chamber") else None
    if found is None or found.name in taken:
        yet_to_be = wanted in _TOLD_IN_FULL and first.stance in ("planned", "possible")
        found = None if yet_to_be else context(wanted, first.hit.start, taken)
    if found is None or (wanted == "target" and _is_other(found, first) and _says_of_what(first.hit)):
        return
    roles = sorted((*first.roles, found), key=lambda role: (role.start, role.role))
    happening.drafts[number] = replace(first, roles=tuple(roles))


def _is_other(role: Role, draft: Draft) -> bool:
    """Whether somebody is named in a sentence before, or before what is about another: "Orme wants an inquiry into"."""
    hit = draft.hit
    behind = ("into", "over", "about", "of") if hit.entry.event.family == "proceeding" else ("into", "over", "about")
    own = hit.part == "verb" or hit.line.word(hit.last + 1) in behind
    return role.start < (hit.start if own else hit.line.starts[0])
