"""Which mentions of a document tell one happening: coreference by head, names, days and definiteness."""

from collections.abc import Iterable, Sequence

from transforms.events.drafts import Draft
from transforms.events.lexicon import EventType

RECENT = 24
"""Happenings of a type that a mention is compared with: those told last."""
ENOUGH = 1.0
"""Score at which a mention joins a happening."""
_ABSORBS = {"motion": ("vote",), "amendment": ("vote",)}


class Happening:
    """Mentions that tell one event, in order of the text."""

    def __init__(self, first: Draft, number: int) -> None:
        self.number = number
        self.type = first.type
        self.event: EventType = first.hit.entry.event
        self.drafts: list[Draft] = []
        self.heads: set[str] = set()
        self.modifiers: set[str] = set()
        self.add(first)

    def add(self, draft: Draft) -> None:
        """Take a mention in; a decision told as a vote and as a motion is a motion."""
        if draft.type != self.type and self.type in _ABSORBS.get(draft.type, ()):
            self.type, self.event = draft.type, draft.hit.entry.event
        self.drafts.append(draft)
        self.heads.add(draft.head)
        self.modifiers |= draft.modifiers

    @property
    def last_sentence(self) -> int:
        """The sentence that told of it last."""
        return self.drafts[-1].sentence


def group(drafts: Sequence[Draft]) -> list[Happening]:
    """Happenings in order of their first mention. Weak mentions that point back to nothing are left out."""
    happenings: list[Happening] = []
    by_type: dict[str, list[Happening]] = {}
    for draft in drafts:
        best, score = _best(draft, _candidates(draft, by_type))
        if best is not None and score >= ENOUGH:
            before = best.type
            best.add(draft)
            if best.type != before:
                by_type[before].remove(best)
                by_type.setdefault(best.type, []).append(best)
        elif not draft.weak:
            happening = Happening(draft, len(happenings))
            happenings.append(happening)
            by_type.setdefault(happening.type, []).append(happening)
    return happenings


def _candidates(draft: Draft, by_type: dict[str, list[Happening]]) -> Iterable[Happening]:
    yield from by_type.get(draft.type, [])[-RECENT:]
    for other, absorbed in _ABSORBS.items():
        if draft.type in absorbed:
            yield from by_type.get(other, [])[-RECENT:]
        if draft.type == other:
            for kind in absorbed:
                yield from by_type.get(kind, [])[-RECENT:]


def _best(draft: Draft, candidates: Iterable[Happening]) -> tuple[Happening | None, float]:
    best: Happening | None = None
    high = float("-inf")
    for happening in candidates:
        score = likeness(draft, happening)
        if score >= high:
            best, high = happening, score
    return best, high


def likeness(draft: Draft, happening: Happening) -> float:
    """How much a mention looks like one more of a happening: at least `ENOUGH` and it joins."""
    score = _days(draft, happening) + _stance(draft, happening) + _participants(draft, happening)
    score += _phrase(draft, happening)
    gap = draft.sentence - happening.last_sentence
    score -= min(0.1 * gap, 1.0)
    if draft.type != happening.type:
        score -= _across_types(draft, happening)
    return score


def _days(draft: Draft, happening: Happening) -> float:
    if draft.dated.timex_no is None:
        return 0.0
    best = 0.0
    for other in happening.drafts:
        if other.dated.timex_no is None:
            continue
        if other.dated.timex_no == draft.dated.timex_no:
            best = max(best, 1.0)
            continue
        if _disjoint(draft, other):
            return -10.0
        best = max(best, 0.7)
    return best


def _disjoint(one: Draft, other: Draft) -> bool:
    left, right = one.dated, other.dated
    if left.latest and right.earliest and left.latest < right.earliest:
        return True
    return bool(right.latest and left.earliest and right.latest < left.earliest)


def _stance(draft: Draft, happening: Happening) -> float:
    stances = {other.stance for other in happening.drafts}
    if draft.stance in stances:
        return 0.3
    if draft.stance in ("negated",) or stances == {"negated"}:
        return -1.5
    if "possible" in (draft.stance, *stances) and "asserted" in (draft.stance, *stances):
        return -0.5 if draft.definite == "definite" else -1.2
    return 0.0


def _participants(draft: Draft, happening: Happening) -> float:
    joins = happening.event.joins
    score = 0.0
    for role in ("actor", "target", "body"):
        mine = draft.names(role)
        theirs = frozenset().union(*(other.names(role) for other in happening.drafts))
        if not mine or not theirs:
            if role == joins and draft.definite != "definite":
                score -= 0.4
            continue
        same = bool(mine & theirs)
        weight = 3.0 if role == joins else 0.8
        score += weight if same else -weight
    return score


def _phrase(draft: Draft, happening: Happening) -> float:
    same_head = draft.head in happening.heads
    if draft.definite == "verb":
        return 0.9 if same_head else 0.6
    score = 0.8 if same_head else 0.2
    if draft.definite == "definite":
        score += 0.6
    elif draft.definite == "indefinite":
        score -= 0.5
    if draft.fresh:
        score -= 2.0
    shared = draft.modifiers & happening.modifiers
    if shared:
        score += 0.8
    elif draft.modifiers and happening.modifiers:
        score -= 0.9
    if draft.weak:
        score += 0.2
    return score


def _across_types(draft: Draft, happening: Happening) -> float:
    """What speaks against a vote being the one that decided a motion: distance, and nothing that points back."""
    gap = draft.sentence - happening.last_sentence
    if gap == 0:
        return 0.0
    return 0.4 * gap if draft.definite in ("definite", "verb") else 1.0 + 0.4 * gap
