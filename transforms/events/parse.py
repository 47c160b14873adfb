"""A dependency parse as role finding reads it: a trigger's subjects, objects, owners and prepositional phrases.

Labels of Universal Dependencies (https://universaldependencies.org/u/dep) and of ClearNLP, which English pipelines of
spaCy use, are both understood.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a parsed sentence; offsets count from the sentence's start, `head` is its head's number or its own."""

    start: int
    end: int
    head: int
    relation: str


Parse = Callable[[str], Sequence[Token]]
"""What parses one sentence."""

Argument = tuple[str, int]
"""A place beside a word, and the start of the word that stands there."""

_SUBJECTS = frozenset({"nsubj", "csubj"})
_DONE_TO = frozenset({"nsubjpass", "nsubj:pass", "csubjpass", "csubj:pass"})
_OBJECTS = frozenset({"dobj", "obj", "iobj", "dative"})
_DOERS = frozenset({"agent", "obl:agent"})
_BEHIND = frozenset({"obl", "nmod", "obl:arg", "obl:unmarked"})
_OWNERS = frozenset({"poss", "nmod:poss"})
_BESIDE = frozenset({"compound", "nmod", "nn"})
_OF_NOUN = frozenset({"relcl", "acl", "acl:relcl"})
_JOINED = frozenset({"conj"})
_CONTROLLED = frozenset({"xcomp", *_JOINED})
_MOST = 4
"""Verbs above a verb that its subject is looked for at."""


class Tree:
    """One parsed sentence."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.below: list[list[int]] = [[] for _ in tokens]
        for number, token in enumerate(tokens):
            if token.head != number:
                self.below[token.head].append(number)

    def head(self, start: int, end: int) -> int | None:
        """The word of a stretch that the others hang on: the one whose head stands outside."""
        inside = [n for n, token in enumerate(self.tokens) if token.start < end and token.end > start]
        return next((n for n in inside if self.tokens[n].head not in inside or self.tokens[n].head == n), None)

    def of_verb(self, verb: int) -> Iterator[Argument]:
        """What a verb's subject, object and prepositions lead to; passives and relative clauses are turned round."""
        passive = any(self.tokens[n].relation in _DONE_TO for n in self.below[verb]) or self._participle(verb)
        for place, number in self._around(verb, passive):
            yield from self._all(place, number)
        own = [n for n in self.below[verb] if self.tokens[n].relation in _SUBJECTS | _DONE_TO]
        if all(self._relative(n) for n in own):
            yield from self._borrowed(verb, passive)

    def of_noun(self, noun: int) -> Iterator[Argument]:
        """What a noun's owner, the words before it and prepositions lead to."""
        for number in self.below[noun]:
            relation = self.tokens[number].relation
            if relation in _OWNERS:
                yield from self._all("possessive", number)
            elif relation in _BESIDE and number < noun:
                yield from self._all("modifier", number)
        for place, number in self._prepositions(noun):
            yield from self._all(place, number)

    def governor(self, noun: int) -> tuple[int, list[int]] | None:
        """The verb whose object a noun is, with the verb's subjects: the doers, where the noun is what is done to."""
        token = self.tokens[noun]
        verb = token.head
        if token.relation in _OBJECTS:
            doers = [start for place, start in self.of_verb(verb) if place == "subject"]
        elif token.relation in _DONE_TO:
            doers = [self.tokens[n].start for place, n in self._around(verb, passive=True) if place == "subject"]
        else:
            return None
        return self.tokens[verb].start, doers

    def _around(self, verb: int, passive: bool) -> Iterator[tuple[str, int]]:
        for number in self.below[verb]:
            relation = self.tokens[number].relation
            if relation in _SUBJECTS and not self._relative(number):
                yield "subject", number
            elif relation in _DONE_TO | _OBJECTS and not self._relative(number):
                yield "object", number
            elif relation in _DOERS:
                # ClearNLP makes "by" the agent, Universal Dependencies the noun behind it
                yield from (("subject", n) for n in self._behind(number) or [number])
        for place, number in self._prepositions(verb):
            yield "subject" if passive and place == "by" else place, number

    def _prepositions(self, word: int) -> Iterator[tuple[str, int]]:
        for number in self.below[word]:
            relation = self.tokens[number].relation
            if relation == "prep":
                yield from ((self._word(number), n) for n in self._behind(number))
            elif relation in _BEHIND and number > word:
                case = next((n for n in self.below[number] if self.tokens[n].relation == "case"), None)
                if case is not None:
                    yield self._word(case), number

    def _behind(self, preposition: int) -> list[int]:
        return [n for n in self.below[preposition] if self.tokens[n].relation == "pobj"]

    def _borrowed(self, verb: int, passive: bool) -> Iterator[Argument]:
        """A subject that stands elsewhere: before a relative clause, at the verb that this one is joined to."""
        place = "object" if passive else "subject"
        for _ in range(_MOST):
            token = self.tokens[verb]
            if token.relation in _OF_NOUN:
                yield from self._all(place, token.head)
                return
            if token.relation not in _CONTROLLED or token.head == verb:
                return
            verb = token.head
            found = [n for n in self.below[verb] if self.tokens[n].relation in _SUBJECTS | _DONE_TO]
            if found:
                yield from (argument for n in found for argument in self._all(place, n))
                return

    def _participle(self, verb: int) -> bool:
        """Whether a verb without a subject of its own is a passive participle beside a noun: "members expelled by"."""
        token = self.tokens[verb]
        if token.relation not in _OF_NOUN or self._word(verb).endswith("ing"):
            return False
        return not any(self.tokens[n].relation in _SUBJECTS | {"aux", "auxpass", "aux:pass"} for n in self.below[verb])

    def _relative(self, number: int) -> bool:
        return self._word(number) in ("who", "which", "that", "whom")

    def _all(self, place: str, number: int) -> Iterator[Argument]:
        """A word and those joined to it by "and"."""
        yield place, self.tokens[number].start
        for joined in self.below[number]:
            if self.tokens[joined].relation in _JOINED:
                yield from self._all(place, joined)

    def _word(self, number: int) -> str:
        token = self.tokens[number]
        return self.text[token.start : token.end].lower()
