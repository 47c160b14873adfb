"""Days that a neighbouring sentence tells of a happening whose own sentences tell none."""

from collections.abc import Container, Iterator, Sequence, Set
from dataclasses import replace

from transforms.events.carried_on import carry_on, done_there
from transforms.events.clauses import group_at, phrase_start
from transforms.events.dating import Dated, Times, by_timex
from transforms.events.drafts import Draft
from transforms.events.happenings import Happening
from transforms.events.pointing import point_back
from transforms.events.speaking import date_by_speaker
from transforms.events.stances import Stance, words
from transforms.records import Sentence

_COUNTED = frozenset({"motion", "amendment", "vote"})
_AMENDED = frozenset({"motion", "bill", "vote"})
"""What an amendment is put to, and decided on in the same debate."""
BEFORE = 4
"""Sentences before a decision in which the meeting that took it is told."""
DEBATED = 8
"""Sentences before an amendment in which the debate that it was put in is told."""
BEHIND = 2
"""Sentences behind a decision in which the meeting that took it is told."""
_GRAINS = frozenset({"day", "part", "month", "week", "year"})


def at_gatherings(drafts: Sequence[Draft]) -> list[Draft]:
    """Date an undated decision by the gathering that took it in the same sentence: "at last year's annual meeting"."""
    gathered: dict[int, Dated] = {}
    for draft in drafts:
        if draft.hit.entry.event.family == "assembly" and draft.dated.timex_no is not None and located(draft):
            gathered.setdefault(draft.sentence, draft.dated)
    return [
        replace(draft, dated=replace(gathered[draft.sentence], rule="gathering"))
        if draft.sentence in gathered
        and draft.hit.entry.event.family == "decision"
        and draft.dated.timex_no is None
        and (draft.stance == "planned" or (draft.stance == "asserted" and not _ahead(gathered[draft.sentence], draft)))
        else draft
        for draft in drafts
    ]


def _ahead(gathered: Dated, draft: Draft) -> bool:
    """Whether a gathering is still to come when a decision has been taken: "voted to put it to the meeting in May"."""
    latest, earliest = draft.dated.latest, gathered.earliest
    return latest is not None and earliest is not None and earliest > latest


def located(draft: Draft) -> bool:
    """Whether a gathering is told as where something is done."""
    line = draft.hit.line
    leading = line.word(phrase_start(line, draft.hit.first) - 1)
    debated = leading == "after" and line.lemma(draft.hit.last) == "debate"
    return draft.hit.part == "noun" and (debated or leading in ("at", "during", "by"))


def borrow_days(happenings: Sequence[Happening], sentences: Sequence[Sentence], times: Times, text: str) -> None:
    """Date undated decisions by the sentence before, and the gatherings told in one sentence with them alike.

    What the sentence behind points back to is dated by it.
    """
    point_back(happenings, sentences, times, text)
    borrowed: dict[int, Dated] = {}
    # the day of what did not happen, or is still to come, is not that of what did; nor is that of somebody's election
    others = {
        d.dated.timex_no
        for happening in happenings
        for d in happening.drafts
        if d.stance != "asserted" or happening.event.family in ("membership", "proceeding")
    }
    for happening in happenings:
        if happening.event.family == "decision":
            _borrow(happening, sentences, times, borrowed, others)
    for happening in happenings:
        if happening.event.family == "assembly":
            _share(happening, borrowed)
            date_by_speaker(happening, sentences, times, others, text)
    told = _given_days(happenings, ("meeting",))
    ahead = _given_days(happenings, ("meeting",), "planned")
    for happening in happenings:
        if happening.type in _COUNTED:
            _at_gathering(happening, told)
            _to_be_put(happening, ahead)
    carry_on(happenings, sentences, times, others, text)
    done_there(happenings, times)
    debated = _given_days(happenings, _AMENDED)
    for happening in happenings:
        if happening.type == "amendment":
            _at_gathering(happening, debated, DEBATED)


def _share(happening: Happening, borrowed: dict[int, Dated]) -> None:
    index = happening.undated()
    if index is not None and happening.drafts[index].stance == "asserted":
        dated = borrowed.get(happening.drafts[index].sentence)
        if dated is not None:
            happening.drafts[index] = replace(happening.drafts[index], dated=dated)


def _borrow(
    happening: Happening,
    sentences: Sequence[Sentence],
    times: Times,
    borrowed: dict[int, Dated],
    others: Set[int | None],
) -> None:
    """Take the one time told before a mention that goes on from there, in its sentence or in the one before."""
    index = happening.undated()
    if index is None:
        return
    for at, draft in enumerate(happening.drafts[index:], index):
        goes_on = draft.outcome not in (None, "pending") or draft.definite == "definite"
        if (
            draft.fresh
            or draft.stance != "asserted"
            or not goes_on
            or (draft.type == "bill" and draft.hit.part == "noun")
        ):
            continue
        for start, end, rule in _told_before(draft, sentences, first=at == index):
            told = [number for number in times.within(start, end) if times.all[number].grain in _GRAINS]
            exact = len(told) == 1 and times.all[told[0]].grain != "year"
            if exact and told[0] not in others and _over(told[0], times):
                dated = replace(by_timex(told[0], draft.stance, times, draft.hit.line), rule=rule)
                happening.drafts[at] = replace(draft, dated=dated)
                borrowed[draft.sentence] = dated
                return
            if told:
                break


def _told_before(draft: Draft, sentences: Sequence[Sentence], *, first: bool) -> Iterator[tuple[int, int, str]]:
    """What stands before a mention: its own sentence where it tells the end of the thing there told, then the last.

    "Opponents joined forces on Tuesday but the motion was lost."
    """
    if draft.definite == "definite" and draft.sure and not draft.weak:
        line = draft.hit.line
        yield line.starts[0], line.starts[phrase_start(line, draft.hit.first)], "clause before"
    if first and draft.sentence > 0:
        before = sentences[draft.sentence - 1]
        yield before.start, before.end, "sentence before"


def _over(number: int, times: Times) -> bool:
    """Whether an expression tells of days that have been, as what was decided in them has."""
    earliest = times.all[number].earliest
    return earliest is None or times.published is None or earliest <= times.published


def _given_days(happenings: Sequence[Happening], types: Container[str], stance: Stance = "asserted") -> list[Draft]:
    """The mentions that give a day to something of some types that is over, or is ahead."""
    return [
        draft
        for happening in happenings
        if happening.type in types
        for draft in happening.drafts
        if draft.stance == stance and draft.dated.timex_no is not None and draft.dated.grain in ("day", "part")
    ]


def _to_be_put(happening: Happening, told: Sequence[Draft]) -> None:
    """Date what is to be put to a vote by the one meeting to come that is told in sentences around."""
    index = happening.undated()
    if index is None or happening.drafts[index].stance != "planned":
        return
    first = happening.drafts[index]
    if first.hit.part == "verb" and not _is_settled(first):
        return
    near = [draft for draft in told if -BEFORE <= draft.sentence - first.sentence <= BEHIND]
    days = {(draft.dated.earliest, draft.dated.latest) for draft in near}
    if len(days) == 1 and not any(_differ(first, draft, by_name=True) for draft in near):
        happening.drafts[index] = replace(first, dated=replace(near[-1].dated, rule="gathering"))


def _at_gathering(happening: Happening, told: Sequence[Draft], before: int = BEFORE) -> None:
    """Date what was carried or lost by the one meeting, or an amendment by the one debate, told in sentences around."""
    index = happening.undated()
    if index is None:
        return
    first = happening.drafts[index]
    decided = any(draft.sure and draft.outcome in ("passed", "rejected") for draft in happening.drafts)
    if first.fresh or first.stance != "asserted" or not decided:
        return
    near = [draft for draft in told if -before <= draft.sentence - first.sentence <= BEHIND]
    days = {(draft.dated.earliest, draft.dated.latest) for draft in near}
    if len(days) == 1 and not any(_differ(first, draft) for draft in near):
        happening.drafts[index] = replace(first, dated=replace(near[-1].dated, rule="gathering"))


def _is_settled(draft: Draft) -> bool:
    """Whether a verb tells what will be done, or somebody has been asked to do, and not what they only mean to do."""
    group = group_at(draft.hit.line, draft.hit.first)
    return group.modal == "will" or draft.hit.line.word(group.start - 1) in words().expected | {"asked"}


def _differ(decision: Draft, gathering: Draft, *, by_name: bool = False) -> bool:
    """Whether both say whose they are, and name nobody in common; `by_name`, whether both do so by names.

    "Shareholders" who are to approve may be those of "the firm" whose meeting it is.
    """
    one, other = decision.names("body"), gathering.names("body")
    if by_name:
        one, other = (frozenset(filter(_is_name, names)) for names in (one, other))
    return bool(one) and bool(other) and one.isdisjoint(other)


def _is_name(words_of_body: str) -> bool:
    return words_of_body != words_of_body.lower()
