"""A pattern made ready to run on bytes.

The module `re2` makes a generator and an object for every answer, which costs more than the search does where texts
are short and questions many; this asks its engine alone.
"""

import re2

Span = tuple[int, int]
_RE2 = re2._re2.RE2
_ANYWHERE, _HERE, _WHOLE = _RE2.Anchor.UNANCHORED, _RE2.Anchor.ANCHOR_START, _RE2.Anchor.ANCHOR_BOTH


def options(longest: bool = False, any_case: bool = False) -> re2.Options:
    """How patterns are compiled: bytes, memory enough for one automaton of all rules.

    Time words are sought in lower case, which makes their patterns much quicker to compile than those for any case.
    """
    made = re2.Options()
    made.case_sensitive = not any_case
    made.longest_match = longest
    made.encoding = re2.Options.Encoding.LATIN1
    made.log_errors = False
    made.max_mem = 256 << 20
    return made


class Automaton:
    """A compiled pattern. Where it finds nothing, spans are (-1, -1)."""

    __slots__ = ("_match", "_parts")

    def __init__(self, pattern: bytes, longest: bool = False, any_case: bool = False) -> None:
        made = _RE2(pattern, options(longest, any_case))
        if not made.ok():
            raise ValueError(made.error())
        self._match = made.Match
        self._parts = tuple((name.decode(), number) for name, number in made.NamedCapturingGroups())

    def search(self, text: bytes, start: int = 0) -> Span:
        """Where it is found first."""
        found: Span = self._match(_ANYWHERE, text, start, len(text))[0]
        return found

    def starts(self, text: bytes, start: int, end: int) -> int:
        """Where it ends when it is found at a place and within an end, else -1."""
        found: Span = self._match(_HERE, text, start, end)[0]
        return found[1]

    def found(self, text: bytes) -> bool:
        """Whether it is found anywhere."""
        return self.search(text)[1] >= 0

    def fills(self, text: bytes) -> bool:
        """Whether it is the whole of a text."""
        found: Span = self._match(_WHOLE, text, 0, len(text))[0]
        return found[1] >= 0

    def first_part(self, text: bytes) -> bytes | None:
        """What its first part took where it is found, or null."""
        spans = self._match(_ANYWHERE, text, 0, len(text))
        return text[slice(*spans[1])] if spans[0][1] >= 0 else None

    def parts(self, text: bytes) -> dict[str, Span] | None:
        """Where its named parts lie when it is the whole of a text, those that are absent left out, or null."""
        spans = self._match(_WHOLE, text, 0, len(text))
        if spans[0][1] < 0:
            return None
        return {name: spans[number] for name, number in self._parts if spans[number][1] >= 0}

    def all(self, text: bytes) -> list[Span]:
        """Where it is found, from the first place on, none overlapping another; it must take a character at least."""
        spans: list[Span] = []
        at, size = 0, len(text)
        while True:
            found = self._match(_ANYWHERE, text, at, size)[0]
            if found[1] < 0:
                return spans
            spans.append(found)
            at = found[1]
