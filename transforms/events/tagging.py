"""Sentences as tagged words: the little grammar that status, dating and counting look at.

Tags are decided by closed classes and inflection alone, in one pass over a sentence; what an ambiguous word is gets
decided by its neighbours. Every look at the neighbourhood is bounded: a sentence of any length costs linear time.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Literal

import seeds
from transforms.events.morphology import VerbForm, verb_forms
from transforms.events.phrases import phrase_words

Tag = Literal[
    "determiner", "preposition", "conjunction", "subordinator", "relative", "pronoun", "modal", "be", "have", "do",
    "negation", "adverb", "to", "verb", "ed", "ing", "number", "stop", "quote", "possessive", "word",
]  # fmt: skip

_TOKEN = re.compile(r"\w+(?:[-.&/,]\w+)*+|'\w+|[^\w\s]")
_ANGLED = re.compile(r"<([A-Z][^<>\n]{0,80})>")
_TICKER = re.compile(r"[A-Z]{1,6}(?:\.[A-Z]{1,3})?")
REACH = 30
"""Words to either side that a question about one word may look at."""
AUXILIARY: frozenset[Tag] = frozenset({"modal", "be", "have", "do"})
VERBAL: frozenset[Tag] = frozenset({"verb", "ed", "ing"})


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes by word, verb forms by word, and the verbs of forms that are told by their ending alone.

    `past` are forms in -ed, `moving` those in -ing, which are verbs behind a form of "be": "are plotting to oust him".
    """

    closed: dict[str, Tag]
    verbs: dict[str, tuple[str, frozenset[VerbForm]]]
    past: dict[str, str]
    moving: dict[str, str]
    adverbs: frozenset[str]
    nouns_in_ly: frozenset[str]
    adjectives_in_ly: frozenset[str]
    plurals_without_s: frozenset[str]
    bodies_in_s: frozenset[str]
    told_to: frozenset[str]


@cache
def grammar() -> Grammar:
    """The grammar of `seeds/words/grammar.toml`."""
    raw = seeds.toml("words/grammar.toml")
    closed: dict[str, Tag] = {}
    order: tuple[Tag, ...] = (
        "relative", "preposition", "subordinator", "conjunction", "determiner", "pronoun", "negation", "modal", "be",
        "have", "do",
    )  # fmt: skip
    for tag in order:
        for word in raw[tag]:
            closed[word] = tag
    closed["to"] = "to"
    numbers = seeds.toml("words/numbers.toml")
    for word in [*numbers["cardinals"], *numbers["tens"]]:
        closed.setdefault(word, "number")
    verbs: dict[str, tuple[str, set[VerbForm]]] = {}
    for lemma in raw["verbs"]:
        for word, form in verb_forms(lemma):
            known = verbs.setdefault(word, (lemma, set()))
            known[1].add(form)
    frozen = {word: (lemma, frozenset(forms)) for word, (lemma, forms) in verbs.items()}
    told = [
        (word, form, lemma)
        for lemma in sorted(_moving_verbs() - {"be", "have"})
        for word, form in verb_forms(lemma)
        if word not in frozen
    ]
    past = {word: lemma for word, form, lemma in told if form in ("past", "participle") and word.endswith("ed")}
    moving = {word: lemma for word, form, lemma in told if form == "ing"}
    in_ly = frozenset(raw["noun_in_ly"])
    return Grammar(
        closed=closed,
        verbs=frozen,
        past=past,
        moving=moving,
        adverbs=frozenset(raw["adverb"]),
        nouns_in_ly=in_ly,
        adjectives_in_ly=frozenset(raw["adjective_in_ly"]),
        plurals_without_s=frozenset(raw["plural_without_s"]),
        bodies_in_s=phrase_words().bodies_in_s,
        told_to=frozenset(raw["told_to"]),
    )


def _moving_verbs() -> set[str]:
    """The verbs of `seeds/words/modality.toml`, of which many are nouns as well in all but their past forms."""
    tables = seeds.toml("words/modality.toml").values()
    lists = (listed for table in tables if isinstance(table, dict) for listed in table.values())
    return {word for listed in lists for word in listed if " " not in word}


@cache
def _planning() -> frozenset[str]:
    """The verbs that put what they govern ahead or into question."""
    verbs = seeds.toml("words/modality.toml")["verbs"]
    return frozenset([*verbs["planned"], *verbs["possible"]])


_MOVED_BY_CASE: frozenset[str] = frozenset({"May", "US", "WHO", "IT"})
_BY_CONTEXT: frozenset[str] = frozenset({"'s", "that", "need"} | {word.lower() for word in _MOVED_BY_CASE})


@lru_cache(maxsize=1 << 14)
def tag_alone(word: str) -> Tag | None:
    """The tag of a word in lower case wherever it stands, or null where its neighbours or its case decide.

    A "word" is a verb after "to" and after a modal all the same.
    """
    known = grammar()
    closed = known.closed.get(word)
    if closed is not None:
        return None if word in _BY_CONTEXT else closed
    if word in known.adverbs or (word.endswith("ly") and len(word) > 4 and word not in known.nouns_in_ly):
        return "adverb"
    first = word[0]
    if first.isdigit():
        return "number"
    if first == "'":
        return "quote" if word == "'" else "possessive"
    if not (first.isalpha() or first == "_"):
        return "quote" if first == '"' else "stop"
    return None if word in known.verbs or (word.endswith("ed") and len(word) > 4) else "word"


def words_in(low: str, start: int, end: int) -> frozenset[str]:
    """The words of a stretch of a text in lower case, negations left with their verbs."""
    return frozenset(_TOKEN.findall(low, start, end))


def _without_points(shadow: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of words, with the point of an abbreviation inside the sentence as a part of it: "Rep. Orme"."""
    kept: list[tuple[int, int]] = []
    for first, last in spans:
        inside = bool(kept) and last < spans[-1][0] and (shadow[last].isspace() or shadow[last] in "),;:")
        if inside and shadow[first:last] == "." and kept[-1][1] == first and shadow[first - 1].isalnum():
            kept[-1] = (kept[-1][0], last)
        else:
            kept.append((first, last))
    return kept


def _without_angles(shadow: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of words without the marks of a wire's companies: "Hale Inc <HAL.O> said", "<Hale Inc> said".

    A ticker goes with its marks, as it only says again whom the words before it name.
    """
    gone: set[int] = set()
    for angled in _ANGLED.finditer(shadow, spans[0][0], spans[-1][1]):
        first, last = angled.span()
        ticker = first > spans[0][0] and _TICKER.fullmatch(angled.group(1))
        gone.update(range(first, last) if ticker else (first, last - 1))
    return [span for span in spans if span[0] not in gone]


def unmarked(text: str) -> str:
    """Words out of a text on one line, without the marks of a wire's companies."""
    if "<" in text or ">" in text:
        text = _ANGLED.sub(lambda angled: "" if _TICKER.fullmatch(angled.group(1)) else angled.group(1), text)
        text = text.replace("<", "").replace(">", "")
    return " ".join(text.split())


CLOSING: frozenset[Tag] = frozenset({"stop", "quote", "relative", "subordinator", "modal", "be", "have", "do", "ed"})
"""Tags that end what a modal or "to" leads."""
_AFTER_VERB: frozenset[Tag] = frozenset({"stop", "preposition", "determiner", "pronoun", "to", "conjunction", "adverb"})


class Line:
    """One sentence as words: where each stands, its lower-case form, its tag. Offsets index the document's text.

    `span` is where the sentence stands, with marks that are no words of it.
    """

    def __init__(self, shadow: str, start: int, end: int, number: int = 0) -> None:
        self.number = number
        spans = [match.span() for match in _TOKEN.finditer(shadow, start, end)]
        self.span = (spans[0][0], spans[-1][1]) if spans else (start, start)
        if spans and shadow.find("<", start, end) >= 0:
            spans = _without_angles(shadow, spans)
        pointed = bool(spans) and shadow.find(".", start, spans[-1][0]) >= 0
        if pointed:
            spans = _without_points(shadow, spans)
        self.raw: list[str] = [shadow[first:last] for first, last in spans]
        if pointed:
            self.raw = [word[:-1] if word[-1] == "." and len(word) > 1 else word for word in self.raw]
        self.starts: list[int] = [first for first, _ in spans]
        self.ends: list[int] = [last for _, last in spans]
        if "'t" in self.raw:
            self._split_negations()
        self.words = [word.lower() for word in self.raw]

    def _split_negations(self) -> None:
        """Cut "don't" before its "n't", which the scan of words cut after the "n"."""
        found = list(zip(self.raw, self.starts, self.ends, strict=True))
        self.raw, self.starts, self.ends = [], [], []
        for word, start, end in found:
            cut = word == "'t" and self.raw[-1:] != [] and self.raw[-1].endswith("n")
            if cut:
                self.raw[-1], self.ends[-1] = self.raw[-1][:-1], self.ends[-1] - 1
                if not self.raw[-1]:
                    self.raw.pop(), self.starts.pop(), self.ends.pop()
            self.raw.append("n't" if cut else word)
            self.starts.append(start - cut)
            self.ends.append(end)

    @cached_property
    def tags(self) -> list[Tag]:
        """The tag of every word."""
        return list(self._tagged(grammar()))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words that stand in the sentence."""
        return frozenset(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """Number of the word that covers an offset, or of the first one after it."""
        return min(bisect_right(self.ends, offset), max(len(self.words) - 1, 0))

    def word(self, index: int) -> str:
        """The word at an index, or nothing outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def tag(self, index: int) -> Tag:
        """The tag at an index; outside the sentence a stop."""
        return self.tags[index] if 0 <= index < len(self.tags) else "stop"

    def lemma(self, index: int) -> str:
        """The verb a word is a form of, or the word itself."""
        word = self.word(index)
        known = grammar()
        verb = known.verbs.get(word)
        return verb[0] if verb else known.past.get(word) or known.moving.get(word, word)

    def _tagged(self, known: Grammar) -> Iterator[Tag]:
        before: Tag = "stop"
        last: Tag = "stop"
        led = False  # an infinitive, or the verb of a modal, stands before in the clause
        for index, word in enumerate(self.words):
            tag = tag_alone(word)
            if tag is None or (tag == "word" and before in ("to", "modal")):
                tag = self._tag(known, index, word, before)
            if led and before == "conjunction" and tag == "word" and self._joined(known, index, last):
                tag = "verb"
            elif before == "be" and tag == "word" and word in known.moving:
                tag = "ing"
            yield tag
            if tag != "adverb":
                led = (led or (tag == "verb" and before in ("to", "modal"))) and (tag not in CLOSING or word == ",")
                last, before = before, tag

    def _joined(self, known: Grammar, index: int, last: Tag) -> bool:
        """Whether a word behind "and" goes on with the verb before it: "should apologise and resign"."""
        if self.words[index - 1] not in ("and", "or", "then") or not self.raw[index].islower():
            return False
        after = tag_alone(self.words[index + 1]) if index + 1 < len(self.words) else "stop"
        forms = known.verbs.get(self.words[index])
        if last == "verb":
            return after in _AFTER_VERB if forms is None else "base" in forms[1]
        return self._takes_object(index) and self.words[index + 1] not in ("this", "that", "these", "those", "all")

    def _tag(self, known: Grammar, index: int, word: str, before: Tag) -> Tag:
        closed = known.closed.get(word)
        if closed is not None:
            return self._closed(closed, index, word)
        verb = known.verbs.get(word)
        if verb is not None:
            return self._verb(verb[1], index, before)
        if before == "modal" or (before == "to" and self._takes_object(index)):
            return "verb"
        return "ed" if word.endswith("ed") and len(word) > 4 and self.raw[index][0].islower() else "word"

    def _closed(self, tag: Tag, index: int, word: str) -> Tag:
        if word == "'s":
            follows = self.words[index + 1] if index + 1 < len(self.words) else ""
            return (
                "be"
                if index and self.words[index - 1] in ("it", "he", "she", "that", "there", "who", "what") and follows
                else "possessive"
            )
        if word == "that" and index + 1 < len(self.words) and index and self.raw[index - 1][0].isalpha():
            led = grammar().closed.get(self.words[index - 1]) in ("preposition", "conjunction", "to")
            return "determiner" if led or self._is_all_its_object(index) else "relative"
        if word == "need" and grammar().closed.get((self.words[index + 1 : index + 2] or [""])[0]) == "determiner":
            return "verb"  # "may need a meeting"
        if self.raw[index] in _MOVED_BY_CASE:
            return "word"
        return tag

    def _is_all_its_object(self, that: int) -> bool:
        """Whether "that" and a noun are all that a verb before them has behind it: "overturned that ruling."."""
        known = grammar()
        inflected = self.lemma(that - 1) != self.words[that - 1]
        return inflected and self.words[that + 2 : that + 3] == ["."] and self.words[that + 1] not in known.past

    def _verb(self, forms: frozenset[VerbForm], index: int, before: Tag) -> Tag:
        if "ing" in forms:
            return "ing"
        if self.words[index] in grammar().bodies_in_s and self.raw[index][0].isupper():
            return "word"
        # "they become", "the changes become": only "have" and "be" stand before the participle of such verbs.
        if "past" in forms or ("participle" in forms and ("base" not in forms or before in ("have", "be"))):
            return "word" if before in ("determiner", "possessive") and "base" in forms else "ed"
        # "calls", "plan": a verb after a subject, "to" or an auxiliary; a noun after what opens a noun phrase.
        if before in ("to", "modal", "do", "pronoun", "relative"):
            return "verb"
        if before in ("determiner", "possessive", "preposition", "number", "be", "have", "ed", "ing", "verb"):
            return "word"
        if before == "conjunction" and self.words[index] in _planning() and self._takes_object(index):
            return "verb"  # "walked out and plan another strike"
        if "s" in forms and self._finite_after(index):
            return "word"  # "four district chairs signed"
        return "verb" if "s" in forms or before == "negation" or self._plural_before(index) else "word"

    def _takes_object(self, index: int) -> bool:
        """Whether a word after "to" is an infinitive: lower case, before what opens a noun phrase."""
        after = self.words[index + 1] if index + 1 < len(self.words) else ""
        told_to = self.words[index] in grammar().told_to
        return self.raw[index].islower() and not told_to and grammar().closed.get(after) in ("determiner", "pronoun")

    def _finite_after(self, index: int) -> bool:
        """Whether an auxiliary or a form that is past and nothing else comes next."""
        after = self.words[index + 1] if index + 1 < len(self.words) else ""
        verb = grammar().verbs.get(after)
        return grammar().closed.get(after) in AUXILIARY or (verb is not None and verb[1] == {"past", "participle"})

    def _plural_before(self, index: int) -> bool:
        before = self.words[index - 1] if index else ""
        if before in grammar().plurals_without_s:
            after = self.words[index + 1] if index + 1 < len(self.words) else ""
            return grammar().closed.get(after) in ("to", "determiner", "pronoun")
        return before.endswith("s") and not before.endswith("ss") and "." not in before  # "U.S. trade"
