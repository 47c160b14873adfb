"""A plan for a day, and what is told of that day: "will table a motion this afternoon", "passed the motion today"."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from transforms.records import RoleName

if TYPE_CHECKING:
    from transforms.events.happenings import Happening

FAMILIES = frozenset({"decision"})
"""A decision that is put for a day is taken on it; who gathers may gather twice, and a strike of a day be two."""
MANY = 12
"""Decisions of one day about one person among which a plan's is looked for."""
Told = tuple[str, date, str]


def fulfilments(happenings: Sequence["Happening"]) -> dict[int, list["Happening"]]:
    """The plans for a decision, by its number: of its type and day, about the same persons, and not for another one."""
    decisions = [one for one in happenings if one.event.family in FAMILIES and one.type != "bill"]
    done: dict[Told, list[Happening]] = {}
    for deed in decisions:
        for told in _told(deed, "asserted"):
            done.setdefault(told, []).append(deed)
    found: dict[int, list[Happening]] = {}
    for plan in decisions:
        if any(draft.stance not in ("planned", "possible") or draft.fresh for draft in plan.drafts):
            continue
        fitting = {deed.number: deed for told in _told(plan, "planned") for deed in done.get(told, ())[:MANY]}
        agreeing = [number for number, deed in fitting.items() if _one_body(plan, deed)]
        if len(agreeing) == 1:
            found.setdefault(agreeing[0], []).append(plan)
    return found


def _told(happening: "Happening", stance: str) -> set[Told]:
    """Type, single days that time words give to mentions of a stance, and targets."""
    dated = (draft.dated for draft in happening.drafts if draft.stance == stance and draft.dated.timex_no is not None)
    days = {one.earliest for one in dated if one.earliest is not None and one.earliest == one.latest}
    return {(happening.type, day, name) for day in days for name in _names(happening, "target")}


def _one_body(plan: "Happening", deed: "Happening") -> bool:
    """Whether no two bodies are told to decide."""
    bodies = [_names(one, "body") for one in (plan, deed)]
    return not all(bodies) or not bodies[0].isdisjoint(bodies[1])


def _names(happening: "Happening", role: RoleName) -> set[str]:
    return {name for draft in happening.drafts for name in draft.names(role)}
