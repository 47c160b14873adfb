"""Trigger words: found in one scan of the text, told apart from other uses of the same words."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transforms.dates.vocabulary import numbered
from transforms.events.clauses import AUXILIARY, VERBAL, Line, clause_end, grammar, group_at, phrase_start, words_in
from transforms.events.counts import tallies
from transforms.events.lexicon import Entry, Form, Lexicon, Part
from transforms.events.undergoer import undergone
from transforms.records import Sentence

TALLY = 16
"""Words behind a decision among which its votes are told."""
NEAR = 6
"""Words before or after a trigger in which its company is looked for."""
ANY = frozenset({"a", "an", "any", "every", "each"})
OWNER = 5
"""Words before a trigger in which the determiner of its possessor stands."""


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
            if "'t" in known:  # cut anew in a line: "don't"
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
    for pattern, start, end in lexicon.matcher.find_matches_as_indexes(low):
        if not _whole(low, start, end):
            continue
        number = bisect_right(starts, start) - 1
        if number < 0 or end > sentences[number].end or number in skipped:
            continue
        hit = _read_shortened(lexicon, lexicon.words[pattern], start, lines, number)
        if hit is not None:
            hits.append(hit)
    return hits


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
    readings = lexicon.surfaces[surface]
    # The words of the sentence are looked at first: they rule most readings out, and cost less than their places.
    possible = [reading for reading in readings if _possible(reading[0], lines, number)]
    if not possible:
        return None
    line = lines[number]
    first, last = line.at(start), line.at(end - 1)
    for entry, part, form in possible:
        # The words around come next: they cost less than the tags of a sentence.
        if not _kept(entry, line, first, last) or not _in_company(entry, lines, number, first):
            continue
        nounish = form != "s" or any(other == "noun" for _, other, _ in readings)
        plain_verb = not nounish and _after_subject(line, first, last)
        if not (plain_verb or _used_as(line, first, last, part, form)):
            continue
        if _named_thing(line, first, last, lower=entry.trigger.lower):
            continue
        if _done_to_its_own(entry, part, line, first, last):
            return Hit(entry, part, form, start, end, line, first, last)
    return None


def _possible(entry: Entry, lines: Lines, number: int) -> bool:
    """Whether all words that a trigger must have around it stand in its sentence, wherever that is."""
    words = lines.vocabulary(number)
    if any(words.isdisjoint(wanted) for wanted in entry.wanted):
        return False
    return not entry.needs or not words.isdisjoint(entry.needs) or (number > 0 and "they" in words)


def _after_subject(line: Line, first: int, last: int) -> bool:
    """Whether a form in -s may be a verb: no article stands before, and no auxiliary behind ("new fires had begun")."""
    return _tag_before(line, first) not in ("determiner", "possessive") and line.tag(last + 1) not in AUXILIARY


def _named_thing(line: Line, first: int, last: int, *, lower: bool) -> bool:
    """Whether a single word is only part of a longer name: "Research Society", "the 29 March deadline"."""
    if first != last or not line.raw[first][0].isupper() or first == 0 or line.raw[first].isupper():
        return False
    if lower:
        return True
    follows = line.raw[last + 1 : last + 2]
    return (
        bool(follows)
        and follows[0][0].isupper()
        and line.tag(last + 1) == "word"
        and line.ends[last] + 1 == line.starts[last + 1]
        and line.tag(first - 1) not in ("possessive",)
    )


def _used_as(line: Line, first: int, last: int, part: Part, form: Form) -> bool:
    """Whether a word is used as this part of speech here; only forms that could be either are in question."""
    if form in ("fixed", "past", "participle"):
        return True
    before = _tag_before(line, first)
    if part == "noun":
        return first != last or not _looks_verbal(line, first, form)
    if form == "ing":
        return before not in ("determiner",)
    if first != last:
        return before not in ("determiner", "possessive", "number", "preposition")
    return _looks_verbal(line, first, form)


def _tag_before(line: Line, index: int) -> str:
    at = index - 1
    while line.tag(at) == "adverb":
        at -= 1
    return line.tag(at)


def _looks_verbal(line: Line, index: int, form: Form) -> bool:
    """Whether "vote", "votes", "report" is a verb: after "to", an auxiliary or a subject, before what verbs take."""
    before = _tag_before(line, index)
    if before in ("to", "modal", "do", "pronoun", "relative", "negation"):
        return line.word(index - 1) not in ("no",) and not (before == "pronoun" and line.word(index - 1) in ("her",))
    if before in ("determiner", "possessive", "number", "preposition", "be", "have", "ed", "ing", "verb"):
        return False
    after = line.tag(index + 1)
    word = line.word(index - 1)
    if form in ("plural", "s"):
        follows = (
            after in ("determiner", "to", "preposition", "subordinator", "relative", "pronoun")
            or line.raw[index + 1 : index + 2] != []
        )
        return (
            before == "word"
            and bool(follows)
            and not word.endswith("s")
            and after in ("determiner", "to", "pronoun", "adverb", "relative")
        )
    if (before == "stop" and index > 0) or _in_title(line, index):
        return False
    plural = (
        word.endswith("s")
        and not word.endswith("ss")
        and word not in grammar().bodies_in_s
        and line.tag(index - 1) == "word"
    )
    return plural and after in (
        "determiner",
        "to",
        "preposition",
        "pronoun",
        "adverb",
        "subordinator",
        "relative",
        "word",
        "conjunction",
    )


def _in_title(line: Line, index: int) -> bool:
    """Whether a word ends a name with a determiner: "his Identity Cards Bill"."""
    raised = line.raw[index][0].isupper() and index > 0 and line.raw[index - 1][0].isupper()
    return raised and line.tag(phrase_start(line, index)) == "determiner"


def _phrases(words: Sequence[str]) -> Iterable[str]:
    """Word groups that stand directly before (their ends) or after (their beginnings) a trigger."""
    for length in (1, 2, 3):
        yield " ".join(words[:length])


def _kept(entry: Entry, line: Line, first: int, last: int) -> bool:
    words = line.words
    if entry.not_with and entry.not_with & line.vocabulary:
        return False
    if entry.not_before and any(phrase in entry.not_before for phrase in _phrases(words[last + 1 : last + 4])):
        return False
    if "@name" in entry.not_before and _before_name(line, last):
        return False
    if entry.not_after:
        for length in (1, 2):
            if first >= length and " ".join(words[first - length : first]) in entry.not_after:
                return False
    near_after = words[last + 1 : last + 1 + NEAR]
    named = ("@name" in entry.then and _before_name(line, last)) or ("@tally" in entry.then and _tallied(line, last))
    if entry.then and not named and not any(_listed(word, entry.then) for word in near_after):
        return False
    return not entry.before or any(word in entry.before for word in words[max(first - NEAR, 0) : first])


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
    of_calendar = line.word(last + 1) in numbered("weekdays") or line.word(last + 1) in numbered("months")
    return line.raw[last].islower() and after[:1].isupper() and not of_calendar


def _tallied(line: Line, last: int) -> bool:
    """Whether votes for and against are told behind a word: "by 31 votes to 12", "by 31 to 12", "by 31-12"."""
    return any(line.word(tally.at - 1) == "by" for tally in tallies(line, last + 1, last + 1 + TALLY))


def _done_to_its_own(entry: Entry, part: Part, line: Line, first: int, last: int) -> bool:
    """Whether the trigger is done to what it must be, and to nothing that shows another sense: "suspend a ruling"."""
    if not entry.of and not entry.not_of:
        return True
    heads = undergone(line, first, last, part)
    return (not entry.of or not entry.of.isdisjoint(heads)) and entry.not_of.isdisjoint(heads)


def _listed(word: str, listed: frozenset[str]) -> bool:
    """Whether a word is one of a list, in which `@year` stands for any year."""
    return word in listed or (
        "@year" in listed and len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")
    )


def is_generic(hit: Hit) -> bool:
    """Whether the words speak of such things in general: a bare plural, or an indefinite thing, of no particular time.

    "Votes of no confidence bind nobody" and "members can sign a petition at any time" tell no event.
    """
    line = hit.line
    if hit.part == "verb":
        return _habitual(line, hit.first)
    if _as_time(line, hit.first) or _anybodys(line, hit.first):
        return True
    start = phrase_start(line, hit.first)
    plural = hit.form == "plural" or (hit.form == "fixed" and hit.line.words[hit.last].endswith("s"))
    bare = line.tag(start) not in ("determiner", "possessive") and "possessive" not in line.tags[start : hit.first]
    if not plural or not bare:
        return False
    if not hit.entry.trigger.generic_plural:
        return True
    before = line.tag(start - 1)
    if before in ("stop", "quote", "subordinator", "relative", "conjunction"):
        return _present_after(line, hit.last) and not _on_a_day(line, hit.last)
    return False


def _on_a_day(line: Line, last: int) -> bool:
    """Whether a weekday or month follows soon: "local elections take place on 1 May" are no elections in general."""
    low, high = last + 1, last + 1 + NEAR
    days = numbered("weekdays").keys() | (numbered("months").keys() - {"may"})
    return not days.isdisjoint(line.words[low:high]) or "May" in line.raw[low + 1 : high]


def _as_time(line: Line, at: int) -> bool:
    """Whether the words only say when something else is to be: "ahead of the next general election"."""
    start = phrase_start(line, at)
    if line.words[start : start + 2] != ["the", "next"]:
        return False
    return line.word(start - 1) in ("before", "until") or line.words[max(start - 2, 0) : start] == ["ahead", "of"]


def _anybodys(line: Line, at: int) -> bool:
    """Whether the happening is that of somebody or other: "a member's expulsion", "any minister's resignation"."""
    if line.tag(at - 1) != "possessive":
        return False
    return any(word in ANY for word in line.words[max(at - OWNER, 0) : at - 1])


def _habitual(line: Line, head: int) -> bool:
    return any(
        word in ("usually", "normally", "traditionally", "typically", "always", "often")
        for word in line.words[max(head - 4, 0) : head]
    )


def _present_after(line: Line, last: int) -> bool:
    """Whether the first verb after a subject is a simple present without an auxiliary that places it in time."""
    for index in range(last + 1, clause_end(line, last)):
        tag = line.tags[index]
        if tag in AUXILIARY:
            return line.words[index] in ("are", "can", "do", "may")
        if tag in VERBAL:
            return tag == "verb" and group_at(line, index).bare
        if tag == "word" and not line.words[index].endswith(("s", "n", "l")) and index - last == 1:
            return True
    return False
