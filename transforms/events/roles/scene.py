"""One document as role finding sees it: names, sentences in chunks as they are asked for, who holds which office."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from transforms.events.parse import Parse, Tree
from transforms.events.roles.chunks import Chunk, chunks
from transforms.events.tagging import Line, words_in
from transforms.names.words import Words, folded, words
from transforms.records import Name, Sentence

_AFTER = re.compile(
    r",[ \n]+(?!(?:that|which|whose|who(?![ \n]+(?:is|was)\b)|and|but|or|when|where|while|as|after|before)\b)"
    r"((?:the|a|an|his|her|their|its|who is|who was)[ \n]+)?((?:[\w'-]+[ \n]+){0,4}?)([\w-]+)"
    r"(?=[ \n]+(?:for|of|in|at|to|from|who)\b|[,.])"
)
_OFFICE_BETWEEN = re.compile(r"\.?(?:'s?|,[ \n]+whose)?(?:[ \n]+[\w'-]+){0,4}?[ \n]+([\w-]+),?[ \n]+")
_OFFICE_AFTER = re.compile(r",[ \n]+(?:[\w'-]+[ \n]+){0,4}?([\w-]+)[ \n]+(?:of|at|for|with)[ \n]+(?:the[ \n]+)?")
_SMALL = frozenset({"the", "a", "an", "his", "her", "s", "former", "and"})
_PAST = re.compile(r"\b(?:former|ex|one-time|onetime)\b", re.IGNORECASE)
LEAD = 3
"""Sentences in which a document says what it is about."""
TWICE, OFTEN = 2, 4
"""Times at least that a document names the body, and the person, that it is about."""
_LONG = 400
"""Words of a sentence from which on it is read one way only, to keep its cost linear."""


@dataclass(slots=True)
class Row:
    """One sentence in chunks."""

    line: Line
    chunks: list[Chunk]

    def at(self, word: int) -> int:
        """The chunk that holds a word, or the first one after it."""
        low, high = 0, len(self.chunks) - 1
        while low < high:
            middle = (low + high) // 2
            if self.chunks[middle].last < word:
                low = middle + 1
            else:
                high = middle
        return low

    def kind(self, at: int) -> str:
        """The kind of a chunk; outside the sentence a stop."""
        return self.chunks[at].kind if 0 <= at < len(self.chunks) else "stop"

    def word(self, at: int) -> str:
        """The first word of a chunk, or nothing outside the sentence."""
        return self.line.words[self.chunks[at].first] if 0 <= at < len(self.chunks) else ""


def body_kinds(low: Sequence[str]) -> tuple[str, ...]:
    """What a body is, by the words of its name: a council, as Hale Council is, a university, as that of Hale is."""
    return (low[-1], low[0]) if len(low) > 2 and low[1] in ("of", "for") else (low[-1],)


class Office(NamedTuple):
    """A person named beside an office: where, with which words before the office ("Labour" leader), and who."""

    at: int
    told: frozenset[str]
    name: Name


class Scene:
    """Names of a document in order, its sentences, offices by their noun and sex by name."""

    def __init__(
        self,
        text: str,
        plain: str,
        sentences: Sequence[Sentence],
        names: Sequence[Name],
        parse: Parse | None = None,
    ) -> None:
        self.text = text
        self.plain = plain
        self.sentences = sentences
        self.names = names
        self.words: Words = words()
        self.offices: dict[str, list[Office]] = defaultdict(list)
        self.sex: dict[str, str] = {}
        self.employers: dict[str, Name] = {}
        self._starts = [name.start for name in names]
        self._begins = [sentence.start for sentence in sentences]
        self._rows: dict[tuple[int, int | None], Row] = {}
        self._vocabularies: dict[int, frozenset[str]] = {}
        self._parse = parse
        self._trees: dict[int, Tree] = {}
        for number, name in enumerate(names):
            self._learn(name)
            self._learn_employer(number)

    def names_in(self, start: int, end: int) -> Sequence[Name]:
        """Names that start inside a stretch of the text."""
        return self.names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @cached_property
    def subject(self) -> Name | None:
        """The organisation that a document is about, no paper or broadcaster: its lead names it, and no other nears it.

        It is named at least twice, and twice as often as any other; "the trust" names the one trust told of.
        """
        bodies = [n for n in self.names if n.kind == "organisation" and not self.only_tells(n.name.lower())]
        return self._told_most(bodies, TWICE, Counter()) or self._told_most(bodies, TWICE, self._called(bodies))

    def _called(self, bodies: Sequence[Name]) -> Counter[str]:
        """How often each body is called by what it is, where no other body is of the kind: "the university"."""
        kinds: dict[str, set[str]] = defaultdict(set)
        for name in {name.name for name in bodies}:
            for kind in body_kinds(name.lower().split()):
                if kind in self.words.body_nouns:
                    kinds[kind].add(name)
        only = {kind: min(names) for kind, names in kinds.items() if len(names) == 1}
        if not only:
            return Counter()
        called = re.findall(rf"\bthe[ \n]+({'|'.join(sorted(map(re.escape, only)))})\b", self.plain, re.IGNORECASE)
        return Counter(only[kind.lower()] for kind in called)

    @cached_property
    def told(self) -> Counter[str]:
        """How often each person is named."""
        return Counter(name.name for name in self.names if name.kind == "person")

    @cached_property
    def hero(self) -> Name | None:
        """The person that a document is about: its lead names them, and it does so most often by far."""
        return self._told_most([name for name in self.names if name.kind == "person"], OFTEN, Counter())

    def _told_most(self, names: Sequence[Name], least: int, besides: Counter[str]) -> Name | None:
        """The one of some names that the lead tells, and the document so often at least, and twice as often as any.

        `besides` counts where each is told of by other words.
        """
        ranked = (Counter(name.name for name in names) + besides).most_common(2)
        if not ranked or ranked[0][1] < least or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        within = LEAD + 2 * (besides[ranked[0][0]] > 1)  # "the trust" is named after "a school" has been told of
        lead = [sentence.end for sentence in self.sentences if sentence.kind != "boilerplate"][:within]
        return next((name for name in names if name.name == ranked[0][0] and name.end <= max(lead, default=0)), None)

    def only_tells(self, low: str) -> bool:
        """Whether a body is rather one that tells of others or judges them: a paper, the police, a court."""
        return low in self.words.media or low.rsplit(maxsplit=1)[-1] in self.words.judging

    def only_body(self, noun: str) -> Name | None:
        """The one body of the document whose name ends in a noun: what "council" in a headline stands for."""
        found = {name.name: name for name in self.names if name.kind == "organisation"}
        fitting = [name for low, name in found.items() if low.lower().split()[-1] == noun]
        return fitting[0] if len(fitting) == 1 else None

    def sentence_at(self, offset: int) -> int:
        """The number of the last sentence that begins at an offset or before it, else of the first."""
        return max(bisect_right(self._begins, offset) - 1, 0)

    def names_before(self, start: int, many: int) -> Sequence[Name]:
        """The last names before an offset, nearest first."""
        at = bisect_left(self._starts, start)
        return self.names[max(0, at - many) : at][::-1]

    def tree(self, line: Line) -> Tree | None:
        """The dependency parse of a sentence, where there is a parser; offsets count from its first word."""
        if self._parse is None or len(line) > _LONG:
            return None
        if line.number not in self._trees:
            text = self.plain[line.starts[0] : line.ends[-1]]
            self._trees[line.number] = Tree(text, self._parse(text))
        return self._trees[line.number]

    def words_of(self, number: int) -> frozenset[str]:
        """The words of a sentence in lower case, which cost less than the sentence in chunks."""
        if number not in self._vocabularies:
            sentence = self.sentences[number]
            told = self.plain[sentence.start : sentence.end].lower()
            self._vocabularies[number] = words_in(told, 0, len(told))
        return self._vocabularies[number]

    def row(self, number: int, line: Line | None = None) -> Row:
        """A sentence in chunks."""
        return self._row(number, None, line)

    def row_with_noun(self, number: int, first: int, last: int, line: Line) -> Row:
        """A sentence in chunks, the words `first` to `last` read as nouns."""
        if len(line) > _LONG or not any(tag in ("verb", "ed", "ing") for tag in line.tags[first : last + 1]):
            return self._row(number, None, line)
        key = (number, -1 - first)
        if key not in self._rows:
            read = copy(line)
            read.tags = [*line.tags]
            read.tags[first : last + 1] = [
                "word" if t in ("verb", "ed", "ing") else t for t in line.tags[first : last + 1]
            ]
            self._rows[key] = self._chunked(number, read, None)
        return self._rows[key]

    def _chunked(self, number: int, line: Line, verb_at: int | None) -> Row:
        sentence = self.sentences[number]
        return Row(line, chunks(line, self.names_in(sentence.start, sentence.end), verb_at))

    def row_with_verb(self, number: int, verb_at: int, line: Line) -> Row:
        """A sentence in chunks, the word `verb_at` read as a verb."""
        row = self._row(number, None, line)
        chunk = row.chunks[row.at(verb_at)] if row.chunks else None
        read = chunk is not None and chunk.kind == "vg" and chunk.last == verb_at
        return row if read or len(line) > _LONG else self._row(number, verb_at, line)

    def _row(self, number: int, verb_at: int | None, line: Line | None) -> Row:
        key = (number, verb_at)
        if key not in self._rows:
            sentence = self.sentences[number]
            line = line or Line(self.plain, sentence.start, sentence.end, number)
            self._rows[key] = self._chunked(number, line, verb_at)
        return self._rows[key]

    def _learn(self, name: Name) -> None:
        """Offices and sex beside a name: "Labour leader Ann Orme", "Ann Orme, the MP for Hale", "the law firm Hale"."""
        if name.kind == "person":
            self._learn_sex(name)
        opened = self._begins[self.sentence_at(name.start)] if self._begins else 0
        before = self.plain[max(opened, name.start - 60) : name.start].split()
        if before and self._is_role(before[-1].lower()):
            self._office(name, before[-1], before[-5:-1])
        if name.kind == "place" or not self.plain.startswith(",", name.end):
            return
        after = _AFTER.match(self.plain, name.end, min(len(self.plain), name.end + 100))
        if after is not None and self._is_role(after.group(3).lower()):
            self._office(name, after.group(3), after.group(2).split())

    def _learn_employer(self, number: int) -> None:
        """The body beside a person's office: "Hale's head, Ann Orme", "Labour MP Ann Orme", "Orme, head of Hale"."""
        person = self.names[number]
        if person.kind != "person" or person.name in self.employers:
            return
        for at, between in ((number - 1, _OFFICE_BETWEEN), (number + 1, _OFFICE_AFTER)):
            if not 0 <= at < len(self.names) or self.names[at].kind != "organisation":
                continue
            left, right = sorted((person, self.names[at]), key=lambda name: name.start)
            beside = between.fullmatch(self.plain, left.end, right.start) if right.start - left.end < 80 else None
            past = _PAST.search(
                self.plain, max(0, left.start - 8), right.start
            )  # "former BBC head Ann Orme" has left it
            if beside is not None and past is None and beside.group(1).lower() in self.words.persons:
                self.employers[person.name] = self.names[at]
                return

    def _learn_sex(self, name: Name) -> None:
        title, first, lists = name.text.split()[0].lower().rstrip("."), folded(name.name.split()[0]), self.words
        if title in lists.male or title in lists.female:
            self.sex[name.name] = "m" if title in lists.male else "f"
        elif first in lists.first and first not in lists.first_either:
            self.sex.setdefault(name.name, "f" if first in lists.first_female else "m")

    def _is_role(self, word: str) -> bool:
        return word in self.words.persons or word in self.words.body_nouns

    def _office(self, name: Name, head: str, modifiers: Sequence[str]) -> None:
        told: set[str] = set()
        for word in reversed(modifiers):
            if not word[-1].isalnum():
                break
            told.update(re.findall(r"[a-z]+", word.lower()))
        self.offices[head.lower()].append(Office(name.start, frozenset(told) - _SMALL, name))
