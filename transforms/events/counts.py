"""Numbers told of an event: votes for and against, signatories, attendance."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from transforms.events.numbers import Number, counting, numbers
from transforms.events.phrases import phrase_words
from transforms.events.tagging import Line
from transforms.records import Count, Counted, Outcome

FAR = 9
"""Words between a number and what says what it counts."""
SENTENCE = 40
"""Words around a number in which the rest of its sentence is looked at."""


def counts_in(line: Line, event_type: str, outcome: Outcome | None) -> tuple[Count, ...]:
    """Counts that a sentence tells of an event of a type; `outcome` says which side won."""
    allowed = counting().types.get(event_type, ())
    if not allowed:
        return ()
    found: dict[tuple[int, Counted], Count] = {}
    if "for" in allowed or "votes" in allowed:
        voted = (tally for tally in tallies(line) if _of_voting(line, tally.at) and not _is_ratio(line, tally))
        for count in (count for tally in voted for count in _sided(tally, outcome)):
            told = count if "for" in allowed else replace(count, counted="votes")
            found.setdefault((told.n, told.counted), told)
    for count in _fused(line, allowed):
        found.setdefault((count.n, count.counted), count)
    taken = {count.start for count in found.values()}
    for number in numbers(line):
        if line.starts[number.first] in taken:
            continue
        counted = _counted(line, number, allowed)
        if counted is not None:
            count = Count(start=line.starts[number.first], end=line.ends[number.last], n=number.n, counted=counted)
            found.setdefault((count.n, counted), count)
    return tuple(sorted(found.values(), key=lambda count: (count.start, count.counted)))


def _fused(line: Line, allowed: tuple[Counted, ...]) -> Iterator[Count]:
    """A number and what it counts in one word: "a 7,150-name petition"."""
    if "signatories" not in allowed:
        return
    for index, word in enumerate(line.words):
        left, dash, right = word.rpartition("-")
        plain, counted = left.replace(",", ""), counting().cues.get(right)
        if dash and counted == "signatories" and plain.isascii() and plain.isdigit():
            start = line.starts[index]
            yield Count(start=start, end=start + len(left), n=int(plain[:9]), counted=counted)


class Tally(NamedTuple):
    """Two numbers set against each other from a word on, and where each stands in the text."""

    at: int
    left: int
    right: int
    left_span: tuple[int, int]
    right_span: tuple[int, int]


def tallies(line: Line, low: int = 0, high: int | None = None) -> Iterator[Tally]:
    """Numbers set against each other among some words: "214-209", "311 votes to 224", "233 to 207", "six to three"."""
    for index, word in enumerate(line.words[low:high], low):
        left, dash, right = word.partition("-")
        if dash and word.isascii() and left.isdigit() and right.isdigit() and len(word) < 12:
            start, end = line.starts[index], line.ends[index]
            middle = start + len(left)
            yield Tally(index, int(left), int(right), (start, middle), (middle + 1, end))
    for one, other in pairwise(numbers(line, low, high)):
        between = line.words[one.last + 1 : other.first]
        joined = between in (["to"], ["votes", "to"], ["against"], ["-"], ["votes", "against"], ["ayes", "to"]) or (
            len(between) == 3
            and (
                (between[0] in ("mps", "members", "peers") and between[-1] == "to")
                or (between[:2] == ["votes", "to"] and between[2] in phrase_words().owned)
            )
        )
        if joined:
            spans = [(line.starts[number.first], line.ends[number.last]) for number in (one, other)]
            yield Tally(one.first, one.n, other.n, spans[0], spans[1])


def _is_ratio(line: Line, tally: Tally) -> bool:
    """Whether two numbers only say how many times as many there were: "by a margin of two to one"."""
    return (
        tally.right == 1
        and tally.left < 10
        and not counting().ratios.isdisjoint(line.words[tally.at - 4 : tally.at + 6])
    )


def _of_voting(line: Line, index: int) -> bool:
    return not counting().voting.isdisjoint(line.words[max(index - FAR, 0) : index + FAR])


def _sided(tally: Tally, outcome: Outcome | None) -> Iterator[Count]:
    """The winner's number belongs to the side that the outcome says won; with none told, the first is for."""
    sides: tuple[Counted, Counted] = ("for", "against")
    if outcome == "rejected" and tally.left > tally.right:
        sides = ("against", "for")
    yield Count(start=tally.left_span[0], end=tally.left_span[1], n=tally.left, counted=sides[0])
    yield Count(start=tally.right_span[0], end=tally.right_span[1], n=tally.right, counted=sides[1])


def _counted(line: Line, number: Number, allowed: tuple[Counted, ...]) -> Counted | None:
    """What a number counts: the first cue after it, over people; or a cue right before it ("attended by 300")."""
    people = counting().people
    after = _whole_of(line, number.last + 1) if number.n > 1 else number.last + 1  # "one of the 67 who signed"
    part, whole = after > number.last + 1, _is_whole(line, number.first)
    counted, someone = _cue_after(line, after, allowed)
    if counted in ("for", "against") and "votes" not in allowed and not _of_judges(line, number):
        return None  # "a warrant against four men"
    came = counted == "attendance" or allowed == ("attendance",)
    if came and (number.n == 1 or _of_bodies(line, number)):
        return None
    if came and (_comes_to_harm(line, number) or _makes_up(line, number) or _before(line, number) == "from"):
        return None
    if counted == "votes" and not (part or whole) and not _of_ballots(line, number):
        return None
    if counted is not None:
        # of "141 of the 260 votes" the whole is what was cast, of "19 of its 30 members opposed it" the part counts
        return counted if (counted == "votes") == whole or not (part or whole) else None
    if "attendance" in allowed and number.n > 1 and (_came_by(line, number) or _measured(line, number)):
        return "attendance"
    if "signatories" in allowed and _signed_by(line, number):
        return "signatories"
    if "signatories" in allowed and number.n > 1 and _puts_name(line, number):
        return "signatories"
    if "people" in allowed and number.n > 1 and not whole and _of_people(line, number, after):
        return "people"
    alone = allowed == ("attendance",) and not (part or whole)
    told = alone and someone and number.n >= 20 and line.word(after) in people and not _of_others(line, number, after)
    return "attendance" if told else None


def _cue_after(line: Line, after: int, allowed: tuple[Counted, ...]) -> tuple[Counted | None, bool]:
    """What the first cue behind a number says that it counts, and whether people stand between."""
    someone = False
    for index in range(after, min(after + FAR, len(line))):
        word = line.words[index]
        stop = line.tags[index] == "stop" and word not in ("-", "'")
        if stop or line.tags[index] in ("number", "subordinator"):
            break
        if word in counting().describing and line.tag(index + 1) == "word":
            continue  # "three opposition parties"
        counted = _by_aim(line, index) or _side_of_votes(line, index, allowed) or counting().cues.get(word)
        if allowed == ("signatories",) and word in counting().behind:
            counted = "signatories"
        near = someone or index <= after + 2 + (line.tag(index - 1) == "have")
        if counted in allowed and near and word != "no" and (word != "for" or _is_for(line, index)):
            return counted, someone
        someone = someone or word in counting().people
    return None, someone


def _by_aim(line: Line, index: int) -> Counted | None:
    """The side of those who "voted to" do a thing, and of those who "sided with" somebody against them."""
    if line.words[index] == "voted" and line.word(index + 1) == "to":
        return "against" if line.word(index + 2) in counting().rejecting else "for"
    if line.words[index] not in counting().siding or line.word(index + 1) != "with":
        return None
    voted = next((at for at in range(index - 1, max(index - SENTENCE, 0), -1) if line.words[at] == "voted"), None)
    other = None if voted is None else _by_aim(line, voted)
    sides: dict[Counted, Counted] = {"for": "against", "against": "for"}
    return None if other is None else sides[other]


def _side_of_votes(line: Line, index: int, allowed: tuple[Counted, ...]) -> Counted | None:
    """The side that ballots were cast for: "141 votes in favour"."""
    if line.words[index] not in counting().ballots:
        return None
    side = counting().cues.get(line.word(index + 1 + (line.word(index + 1) == "in")))
    return side if side in ("for", "against") and side in allowed else None


def _before(line: Line, number: Number) -> str:
    """The word before a number, and before what says that it is not exact."""
    at = number.first - 1
    while (
        at > 0
        and line.words[at] in counting().approximately
        and (line.words[at] != "at" or line.word(at + 1) == "least")
    ):
        at -= 1
    return line.word(at)


def _of_ballots(line: Line, number: Number) -> bool:
    """Whether so many ballots were cast, not so many votes held, and no side is ahead by so many."""
    ballots = number.last + 1
    while line.word(ballots) in counting().cast:
        ballots += 1
    margin = _before(line, number) == "by" or line.word(ballots + 1) in counting().margins
    held = _before(line, number) in counting().held or line.word(number.last + 1) in counting().held
    wanted = line.word(ballots + 1) in counting().wanting  # "the 60 votes needed"
    return line.word(ballots) in counting().ballots and not (margin or held or wanted)


def _came_by(line: Line, number: Number) -> bool:
    """Whether people are those of a gathering: "a walkout by 8,000 dockers", "a meeting attended by 300"."""
    before = line.words[max(number.first - 4, 0) : number.first]
    if "by" not in before:
        return False
    of_gathering = not counting().gatherings.isdisjoint(before) and _group_end(line, number) is not None
    return "attended" in before or (of_gathering and _before(line, number) == "by")


def _measured(line: Line, number: Number) -> bool:
    """Whether a crowd is put at a number: "estimated the crowd at 40,000", "a turnout of 3,000"."""
    near = line.words[max(number.first - FAR, 0) : number.first]
    return _before(line, number) in ("at", "of") and not counting().measures.isdisjoint(near)


def _signed_by(line: Line, number: Number) -> bool:
    """Whether people are those whose names stand under it: "signed by 67 peers", "a letter from 54 senators"."""
    before = line.words[max(number.first - 5, 0) : number.first]
    if "by" in before and not counting().done.isdisjoint(before):
        return "signed" in before or _group_end(line, number) is not None
    written = not counting().signed.isdisjoint(before) and _before(line, number) in ("from", "by")
    return written and number.n > 1 and _group_end(line, number) is not None


def _group_end(line: Line, number: Number) -> int | None:
    """The noun of people that a number counts: "31 Green members"."""
    for index in range(number.last + 1, min(number.last + 5, len(line))):
        if line.words[index] in counting().people:
            return index
        if line.tags[index] not in ("word", "ed", "ing") and line.words[index] != "more":
            return None
    return None


def _puts_name(line: Line, number: Number) -> bool:
    """Whether people write, or say in a letter, what it says: "31 members said in an open letter"."""
    group = _group_end(line, number)
    if group is None or line.tag(number.first - 1) in ("preposition", "to"):
        return False
    verb = group + 1 + (line.tag(group + 1) == "have")
    if line.tag(verb) == "preposition":  # "22 mayors from the coast said"
        ends = ("stop", "subordinator", "relative", "number", "have", "be", "modal", "conjunction")
        beyond = (at for at in range(verb, verb + FAR) if line.tag(at) in ends or line.word(at) in counting().signing)
        verb = next(beyond, verb)
        if line.word(verb) == ",":  # "22 mayors from the coast, a Green region, said"
            verb = next((at + 1 for at in range(verb + 1, verb + FAR) if line.word(at) == ","), verb)
    if line.word(verb) not in counting().signing:
        return False
    if line.word(verb + 1) == "to" and line.lemma(verb) == "write":
        return True
    around = range(max(verb - SENTENCE, 0), min(verb + SENTENCE, len(line)))
    told = (at for at in around if line.words[at] in counting().signed)
    return any("in" in line.words[max(at - 4, 0) : at] for at in told)


def _comes_to_harm(line: Line, number: Number) -> bool:
    """Whether people are counted as those arrested or hurt, not as those who came."""
    at = number.first - 1
    while at > 0 and (line.words[at] in counting().approximately or line.words[at] == "of"):
        at -= 1
    if line.word(at) in counting().harmed or (
        line.word(at) in counting().harm and "of" in line.words[at : number.first]
    ):
        return True
    group = _group_end(line, number)
    if group is None:
        return False
    verb = group + 1
    while line.tag(verb) in ("be", "have", "adverb"):
        verb += 1
    return verb > group + 1 and line.word(verb) in counting().harmed


def _of_others(line: Line, number: Number, noun: int) -> bool:
    """Whether people behind a number are not those who came: "paid to 40 executives", "132 fighter aircraft"."""
    at = number.first - 1
    while at > 0 and line.words[at] in counting().approximately and line.words[at] != "to":
        at -= 1
    given = line.word(at) in ("with", "'s") or (line.word(at) == "to" and line.word(at - 1) != "up")
    return given or (line.tag(noun + 1) == "word" and line.word(noun) not in counting().cues)


def _of_judges(line: Line, number: Number) -> bool:
    """Whether a number counts those who sit in a court: "six judges were for it, three against"."""
    group = _group_end(line, number)
    return group is not None and line.words[group] in counting().judging


def _of_bodies(line: Line, number: Number) -> bool:
    """Whether bodies are counted, which nobody comes as: "pay accords with 21 companies ended the strike"."""
    group = _group_end(line, number)
    return group is not None and line.words[group] in counting().bodies


def _makes_up(line: Line, number: Number) -> bool:
    """Whether people are counted as those of a body: "a union of 17,000 clerks", "representing its 400 pilots"."""
    at = number.first - 1
    while at > 0 and (line.words[at] in counting().approximately or line.tags[at] == "determiner"):
        at -= 1
    return line.word(at) in counting().having or (line.word(at) == "of" and line.word(at - 1) in counting().bodies)


def _whole_of(line: Line, at: int) -> int:
    """The word after the whole that a number is a part of, else the word given.

    "26 of its 36 members opposed it", "nine of the council's 15 members".
    """
    if line.word(at) != "of" or line.tag(at + 1) not in ("determiner", "pronoun", "word"):
        return at
    whole = next((k for k in range(at + 2, at + 6) if line.tag(k) == "number"), at)
    return whole + 1 if line.tag(whole - 1) in ("determiner", "pronoun", "possessive") else at


def _is_whole(line: Line, first: int) -> bool:
    """Whether another number is said to be a part of the one that starts at a word."""
    of = next((k for k in range(first - 2, max(first - 6, 0), -1) if line.words[k] == "of"), 0)
    parted = line.tag(of - 1) == "number" and line.word(of - 1) not in ("one", "1")
    return parted and _whole_of(line, of) == first + 1


def _of_people(line: Line, number: Number, after: int) -> bool:
    """Whether a number stands in a noun phrase of people: "34 Labour MPs"; `after`: or is a part of so many."""
    group = _group_end(line, number if after == number.last + 1 else replace(number, last=after - 1))
    return group is not None and line.words[group] not in counting().ballots


def _is_for(line: Line, index: int) -> bool:
    """Whether "for" means in favour: after a verb of voting or right after the number, before no purpose."""
    return line.word(index - 1) in ("voted", "vote", "votes", "voting") or line.tag(index - 1) == "number"
