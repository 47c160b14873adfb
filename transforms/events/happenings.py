"""Which mentions of a document tell one happening: coreference by head, names, days and definiteness."""

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count, islice

from transforms.events.drafts import Draft
from transforms.events.exclusions import (
    counted,
    done_and_to_do,
    done_by_others,
    has_been,
    kept_apart,
    numbered_apart,
    on_other_days,
    one_before,
    one_more,
    other_court,
    other_house,
    over_and_ahead,
    taken_up,
)
from transforms.events.fulfilled import fulfilments
from transforms.events.lexicon import EventType
from transforms.events.observations import days_apart, observations, weights
from transforms.events.within import (
    done_to_others,
    in_apposition,
    in_order,
    new_beside,
    object_of,
    others_do,
    reviewed,
    reviewed_by,
    set_beside,
)

RECENT = 24
"""Happenings of a type that a mention is compared with: those told last."""
POINTING = 8
"""Sentences behind the last that tells a happening in which words that only point back may mean it."""
COMPARED = 6
"""Mentions of a happening that a new one is compared with: those told last."""
_STAGED = frozenset({"bill", "meeting", "protest"})
"""Types whose next stage or round is an event of its own: "the bill passed on Monday and now goes to the Lords"."""
NEXT = frozenset({"next", "forthcoming", "upcoming"})
"""Set a thing that is ahead apart from one that has been."""
ABSORBS = {"motion": ("vote",), "amendment": ("vote",), "vote": ("bill",)}
"""Decisions by the types that their counting is told as."""
_DECIDED = ({"motion", "vote"}, {"amendment", "vote"})
_APART = (
    kept_apart, numbered_apart, on_other_days, one_before, one_more, other_house, other_court, done_and_to_do,
    done_by_others,
)  # fmt: skip
_APART_WITHIN = (new_beside, in_order, set_beside, done_to_others, others_do, reviewed)
"""What keeps two mentions of one sentence apart."""
SURE = 9.0
"""Log-odds of what the grammar of a sentence tells: votes that stand beside what became of a motion are those on it."""


class Happening:
    """Mentions that tell one event, in order of the text."""

    def __init__(self, first: Draft, number: int) -> None:
        self.number = number
        self.type = first.type
        self.event: EventType = first.hit.entry.event
        self.drafts: list[Draft] = [first]

    def add(self, draft: Draft) -> None:
        """Take a mention in; a decision told as a vote and as a motion is a motion, whatever only points back to it."""
        if not draft.weak and self.type in ABSORBS.get(draft.type, ()):
            self.type, self.event = draft.type, draft.hit.entry.event
        insort(self.drafts, draft, key=lambda told: told.hit.start)

    def take_in(self, others: Iterable["Happening"]) -> None:
        """Take in the mentions of other happenings that turn out to be this one."""
        told = chain(self.drafts, *(other.drafts for other in others))
        self.drafts = sorted(told, key=lambda draft: draft.hit.start)

    def undated(self) -> int | None:
        """The number of the first mention outside a headline of a happening that no mention dates."""
        if any(draft.dated.timex_no is not None for draft in self.drafts):
            return None
        return next((at for at, draft in enumerate(self.drafts) if not draft.headline), 0)

    def likeness(self, draft: Draft) -> float:
        """Log-odds that a mention tells this happening: between those of its best and of its average mention."""
        if {self.type, draft.type} == {"vote", "bill"} and not self._counts(draft):
            return float("-inf")
        beside = [told for told in self.drafts[-COMPARED:] if told.sentence == draft.sentence]
        if any(object_of(draft, told) or in_apposition(told, draft) for told in beside):
            return SURE
        if any(self._cannot_be(told, draft) for told in self.drafts[-COMPARED:]):
            return float("-inf")
        if {self.type, draft.type} in _DECIDED and any(counted(told, draft) for told in self.drafts[-COMPARED:]):
            return SURE  # however far off its earlier mentions are
        scores = [_score(told, draft) for told in self.drafts[-COMPARED:]]
        if any(days_apart(told, draft) for told in self.drafts[-COMPARED:]):
            return min(scores)
        return (max(scores) + sum(scores) / len(scores)) / 2

    def _counts(self, draft: Draft) -> bool:
        """Whether votes that are counted are those by which a bill was carried or lost: "passed by 58 votes to 51"."""
        if draft.weak or any(told.type == draft.type for told in self.drafts):
            return True
        pairs = ((told, draft) if told.type == "bill" else (draft, told) for told in self.drafts[-COMPARED:])
        return any(counted(bill, vote) for bill, vote in pairs)

    def counted_by(self, vote: "Happening", draft: Draft) -> bool:
        """Whether this is a bill that a vote told before is on, as its count shows beside what became of the bill."""
        told = vote.drafts[-COMPARED:]
        if draft.type != "vote" or any(days_apart(bill, one) for bill in self.drafts[-COMPARED:] for one in told):
            return False
        return any(counted(bill, draft) for bill in self.drafts[-COMPARED:])

    def _cannot_be(self, told: Draft, draft: Draft) -> bool:
        """Whether two mentions exclude each other.

        So do things of kinds that are never each other, one that is new beside another, those that one trigger tells
        at several times, stages of bills in two chambers, one that is over and one ahead, by day or in word, one that
        points back from afar or has days of its own, votes with wholly other numbers, and a decision and several new
        ones: "the motion", "motions were passed elsewhere".
        """
        if told.hit is draft.hit:
            return True
        staged = self.event.undated == "planned" or self.type in _STAGED
        if staged and over_and_ahead(told, draft) and not taken_up(told, draft):
            return True
        if {told.stance, draft.stance} == {"asserted", "planned"} and days_apart(told, draft):
            return True
        if any(apart(told, draft) for apart in _APART):
            return True
        if told.sentence == draft.sentence and any(apart(told, draft) for apart in _APART_WITHIN):
            return True
        if draft.weak and (days_apart(told, draft) or draft.sentence > self.drafts[-1].sentence + POINTING):
            return True
        if draft.hit.line.word(draft.hit.first) == "it" and draft.sentence > told.sentence + 1:
            return True
        told_of = told.stance not in ("planned", "possible")
        if draft.stance == "planned" and told_of and not NEXT.isdisjoint(draft.modifiers):
            return True
        if told.stance == "planned" and draft.stance == "asserted" and has_been(draft):
            return True
        new = draft.definite in ("indefinite", "verb") and draft.dated.timex_no is not None
        if self.event.family == "assembly" and draft.stance == "planned" and new and told.stance == "asserted":
            return not told.headline  # "Protests shut the mines. Builders will start a strike next week."
        if draft.stance == "planned" and told.sentence == draft.sentence and self.event.family == "decision":
            decided = told.outcome in ("passed", "rejected")
            if told.stance == "asserted" and (draft.definite == "indefinite" or (draft.definite == "verb" and decided)):
                return True  # "voted by 17 to four to put it to a ballot of members"
        if self.event.family == "decision" and draft.hit.form == "plural" and draft.definite == "bare":
            return told.hit.part == "noun" and told.hit.form != "plural"
        return len(told.tally) > 1 and len(draft.tally) > 1 and told.tally.isdisjoint(draft.tally)


def _score(earlier: Draft, later: Draft) -> float:
    """The sum of the weights that apply; a type may have its own, as `name@type`."""
    table = weights()
    return sum(table.get(f"{name}@{later.type}", table[name]) for name in observations(earlier, later))


def group(drafts: Sequence[Draft]) -> list[Happening]:
    """Happenings in order of their first mention. Weak mentions that point back to nothing are left out."""
    happenings: list[Happening] = []
    by_type: dict[str, list[Happening]] = {}
    numbers = count()
    for draft in _objects_first(drafts):
        best, score = _best(draft, _candidates(draft, by_type))
        if draft.definite == "definite" and not by_type.get(draft.type):
            score += weights()["first_of_type"]
        if best is not None and score >= 0:
            before = best.type
            best.add(draft)
            if best.type != before:
                by_type[before].remove(best)
                by_type.setdefault(best.type, []).append(best)
            bill = next((one for one in by_type.get("bill", [])[-RECENT:] if one.counted_by(best, draft)), None)
            if bill is not None:
                best.take_in([bill])
                happenings.remove(bill)
                by_type["bill"].remove(bill)
        elif not draft.weak:
            happening = Happening(draft, next(numbers))
            happenings.append(happening)
            by_type.setdefault(happening.type, []).append(happening)
    plans = fulfilments(happenings)
    for deed in happenings:
        if deed.number in plans:
            deed.take_in(plans[deed.number])
    taken = {plan.number for told in plans.values() for plan in told}
    return sorted((one for one in happenings if one.number not in taken), key=lambda one: one.number)


def _objects_first(drafts: Sequence[Draft]) -> list[Draft]:
    """The mentions in order of the text, but what a verb decides on before the verb: "voted for an amendment"."""
    ordered = list(drafts)
    for at in range(len(ordered) - 1):
        if _decided_by(ordered[at], ordered[at + 1]):
            ordered[at], ordered[at + 1] = ordered[at + 1], ordered[at]
    return ordered


def _decided_by(verb: Draft, noun: Draft) -> bool:
    """Whether a verb and the noun behind it tell one thing of types that may be one, or a ruling and one on it."""
    if verb.sentence == noun.sentence and reviewed_by(verb, noun):
        return True
    kinds = noun.type == verb.type or (verb.type in ABSORBS.get(noun.type, ()) and noun.type != "vote")
    return kinds and verb.sentence == noun.sentence and object_of(verb, noun)


def _candidates(draft: Draft, by_type: dict[str, list[Happening]]) -> Iterator[Happening]:
    yield from by_type.get(draft.type, [])[-RECENT:]
    if draft.weak and draft.type == "vote":
        yield from by_type.get("bill", [])[-RECENT:]  # "It was passed": decided on, whatever it is
    for deciding, absorbed in ABSORBS.items():
        if draft.type in absorbed:
            yield from by_type.get(deciding, [])[-RECENT:]
        if draft.type == deciding:
            for kind in absorbed:
                yield from by_type.get(kind, [])[-RECENT:]


def _best(draft: Draft, candidates: Iterable[Happening]) -> tuple[Happening | None, float]:
    best: Happening | None = None
    high = float("-inf")
    for happening in islice(candidates, 3 * RECENT):
        score = happening.likeness(draft)
        if score >= high:
            best, high = happening, score
    return best, high
