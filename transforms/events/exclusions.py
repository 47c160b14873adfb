"""What two mentions of one type cannot both tell, whatever they have in common."""

from functools import cache

import seeds
from transforms.dates.vocabulary import day_and_month_names
from transforms.events.clauses import clause_start, group_at, phrase_start
from transforms.events.drafts import Draft
from transforms.events.elsewhere import told_as_past
from transforms.events.observations import alike, days_apart, kind_of, named
from transforms.events.phrases import phrase_words

LONG_OVER = 180
"""Days after which a thing that has been is not the one that may be."""
BESIDE = 6
"""Words between a verb and its day, or its subject."""
_OTHERS = frozenset({"other", "others", "another"})
_EARLIER = frozenset({"earlier", "previously"})
_SPANS = frozenset({"year", "month", "week", "weekend", "yesterday", "today", "tomorrow"})
_BEFORE = frozenset({"previous", "earlier", "last"})
LAST = frozenset({"last", "previous", "past"})
"""Set a thing that has been apart from one that is ahead."""


def kept_apart(one: Draft, other: Draft) -> bool:
    """Whether one is of a kind that the other's word does not mean: a news conference is not "the meeting"."""
    if one.weak or other.weak or one.type != other.type:
        return False
    alone: dict[str, list[str]] = seeds.toml("coreference.toml")["alone"]
    kinds = {kind_of(one), kind_of(other)}
    return len(kinds) > 1 and not kinds.isdisjoint(alone.get(one.type, ()))


def numbered_apart(one: Draft, other: Draft) -> bool:
    """Whether both are numbered among things of their kind, and otherwise: "the first letter", "a second letter"."""
    ordinals = phrase_words().ordinals
    return bool(ordinals & one.fresh) and bool(ordinals & other.fresh) and not ordinals & one.fresh & other.fresh


def one_more(earlier: Draft, later: Draft) -> bool:
    """Whether one is one more of its kind and the other is not: "a second inquiry" that may be, and "the inquiry"."""
    anew = phrase_words().anew
    if earlier.weak or later.weak or bool(anew & earlier.fresh) == bool(anew & later.fresh):
        return False
    if anew & later.fresh:
        return later.definite == "indefinite"
    return earlier.stance in ("possible", "planned") and later.stance == "asserted"


def on_other_days(earlier: Draft, later: Draft) -> bool:
    """Whether a time that surely belongs to one leaves out the days of the other.

    It names the thing in its phrase ("last year's rally") or stands beside the later verb ("voted last year to keep").
    """
    if not days_apart(earlier, later):
        return False
    done = later.definite == "verb" and later.dated.cost <= BESIDE
    return done or _is_named_by_days(earlier) or _is_named_by_days(later)


def done_by_others(earlier: Draft, later: Draft) -> bool:
    """Whether a verb tells what others did than those told of, or what they had done before.

    "Two other officers have resigned", "a tribunal had earlier ruled for the council".
    """
    if later.definite != "verb" or earlier.headline:
        return False
    line, first = later.hit.line, later.hit.first
    if line.vocabulary.isdisjoint(_OTHERS | _EARLIER):
        return False
    subject = line.words[max(clause_start(line, first), first - BESIDE) : first]
    before = later.dated.timex_no is None and not _EARLIER.isdisjoint(line.words[max(first - 2, 0) : first])
    return before or not _OTHERS.isdisjoint(subject)


def _is_named_by_days(draft: Draft) -> bool:
    if draft.hit.part != "noun" or draft.dated.cost:
        return False
    line, first = draft.hit.line, draft.hit.first
    inside = line.words[phrase_start(line, first) : first]
    known = _SPANS | day_and_month_names()
    return any(word in known or (len(word) == 4 and word.isdigit()) for word in inside)


def one_before(earlier: Draft, later: Draft) -> bool:
    """Whether a thing without a day is the one before that of a day: "the previous rally", "an earlier rally"."""
    if later.weak or later.dated.timex_no is not None or earlier.dated.timex_no is None:
        return False
    return _is_before(later) and not _is_before(earlier)


def _is_before(draft: Draft) -> bool:
    return not _BEFORE.isdisjoint(draft.modifiers) or not _BEFORE.isdisjoint(draft.fresh)


def taken_up(earlier: Draft, later: Draft) -> bool:
    """Whether the next sentence speaks of what has just been told, though by itself it might be one to come.

    "Hale won the election on Monday. The election drew complaints."
    """
    beside = 0 <= later.sentence - earlier.sentence < 2
    return beside and later.definite == "definite" and later.head == earlier.head and later.dated.timex_no is None


def has_been(draft: Draft) -> bool:
    """Whether a mention tells an earlier thing of its kind: "at the last election", "held the seat in 2001"."""
    won = draft.hit.part == "verb" and draft.hit.entry.event.undated == "planned"
    return won or not LAST.isdisjoint(draft.modifiers)


def counted(bill: Draft, vote: Draft) -> bool:
    """Whether a count of votes stands beside what became of a bill, in its sentence or as "the vote" in the next."""
    if bill.outcome not in ("passed", "rejected") or bill.stance != "asserted" or len(vote.tally) < 2:
        return False
    if vote.hit.line.tag(vote.hit.first - 1) == "number" and vote.sentence == bill.sentence:
        return True
    return vote.hit.part == "noun" and vote.definite == "definite" and 0 <= vote.sentence - bill.sentence < 2


def other_house(one: Draft, other: Draft) -> bool:
    """Whether two stages of bills are in different chambers: "passed the House", "the Senate will approve"."""
    if one.type != "bill" or other.type != "bill":
        return False
    names = ([name.casefold().removeprefix("the ") for name in draft.names("body")] for draft in (one, other))
    houses = [{_houses()[name] for name in told if name in _houses()} for told in names]
    return all(houses) and houses[0].isdisjoint(houses[1])


def other_court(one: Draft, other: Draft) -> bool:
    """Whether two rulings are of different courts, each of which is named."""
    if one.type != "ruling" or other.type != "ruling" or one.headline:
        return False
    courts = (one.names("body"), other.names("body"))
    told = all(found and all(named([name]) for name in found) for found in courts)
    return told and not alike(*courts)


@cache
def _houses() -> dict[str, str]:
    """Which chamber of two a name means."""
    table: dict[str, list[str]] = seeds.toml("coreference.toml")["houses"]
    return {name: house for house, names in table.items() for name in names}


def done_and_to_do(one: Draft, other: Draft) -> bool:
    """Whether people have gathered by one, as a verb in the past tells, and will by the other: they do so anew.

    "Clerks held a march over fees, and the union will demonstrate over pay".
    """
    if one.hit.entry.event.family != "assembly" or one.headline or other.headline:
        return False
    return any(_to_do(ahead) and _done(over) for over, ahead in ((one, other), (other, one)))


def _to_do(draft: Draft) -> bool:
    """Whether a verb says that people are still to gather."""
    return draft.stance == "planned" and draft.definite == "verb" and not draft.weak


def _done(draft: Draft) -> bool:
    """Whether a verb in the past says that people have gathered, or what they have held."""
    if draft.stance != "asserted" or draft.weak:
        return False
    if draft.definite == "verb":
        return told_as_past(draft.hit)
    verb = phrase_start(draft.hit.line, draft.hit.first) - 1
    new = draft.definite in ("indefinite", "bare")
    return new and draft.hit.line.tag(verb) == "ed" and not group_at(draft.hit.line, verb).be


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
