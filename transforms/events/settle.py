"""What all mentions of a happening, taken together, say of its outcome and its numbers."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from transforms.events.counts import counts_in
from transforms.events.dating import Times
from transforms.events.drafts import Draft
from transforms.events.happenings import Happening
from transforms.events.numbers import counting
from transforms.records import Count, Counted, Outcome

CLOSE = 50
"""Characters between a trigger, or somebody who takes part, and a number of people that it is told of."""
HEADS = 1000
"""Added to the distance of a number of heads, which gives way to any other reading."""
UNDECIDED = 500
"""Added to the distance of voters of a side where nothing is decided yet, which give way to what is."""
FAR_OFF = 10**6
"""Distance of a number that is none of a happening's."""
_SIDES: frozenset[Counted] = frozenset({"for", "against", "abstained"})
TALLY = 12
"""Characters between the two numbers of a tally at most: "217 votes to 215"."""
AT_ONCE = 12
"""Characters between a number and those of whom it is told, who decide something."""
_HEADS: frozenset[Counted] = frozenset({"people", "attendance"})
Key = tuple[int, int]
"""Number of a happening and of a sentence."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Outcomes and counts by happening and sentence."""

    outcomes: dict[Key, Outcome | None]
    counts: dict[Key, tuple[Count, ...]]


def settle(happenings: Sequence[Happening], times: Times) -> Settled:
    """Outcomes and counts of every mention.

    Words of status win over arithmetic, arithmetic over how some voters are said to have voted. A number counts for
    one happening only: the one whose trigger stands nearest. A number inside a time expression counts nothing.
    """
    finals = {happening.number: _final(happening) for happening in happenings}
    counts = _whole(_counts(happenings, finals, times))
    outcomes: dict[Key, Outcome | None] = {}
    for happening in happenings:
        final = finals[happening.number] or _by_numbers(
            count for key, found in counts.items() if key[0] == happening.number for count in found
        )
        for draft in happening.drafts:
            key = (happening.number, draft.sentence)
            told = draft.outcome if draft.sure or final is None or draft.outcome == "pending" else None
            if told is None and (draft.outcome is not None or _tells_result(counts.get(key, ()))):
                told = final
            if outcomes.get(key) in (None, "pending"):
                outcomes[key] = told or outcomes.get(key)
    return Settled(outcomes, counts)


def _final(happening: Happening) -> Outcome | None:
    """The first final outcome that words of status tell."""
    return next((draft.outcome for draft in happening.drafts if draft.sure and draft.outcome != "pending"), None)


def _tells_result(counts: Iterable[Count]) -> bool:
    return any(count.counted in ("for", "against") for count in counts)


def _by_numbers(counts: Iterable[Count]) -> Outcome | None:
    """Passed when more were for than against; nothing when one of the two is not told, or they tie."""
    most: dict[Counted, int] = {}
    for count in counts:
        most[count.counted] = max(count.n, most.get(count.counted, 0))
    if "for" not in most or "against" not in most or most["for"] == most["against"]:
        return None
    return "passed" if most["for"] > most["against"] else "rejected"


def _whole(counts: dict[Key, tuple[Count, ...]]) -> dict[Key, tuple[Count, ...]]:
    """Without the parts of a side: "214-209, with one Republican opposed" tells 209 against."""
    most: dict[tuple[int, Counted], int] = {}
    for (happening, _), found in counts.items():
        for count in found:
            most[happening, count.counted] = max(count.n, most.get((happening, count.counted), 0))
    return {
        key: tuple(count for count in found if count.counted not in _SIDES or count.n == most[key[0], count.counted])
        for key, found in counts.items()
    }


def _counts(
    happenings: Sequence[Happening], finals: dict[int, Outcome | None], times: Times
) -> dict[Key, tuple[Count, ...]]:
    """Counts by happening and sentence; of several happenings in a sentence the nearest trigger takes a number."""
    told: dict[int, dict[tuple[str, Outcome | None], list[tuple[int, int, Draft]]]] = {}
    for happening in happenings:
        for draft in happening.drafts:
            voted = draft.hit.part == "verb" and draft.outcome != "pending"
            kind = happening.type, finals[happening.number] or (draft.outcome if voted else None)
            told.setdefault(draft.sentence, {}).setdefault(kind, []).append((draft.hit.start, happening.number, draft))
    found: dict[Key, tuple[Count, ...]] = {}
    for sentence, kinds in told.items():
        nearest: dict[int, tuple[int, int, Count]] = {}
        for (event_type, won), tellers in kinds.items():
            tellers.sort(key=lambda teller: teller[:2])
            for count in counts_in(tellers[0][2].hit.line, event_type, won):
                if times.covers(count.start):
                    continue
                far, number, draft = _nearest(tellers, count)
                if count.counted in _HEADS:
                    far += HEADS if count.counted != "people" or far <= CLOSE else FAR_OFF
                if far >= FAR_OFF:
                    continue
                if count.start not in nearest or far < nearest[count.start][0]:
                    nearest[count.start] = (far, number, _as_striker(draft, count))
        for _, number, count in _by_tally(sorted(nearest.values(), key=lambda value: value[2].start)):
            found[number, sentence] = (*found.get((number, sentence), ()), count)
    return found


def _by_tally(told: Sequence[tuple[int, int, Count]]) -> list[tuple[int, int, Count]]:
    """Counts in order of the text, both numbers of a tally with the happening that is nearest to one of them."""
    found = list(told)
    for at in range(1, len(found)):
        left, right = found[at - 1], found[at]
        beside = right[2].start - left[2].end <= TALLY and {left[2].counted, right[2].counted} == {"for", "against"}
        if beside and left[1] != right[1]:
            number = min(left, right, key=lambda each: each[0])[1]
            found[at - 1 : at + 1] = [(left[0], number, left[2]), (right[0], number, right[2])]
    return found


def _as_striker(draft: Draft, count: Count) -> Count:
    """Those who lay down their work as people, who come to nothing: "a strike by 9,000 miners"."""
    stopped = not counting().stoppages.isdisjoint(draft.hit.line.words[draft.hit.first : draft.hit.last + 1])
    return replace(count, counted="people") if stopped and count.counted == "attendance" else count


def _nearest(tellers: Sequence[tuple[int, int, Draft]], count: Count) -> tuple[int, int, Draft]:
    """How far the nearest of some triggers, in order of the text, stands from a number, and its happening."""
    at = bisect_left(tellers, count.start, key=lambda teller: teller[0])
    around = tellers[max(at - 1, 0) : at + 1]
    if count.counted == "people" and _done_to(around[0][2], count):
        return FAR_OFF, around[0][1], around[0][2]
    far, number, draft = min(((_far(draft, count), number, draft) for _, number, draft in around), key=itemgetter(0, 1))
    decided = draft.hit.entry.event.family == "decision"
    owned = draft.hit.line.word(draft.hit.line.at(count.start) - 1) in ("its", "their")
    if count.counted == "people" and decided and (owned or _beside(draft, count) > AT_ONCE):
        return FAR_OFF, number, draft  # "passed by a committee of three members", "a ballot of its 300 members"
    return far, number, draft


def _far(draft: Draft, count: Count) -> int:
    """How far a number stands from a trigger; farther when sides are counted and nothing is decided yet."""
    far = min(abs(count.start - draft.hit.end), abs(draft.hit.start - count.end), _beside(draft, count))
    undecided = count.counted in _SIDES and draft.stance != "asserted"
    return far + UNDECIDED if undecided else far


def _done_to(draft: Draft, count: Count) -> bool:
    """Whether people are counted as others, of whom something else is told: "the sacked driver wounded two men"."""
    line, before = draft.hit.line, draft.hit.line.at(count.start) - 1
    while before > 0 and line.words[before] in counting().approximately and line.words[before] != "to":
        before -= 1
    told = draft.hit.first <= before <= draft.hit.last
    own = draft.hit.entry.event.family == "membership"  # "replaced by four members": they have not resigned
    others = line.tag(before) in ("verb", "ed", "ing") or (own and line.word(before) in ("from", "by", "with", "to"))
    return others and not told


def _beside(draft: Draft, count: Count) -> int:
    """How far a number stands before those of many who take part: "Five more barristers are said to resign"."""
    groups = (role.start - count.end for role in draft.roles if role.kind == "group" and role.start >= count.start)
    return min((max(far, 0) for far in groups), default=FAR_OFF)
