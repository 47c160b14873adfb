"""Which mentions of a document tell one happening: coreference by head, names, days and definiteness."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, count, islice

import seeds
from transforms.events.clauses import phrase_start
from transforms.events.drafts import Draft
from transforms.events.fulfilled import fulfilments
from transforms.events.lexicon import EventType
from transforms.records import RoleName

RECENT = 24
"""Happenings of a type that a mention is compared with: those told last."""
POINTING = 8
"""Sentences behind the last that tells a happening in which words that only point back may mean it."""
LONG_OVER = 180
"""Days after which a thing that has been is not the one that may be."""
COMPARED = 6
"""Mentions of a happening that a new one is compared with: those told last."""
LAST = frozenset({"last", "previous", "past"})
"""Set a thing that has been apart from one that is ahead."""
_STAGED = frozenset({"bill", "meeting", "protest"})
"""Types whose next stage or round is an event of its own: "the bill passed on Monday and now goes to the Lords"."""
NEXT = frozenset({"next", "forthcoming", "upcoming"})
"""Set a thing that is ahead apart from one that has been."""
ABSORBS = {"motion": ("vote",), "amendment": ("vote",), "vote": ("bill",)}
"""Decisions by the types that their counting is told as."""


@cache
def weights() -> dict[str, float]:
    """Log-odds by observation: `seeds/coreference.toml`."""
    table: dict[str, float] = seeds.toml("coreference.toml")["weights"]
    return table


@cache
def _kinds() -> dict[tuple[str, str], str]:
    """Words by type that name things of a kind, other than the other kinds of the type."""
    table: dict[str, dict[str, list[str]]] = seeds.toml("coreference.toml")["kinds"]
    return {(event, word): kind for event, kinds in table.items() for kind, words in kinds.items() for word in words}


def kind_of(draft: Draft) -> str | None:
    """What kind of thing of its type a trigger names, if its word says so: a strike, and not a march."""
    line, hit = draft.hit.line, draft.hit
    named = " ".join(line.words[hit.first : hit.last + 1])
    return _kinds().get((draft.type, named)) or _kinds().get((draft.type, draft.head))


def _kept_apart(one: Draft, other: Draft) -> bool:
    """Whether one is of a kind that the other's word does not mean: a news conference is not "the meeting"."""
    if one.weak or other.weak or one.type != other.type:
        return False
    alone: dict[str, list[str]] = seeds.toml("coreference.toml")["alone"]
    kinds = {kind_of(one), kind_of(other)}
    return len(kinds) > 1 and not kinds.isdisjoint(alone.get(one.type, ()))


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
        self.drafts.append(draft)

    def take_in(self, others: Iterable["Happening"]) -> None:
        """Take in the mentions of other happenings that turn out to be this one."""
        told = chain(self.drafts, *(other.drafts for other in others))
        self.drafts = sorted(told, key=lambda draft: draft.hit.start)

    def likeness(self, draft: Draft) -> float:
        """Log-odds that a mention tells this happening: between those of its best and of its average mention."""
        if {self.type, draft.type} == {"vote", "bill"} and not self._counts(draft):
            return float("-inf")
        if any(self._cannot_be(told, draft) for told in self.drafts[-COMPARED:]):
            return float("-inf")
        scores = [_score(told, draft) for told in self.drafts[-COMPARED:]]
        if any(days_apart(told, draft) for told in self.drafts[-COMPARED:]):
            return min(scores)
        return (max(scores) + sum(scores) / len(scores)) / 2

    def _counts(self, draft: Draft) -> bool:
        """Whether votes that are counted are those by which a bill was carried or lost: "passed by 58 votes to 51"."""
        if draft.weak or any(told.type == draft.type for told in self.drafts):
            return True
        pairs = ((told, draft) if told.type == "bill" else (draft, told) for told in self.drafts[-COMPARED:])
        return any(_counted(bill, vote) for bill, vote in pairs)

    def counted_by(self, vote: "Happening", draft: Draft) -> bool:
        """Whether this is a bill that a vote told before is on, as its count shows beside what became of the bill."""
        told = vote.drafts[-COMPARED:]
        if draft.type != "vote" or any(days_apart(bill, one) for bill in self.drafts[-COMPARED:] for one in told):
            return False
        return any(_counted(bill, draft) for bill in self.drafts[-COMPARED:])

    def _cannot_be(self, told: Draft, draft: Draft) -> bool:
        """Whether two mentions exclude each other.

        So do things of kinds that are never each other, one that is new beside another, those that one trigger tells
        at several times, one that is over and one ahead, by day or in word, one that points back from afar or has days
        of its own, votes with wholly other numbers, and a decision and several new ones: "the motion", "motions were
        passed elsewhere".
        """
        if told.hit is draft.hit:
            return True
        if (self.event.undated == "planned" or self.type in _STAGED) and over_and_ahead(told, draft):
            return True
        if {told.stance, draft.stance} == {"asserted", "planned"} and days_apart(told, draft):
            return True
        if _kept_apart(told, draft) or _new_beside(told, draft):
            return True
        if draft.weak and (days_apart(told, draft) or draft.sentence > self.drafts[-1].sentence + POINTING):
            return True
        if draft.hit.line.word(draft.hit.first) == "it" and draft.sentence > told.sentence + 1:
            return True
        told_of = told.stance not in ("planned", "possible")
        if draft.stance == "planned" and told_of and not NEXT.isdisjoint(draft.modifiers):
            return True
        if told.stance == "planned" and draft.stance == "asserted" and _has_been(draft):
            return True
        new = draft.definite in ("indefinite", "verb") and draft.dated.timex_no is not None
        if self.event.family == "assembly" and draft.stance == "planned" and new and told.stance == "asserted":
            return not told.headline  # "Protests shut the mines. Builders will start a strike next week."
        decided = told.outcome in ("passed", "rejected") and told.sentence == draft.sentence
        if draft.stance == "planned" and draft.definite == "indefinite" and decided:
            return True  # "voted by 17 to four to put it to a ballot of members"
        if self.event.family == "decision" and draft.hit.form == "plural" and draft.definite == "bare":
            return told.hit.part == "noun" and told.hit.form != "plural"
        return len(told.tally) > 1 and len(draft.tally) > 1 and told.tally.isdisjoint(draft.tally)


def _new_beside(told: Draft, draft: Draft) -> bool:
    """Whether a meeting is new beside another of its sentence: "talks on the fringe of a summit".

    Not so one that is told in other words: "the summit was a meeting of bishops", "the summit, a meeting of bishops".
    """
    of_two = told.type == draft.type == "meeting" and told.sentence == draft.sentence and told.head != draft.head
    if not of_two or told.definite == "verb" or draft.definite != "indefinite" or draft.weak:
        return False
    line = draft.hit.line
    before = phrase_start(line, draft.hit.first) - 1
    return line.tag(before) == "preposition" and line.word(before) != "as" and told.definite != "definite"


def _has_been(draft: Draft) -> bool:
    """Whether a mention tells an earlier thing of its kind: "at the last election", "held the seat in 2001"."""
    won = draft.hit.part == "verb" and draft.hit.entry.event.undated == "planned"
    return won or not LAST.isdisjoint(draft.modifiers)


def _score(earlier: Draft, later: Draft) -> float:
    """The sum of the weights that apply; a type may have its own, as `name@type`."""
    table = weights()
    return sum(table.get(f"{name}@{later.type}", table[name]) for name in observations(earlier, later))


def group(drafts: Sequence[Draft]) -> list[Happening]:
    """Happenings in order of their first mention. Weak mentions that point back to nothing are left out."""
    happenings: list[Happening] = []
    by_type: dict[str, list[Happening]] = {}
    numbers = count()
    for draft in drafts:
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


def observations(earlier: Draft, later: Draft) -> Iterator[str]:
    """Names of the weights that apply to two mentions."""
    yield "base"
    if earlier.type != later.type:
        yield "other_type"
    if earlier.headline:
        yield "headline"
    if later.weak:
        yield "later_weak"
    yield from _of_phrase(earlier, later)
    yield from _of_days(earlier, later)
    yield from _of_stance(earlier, later)
    yield from _of_roles(earlier, later)
    gap = later.sentence - earlier.sentence
    if gap < 2:
        yield "next_sentence" if gap else "same_sentence"
    elif gap > 10:
        yield "far"


def _of_phrase(earlier: Draft, later: Draft) -> Iterator[str]:
    yield f"later_{later.definite}"
    if earlier.head == later.head:
        yield "same_head"
    if later.fresh & earlier.fresh:
        yield "fresh_shared"
    elif later.fresh and earlier.fresh:
        yield "fresh_differs"
    elif later.fresh:
        yield "later_fresh"
    elif earlier.fresh:
        yield "earlier_fresh"
    kinds = {kind_of(earlier), kind_of(later)} - {None}
    if len(kinds) > 1 and not later.weak:
        yield "kind_differs"
    if earlier.definite == later.definite == "verb" and earlier.head != later.head and not earlier.headline:
        yield "verbs_differ"
    if earlier.stance == later.stance == "possible":
        yield "both_possible"
    if earlier.headline != later.headline and later.sentence - earlier.sentence < 3:
        yield "after_headline"
    if (earlier.hit.form == "plural") != (later.hit.form == "plural") and "verb" not in (
        earlier.definite,
        later.definite,
    ):
        yield "number_differs"
    if later.proper and not later.proper & earlier.proper:
        yield "proper_differs" if earlier.proper else "proper_new"
    if earlier.modifiers & later.modifiers:
        yield "modifiers_shared"
    elif later.modifiers:
        yield "modifiers_differ" if earlier.modifiers else "modifiers_new"


def days_apart(one: Draft, other: Draft) -> bool:
    """Whether both are dated by time words, and on days that do not meet.

    A decision may be put on one day and taken on another, so that when it was put tells nothing.
    """
    if one.type == other.type and (_put(one) or _put(other)):
        return False
    left, right = one.dated, other.dated
    return left.timex_no is not None and right.timex_no is not None and left.excludes(right)


def _counted(bill: Draft, vote: Draft) -> bool:
    """Whether a count of votes stands beside what became of a bill, in its sentence or as "the vote" in the next."""
    if bill.outcome not in ("passed", "rejected") or bill.stance != "asserted" or len(vote.tally) < 2:
        return False
    if vote.hit.line.tag(vote.hit.first - 1) == "number" and vote.sentence == bill.sentence:
        return True
    return vote.hit.part == "noun" and vote.definite == "definite" and 0 <= vote.sentence - bill.sentence < 2


def _put(draft: Draft) -> bool:
    """Whether a mention tells when a decision that is spoken of was put: "the motion was tabled last month"."""
    proposal = draft.type in ("motion", "amendment") and draft.definite == "definite"
    return proposal and draft.outcome == "pending" and not draft.weak


def over_and_ahead(one: Draft, other: Draft) -> bool:
    """Whether one is told to be over by a day, and the other, of no day, is still to come after it, or the reverse."""
    for told, open_ in ((one, other), (other, one)):
        latest, earliest = told.dated.latest, open_.dated.earliest
        if told.dated.timex_no is None or open_.dated.timex_no is not None or not latest or not earliest:
            continue
        if open_.stance == "planned" and latest < earliest:
            return True
        if open_.stance == "possible" and (earliest - latest).days > LONG_OVER:
            return True
    return False


def _of_days(earlier: Draft, later: Draft) -> Iterator[str]:
    one, other = earlier.dated, later.dated
    if one.timex_no is None or other.timex_no is None:
        return
    if (one.earliest, one.latest, one.apart) == (other.earliest, other.latest, other.apart):
        yield "same_expression" if one.timex_no == other.timex_no else "days_equal"
    elif days_apart(earlier, later):
        yield "days_apart"
    else:
        yield "days_overlap"


def _of_stance(earlier: Draft, later: Draft) -> Iterator[str]:
    both = {earlier.stance, later.stance}
    if len(both) == 1:
        yield "same_stance"
    elif both & {"negated", "averted"}:
        yield "denied"
    else:
        kinds = sorted(both)
        yield {
            ("asserted", "possible"): "possible_and_asserted",
            ("asserted", "planned"): "planned_and_asserted",
            ("planned", "possible"): "possible_and_planned",
        }[kinds[0], kinds[1]]


def _of_roles(earlier: Draft, later: Draft) -> Iterator[str]:
    roles: tuple[RoleName, ...] = ("actor", "target", "body")
    key = later.hit.entry.event.joins
    for role in roles:
        one, other = earlier.names(role), later.names(role)
        if _alike(one, other):
            yield f"{'key' if role == key else role}_same"
        elif not earlier.headline and _proper(one) and _proper(other):
            yield f"{'key' if role == key else role}_differs"
    if later.hit.entry.event.family == "decision" and not earlier.headline:
        one, other = (draft.names("body") | draft.names("actor") for draft in (earlier, later))
        if one and other and not _alike(one, other):
            yield "holders_differ"


def _alike(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two groups share somebody, by name or by how the name begins ("Thorne Vale Labour Party", "... CLP")."""
    return not {_beginning(name) for name in one}.isdisjoint({_beginning(name) for name in other})


def _beginning(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split(" ")[:3])


def _proper(names: Iterable[str]) -> bool:
    """Whether somebody is named, and not only described: "Tom Ridley", not "ferry chief"."""
    return any(name.rpartition(" ")[2][:1].isupper() for name in names)
