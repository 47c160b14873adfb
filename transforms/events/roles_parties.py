"""Who a noun phrase speaks of: a name, a description by a role noun, or somebody a pronoun points back to."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.events.clauses import Line
from transforms.events.roles_chunks import Chunk, chunks
from transforms.events.roles_words import role_words
from transforms.names.words import Words, words
from transforms.records import Name, NameKind, Sentence

_BEFORE = re.compile(r"((?:[\w'-]+[ \n]+){0,5}?)([\w-]+)[ \n]+$")
_AFTER = re.compile(
    r",[ \n]+((?:the|a|an|his|her|their|its|who is|who was)[ \n]+)?((?:[\w'-]+[ \n]+){0,4}?)([\w-]+)"
    r"(?=[ \n]+(?:for|of|in|at|to|from|who)\b|[,.])"
)
LOOK_BACK = 4
"""Sentences before that a pronoun may point into."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who may take part: how the text calls them in full, and the words that say so here."""

    start: int
    end: int
    name: str
    kind: NameKind
    head: str = ""
    plural: bool = False


@dataclass(slots=True)
class Row:
    """One sentence in chunks."""

    line: Line
    chunks: list[Chunk]

    def at(self, word: int) -> int:
        """The chunk that holds a word."""
        low, high = 0, len(self.chunks) - 1
        while low < high:
            middle = (low + high) // 2
            if self.chunks[middle].last < word:
                low = middle + 1
            else:
                high = middle
        return low


class Scene:
    """One document as role finding sees it: names, sentences in chunks as they are needed, who holds which office."""

    def __init__(self, text: str, plain: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> None:
        self.text = text
        self.plain = plain
        self.sentences = sentences
        self.names = names
        self.words: Words = words()
        self._starts = [name.start for name in names]
        self._rows: dict[tuple[int, int | None], Row] = {}
        self._offices: dict[str, list[tuple[int, frozenset[str], Name]]] = defaultdict(list)
        self._gender: dict[str, str] = {}
        for name in names:
            if name.kind == "person":
                self._learn(name)

    def names_in(self, start: int, end: int) -> Sequence[Name]:
        """Names that start inside a stretch of the text."""
        return self.names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def row(self, number: int, verb_at: int | None = None, line: Line | None = None) -> Row:
        """A sentence in chunks, its word `verb_at` read as a verb."""
        key = (number, verb_at)
        if key not in self._rows:
            sentence = self.sentences[number]
            line = line or Line(self.plain, sentence.start, sentence.end, number)
            self._rows[key] = Row(line, chunks(line, self.names_in(sentence.start, sentence.end), verb_at))
        return self._rows[key]

    def _learn(self, name: Name) -> None:
        """Offices and sex that stand beside a person's name: "Labour leader Ann Orme", "Ann Orme, the MP for Hale"."""
        title = name.text.split()[0].lower().rstrip(".")
        if title in self.words.male or title in self.words.female:
            self._gender.setdefault(name.name, "m" if title in self.words.male else "f")
        before = _BEFORE.search(self.plain, max(0, name.start - 60), name.start)
        if before is not None and before.group(2).lower() in self.words.persons:
            self._office(name, before.group(2), before.group(1))
        after = _AFTER.match(self.plain, name.end, min(len(self.plain), name.end + 100))
        if after is not None and after.group(3).lower() in self.words.persons:
            self._office(name, after.group(3), after.group(2))

    def _office(self, name: Name, head: str, modifiers: str) -> None:
        told = frozenset(re.findall(r"[a-z]+", modifiers.lower())) - {
            "the",
            "a",
            "an",
            "his",
            "her",
            "s",
            "former",
            "and",
        }
        self._offices[head.lower()].append((name.start, told, name))

    def party(self, row: Row, index: int) -> Party | None:
        """Who the noun phrase at a chunk is, or null."""
        chunk = row.chunks[index]
        if chunk.kind != "np":
            return None
        line = row.line
        if chunk.names and line.at(chunk.names[-1].end - 1) == chunk.last:
            name = chunk.names[-1]
            return Party(name.start, name.end, name.name, name.kind, plural=name.kind == "group")
        if chunk.first == chunk.last and line.tags[chunk.first] == "pronoun":
            return self._pronoun(row, index)
        return self._described(row, chunk)

    def _described(self, row: Row, chunk: Chunk) -> Party | None:
        line, lists = row.line, self.words
        low = line.words[chunk.last]
        singular = lists.singular.get(low)
        head = singular or low
        if head not in lists.persons and head not in lists.body_nouns:
            return None
        plural = singular is not None
        first = chunk.first
        while first < chunk.last and self._opens(line, first):
            first += 1
        definite = (
            line.words[chunk.first] in ("the", "this", "that", "his", "her", "its", "their") or chunk.owner is not None
        )
        told = frozenset(line.words[first : chunk.last]) - {"former"}
        start, end = line.starts[first], line.ends[chunk.last]
        is_body = head in lists.body_nouns
        if definite and not plural:
            found = self._holder(head, told, start) if head in lists.persons else None
            found = found or (self._body(head, told, start) if is_body else None)
            if found is not None:
                return Party(start, end, found.name, found.kind, head)
        if first == chunk.last and (head in lists.vague or (not plural and not is_body)):
            return None
        kind: NameKind = "group" if plural else "organisation" if is_body else "person"
        return Party(start, end, " ".join(self.text[start:end].split()), kind, head, plural)

    def _opens(self, line: Line, index: int) -> bool:
        tag, word = line.tags[index], line.words[index]
        opening = ("determiner", "number", "negation", "preposition", "adverb", "quote")
        return tag in opening or word in role_words().fillers

    def _holder(self, head: str, told: frozenset[str], start: int) -> Name | None:
        """The person called by this office before (else after), when the words beside it do not contradict."""
        options = [option for option in self._offices.get(head, ()) if _agree(told, option[1])]
        if not options:
            return None
        names = {option[2].name for option in options}
        before = [option for option in options if option[0] < start]
        if len(names) > 1 and not told:
            return before[-1][2] if before else None
        return (before[-1] if before else options[0])[2]

    def _body(self, head: str, told: frozenset[str], start: int) -> Name | None:
        """The nearest body before that is of this kind: "the commission" after "the Electoral Commission"."""
        at = bisect_left(self._starts, start)
        for name in reversed(self.names[max(0, at - 60) : at]):
            if name.kind not in ("organisation", "group"):
                continue
            low = name.name.lower()
            last = low.split()[-1]
            if told and not told <= set(low.split()):
                continue
            if last == head or (head == "party" and (low in self.words.parties or last == "party")):
                return name
            if head in ("company", "firm", "group") and last in (
                "inc",
                "corp",
                "ltd",
                "plc",
                "co",
                "group",
                "holdings",
            ):
                return name
        return None

    def _pronoun(self, row: Row, index: int) -> Party | None:
        line, chunk = row.line, row.chunks[index]
        return self.pronoun(row, line.words[chunk.first], index)

    def pronoun(self, row: Row, word: str, index: int) -> Party | None:
        """Who a pronoun or possessive stands for: the nearest fitting one, subjects first; null when unsafe."""
        line, chunk = row.line, row.chunks[index]
        start, end = line.starts[chunk.first], line.ends[chunk.first]
        if word in ("he", "him", "his", "she", "her", "hers"):
            found = self._antecedent(
                row, index, "person", "m" if word[0] == "h" and word not in ("her", "hers") else "f"
            )
        elif word in ("they", "them", "their", "theirs"):
            found = self._antecedent(row, index, "group", "")
        elif word in ("it", "its"):
            found = self._antecedent(row, index, "organisation", "")
        elif word in ("i", "my", "me"):
            found = self.speaker(row)
        else:
            return None
        return Party(start, end, found.name, found.kind, found.head, found.plural) if found else None

    def _antecedent(self, row: Row, index: int, kind: str, gender: str) -> Party | None:
        number = row.line.number
        here = self._first_fitting(row, range(index), kind, gender)
        if here is not None:
            return here
        paragraph = self.sentences[number].paragraph
        for back in range(number - 1, max(-1, number - 1 - LOOK_BACK), -1):
            if self.sentences[back].kind == "boilerplate" or paragraph - self.sentences[back].paragraph > 2:
                continue
            other = self.row(back)
            found = self._first_fitting(other, range(len(other.chunks)), kind, gender)
            if found is not None:
                return found
        return None

    def _first_fitting(self, row: Row, indices: range, kind: str, gender: str) -> Party | None:
        """The first fitting noun phrase of a sentence: subjects come first in English."""
        second: Party | None = None
        for at in indices:
            chunk = row.chunks[at]
            if chunk.kind != "np" or (not chunk.names and kind == "person"):
                continue
            if row.line.tags[chunk.first] == "pronoun":
                continue
            party = self.party(row, at)
            if party is None or not self._fits(party, kind, gender):
                continue
            if chunk.owns or (at and row.chunks[at - 1].kind == "prep"):
                second = second or party
                continue
            return party
        return second

    def _fits(self, party: Party, kind: str, gender: str) -> bool:
        if kind == "person":
            return party.kind == "person" and self._gender.get(party.name, gender) == gender
        if kind == "group":
            return party.kind == "group" or party.plural
        return party.kind == "organisation"

    def speaker(self, row: Row) -> Party | None:
        """Who says "I" in a sentence: the subject of the nearest verb of reporting, here or just before."""
        number = row.line.number
        for back in range(number, max(-1, number - 1 - LOOK_BACK), -1):
            other = row if back == number else self.row(back)
            for at, chunk in enumerate(other.chunks):
                if chunk.kind != "vg" or chunk.word not in self.words.reporting:
                    continue
                for beside in (at - 1, at + 1):
                    if 0 <= beside < len(other.chunks) and other.chunks[beside].kind == "np":
                        party = (
                            self.party(other, beside) if other.line.words[other.chunks[beside].first] != "i" else None
                        )
                        if party is not None and party.kind == "person":
                            return party
        return None

    def is_quantity(self, row: Row, index: int) -> bool:
        """Whether a noun phrase only counts those that its "of" leads to: "a third of MPs", "one of 60 peers"."""
        line, chunk = row.line, row.chunks[index]
        return line.words[chunk.last] in role_words().quantities or line.tags[chunk.last] == "number"


def _agree(told: frozenset[str], known: frozenset[str]) -> bool:
    return not told or not known or bool(told & known)
