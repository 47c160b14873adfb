"""Trigger words: found in one scan of the text, told apart from other uses of the same words."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transforms.dates.vocabulary import day_and_month_names
from transforms.events.clauses import group_at
from transforms.events.counts import tallies
from transforms.events.lexicon import Entry, Form, Lexicon, Part, in_other_tense
from transforms.events.tagging import Line, words_in
from transforms.events.undergoer import cut_short, passive_agent, undergone
from transforms.events.uses import after_several, after_subject, named_thing, tells_as_past, used_as
from transforms.records import Sentence

TALLY = 16
"""Words behind a decision among which its votes are told."""
NEAR = 6
"""Words before or after a trigger in which its company is looked for."""
NAMED = 16
"""Words of names behind a trigger that may stand before its company."""
ASIDE = 14
"""Words between two commas that may part a subject from its verb."""
_JOINING = frozenset({"and", ",", "&"})


class Lines:
    """The sentences of a document as lines, each made when it is asked for, and the words of each, which cost less."""

    def __init__(self, shadow: str, low: str, sentences: Sequence[Sentence]) -> None:
        self._shadow = shadow
        self._low = low
        self._sentences = sentences
        self._made: dict[int, Line] = {}
        self._words: dict[int, frozenset[str]] = {}

    def __getitem__(self, number: int) -> Line:
        line = self._made.get(number)
        if line is None:
            sentence = self._sentences[number]
            line = self._made[number] = Line(self._shadow, sentence.start, sentence.end, number)
        return line

    def vocabulary(self, number: int) -> frozenset[str]:
        """The words that stand in a sentence."""
        known = self._words.get(number)
        if known is None:
            sentence = self._sentences[number]
            known = words_in(self._low, sentence.start, sentence.end)
            if "'t" in known or "<" in known:  # cut anew in a line: "don't", "Hale Inc <HAL>"
                known = self[number].vocabulary
            self._words[number] = known
        return known


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger in the text: its entry, how it is used, its span, its sentence and its words in it."""

    entry: Entry
    part: Part
    form: Form
    start: int
    end: int
    line: Line
    first: int
    last: int

    @property
    def type(self) -> str:
        """The event type it tells."""
        return self.entry.event.type


def lowered(shadow: str) -> str:
    """Lower case of the same length, line breaks as spaces: what the scan reads."""
    low = shadow.lower()
    if len(low) != len(shadow):
        low = "".join(lower if len(lower := char.lower()) == 1 else char for char in shadow)
    return low.replace("\n", " ")


def find_triggers(shadow: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Hit]:
    """Triggers in order of the text, none of them in boilerplate, none overlapping."""
    low = lowered(shadow)
    starts = [sentence.start for sentence in sentences]
    skipped = _repeats(low, sentences)
    lines = Lines(shadow, low, sentences)
    hits: list[Hit] = []
    read_to = 0
    for pattern, start, end in lexicon.matcher.find_matches_as_indexes(low):
        surface = lexicon.words[pattern]
        single = " " not in surface  # of a phrase, a part might tell something
        if start < read_to or (single and (low[end : end + 1].isalnum() or not _whole(low, start, end))):
            continue
        number = bisect_right(starts, start) - 1
        if number < 0 or end > sentences[number].end or number in skipped:
            continue
        asked_for = lexicon.asked_for(surface) if single else None
        if asked_for and asked_for.isdisjoint(lines.vocabulary(number)):
            continue
        hit = _read_at(lexicon, surface, start, lines, number, low)
        if hit is not None:
            hits.append(hit)
            read_to = hit.end
    return hits


def _read_at(lexicon: Lexicon, surface: str, start: int, lines: Lines, number: int, low: str) -> Hit | None:
    """The reading of a phrase found, of a shorter one at its place, or of one that starts at a later word of it.

    The scan finds "court order" in "the court ordered", and nothing else there.
    """
    end = start + len(surface)
    if _whole(low, start, end):
        hit = _read_shortened(lexicon, surface, start, lines, number)
    else:
        shorter = surface.rpartition(" ")[0]
        hit = (
            _read_shortened(lexicon, shorter, start, lines, number)
            if _whole(low, start, start + len(shorter))
            else None
        )
    at = start
    while hit is None and (at := low.find(" ", at, end) + 1):
        found = next(iter(lexicon.matcher.find_matches_as_indexes(low[at : at + lexicon.longest])), None)
        if found is not None and found[1] == 0 and _whole(low, at, at + found[2]):
            hit = _read_shortened(lexicon, lexicon.words[found[0]], at, lines, number)
    return hit


def _repeats(low: str, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Numbers of the sentences that tell nothing: boilerplate, and what an earlier sentence says word for word."""
    seen: set[str] = set()
    skipped: set[int] = set()
    for number, sentence in enumerate(sentences):
        words = low[sentence.start : sentence.end]
        if sentence.kind == "boilerplate" or words in seen:
            skipped.add(number)
        seen.add(words)
    return frozenset(skipped)


def _whole(low: str, start: int, end: int) -> bool:
    before, after = low[start - 1 : start], low[end : end + 2]
    if before.isalnum() or before == "_" or (before == "-" and low[start - 2 : start - 1].isalnum()):
        return False
    return not (after[:1].isalnum() or after[:1] == "_" or (after[:1] == "-" and after[1:].isalnum()))


def _read_shortened(lexicon: Lexicon, surface: str, start: int, lines: Lines, number: int) -> Hit | None:
    """The reading of the phrase found, or, where its neighbours forbid it, of a shorter one at the same place."""
    while surface:
        if surface in lexicon.surfaces:
            hit = _read(lexicon, surface, start, start + len(surface), lines, number)
            if hit is not None:
                return hit
        surface = surface.rpartition(" ")[0]
    return None


def _read(lexicon: Lexicon, surface: str, start: int, end: int, lines: Lines, number: int) -> Hit | None:
    """The first reading of a surface that its neighbours allow."""
    # The words of the sentence are looked at first: they rule most readings out, and cost less than their places.
    words = lines.vocabulary(number)
    possible = [reading for reading in lexicon.readings(surface, words) if _possible(reading[0], words, number)]
    if not possible:
        return None
    line = lines[number]
    first, last = line.at(start), line.at(end - 1)
    for entry, part, form in possible:
        # The words around come next: they cost less than the tags of a sentence.
        if not _kept(entry, line, first, last) or not _in_company(entry, lines, number, first):
            continue
        lone = not any(other == "noun" for _, other, _ in lexicon.surfaces[surface])
        plain_verb = lone and (
            (form == "s" and after_subject(line, first, last)) or (form == "base" and after_several(line, first, last))
        )
        if in_other_tense(entry.trigger, form) and not tells_as_past(line, first, form):
            continue
        if not (plain_verb or used_as(line, first, last, part, form)):
            continue
        if named_thing(line, first, last, lower=entry.trigger.lower):
            continue
        if _done_to_its_own(entry, part, line, first, last):
            return Hit(entry, part, form, start, end, line, first, last)
    return None


def _possible(entry: Entry, words: frozenset[str], number: int) -> bool:
    """Whether all words that a trigger must have around it are among those of its sentence, whose number is given."""
    for wanted in entry.wanted:  # a loop takes half the time of "any" here
        if words.isdisjoint(wanted):
            return False
    return not entry.needs or not words.isdisjoint(entry.needs) or (number > 0 and "they" in words)


def _phrases(words: Sequence[str]) -> Iterable[str]:
    """Word groups that stand directly before (their ends) or after (their beginnings) a trigger."""
    for length in (1, 2, 3):
        yield " ".join(words[:length])


def _kept(entry: Entry, line: Line, first: int, last: int) -> bool:
    words = line.words
    if not entry.not_with.isdisjoint(line.vocabulary):
        return False
    if entry.not_before and any(phrase in entry.not_before for phrase in _phrases(words[last + 1 : last + 4])):
        # "aimed at meeting the target", but "told the meeting the bank must change"
        opened = first == last and line.tag(first - 1) in ("determiner", "possessive")
        if not opened or line.tag(last + 1) != "determiner":
            return False
    if "@name" in entry.not_before and _before_name(line, last):
        return False
    if entry.not_after:
        for length in (1, 2):
            if first >= length and " ".join(words[first - length : first]) in entry.not_after:
                return False
    named = ("@name" in entry.then and _before_name(line, last)) or ("@tally" in entry.then and _tallied(line, last))
    if entry.then and not named and not any(_listed(word, entry.then) for word in _soon_after(line, last)):
        return False
    return not entry.before or _led_up_to(entry.before, line, first, last)


def _led_up_to(wanted: frozenset[str], line: Line, first: int, last: int) -> bool:
    """Whether a word that must stand before a trigger does, or does so where the grammar puts what is before a verb.

    That is behind the "by" of a passive, or before an aside: "the judge, who is 60, ruled".
    """
    if "@tally" in wanted and any(tallies(line, first - 1, first)):
        return True
    if any(word in wanted for word in line.words[max(first - NEAR, 0) : first]):
        return True
    if "by" in line.vocabulary and not wanted.isdisjoint(passive_agent(line, first, last, NEAR)):
        return True
    return "," in line.vocabulary and not wanted.isdisjoint(_subject_before_aside(line, first))


def _subject_before_aside(line: Line, first: int) -> Sequence[str]:
    """The words before what stands between commas before a verb: "the judge" in "the judge, who is 60, ruled"."""
    closing = group_at(line, first).start - 1
    if line.word(closing) != ",":
        return ()
    opening = next((at for at in range(closing - 1, max(closing - ASIDE, 0), -1) if line.words[at] == ","), 0)
    describes = line.tag(opening + 1) in ("relative", "determiner", "number")
    return line.words[max(opening - NEAR, 0) : opening] if describes else ()


def _soon_after(line: Line, last: int) -> Sequence[str]:
    """The words soon after a trigger; a list of names that is its object does not count."""
    at = last + 1
    limit = min(at + NAMED, len(line))
    while at < limit and (line.raw[at][0].isupper() or (line.words[at] in _JOINING and at > last + 1)):
        at += 1
    return line.words[last + 1 : at + NEAR]


def _in_company(entry: Entry, lines: Lines, number: int, first: int) -> bool:
    """Whether a word that a trigger needs stands in its sentence, or in the one that a pronoun before it points to."""
    line = lines[number]
    if not entry.needs or not entry.needs.isdisjoint(line.vocabulary):
        return True
    points_back = "they" in line.words[max(first - NEAR, 0) : first]
    return number > 0 and points_back and not entry.needs.isdisjoint(lines[number - 1].vocabulary)


def _before_name(line: Line, last: int) -> bool:
    """Whether a trigger in small letters stands before a name, a day's or month's apart: "the ruling Orchard Party"."""
    after = line.raw[last + 1] if last + 1 < len(line.raw) else ""
    of_calendar = line.word(last + 1) in day_and_month_names()
    return line.raw[last].islower() and after[:1].isupper() and not of_calendar


def _tallied(line: Line, last: int) -> bool:
    """Whether votes for and against are told behind a word: "by 31 votes to 12", "by 31 to 12", "by 31-12"."""
    return any(line.word(tally.at - 1) == "by" for tally in tallies(line, last + 1, last + 1 + TALLY))


def _done_to_its_own(entry: Entry, part: Part, line: Line, first: int, last: int) -> bool:
    """Whether the trigger is done to what it must be, and to nothing that shows another sense: "suspend a ruling"."""
    if not entry.of and not entry.not_of:
        return True
    heads = undergone(line, first, last, part)
    if not entry.not_of.isdisjoint(heads):
        return False
    return not entry.of or not entry.of.isdisjoint(heads) or not entry.of.isdisjoint(cut_short(line, first))


def _listed(word: str, listed: frozenset[str]) -> bool:
    """Whether a word is one of a list, in which `@year` stands for any year."""
    return word in listed or (
        "@year" in listed and len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")
    )
