"""What a recogniser is: a name, a pattern, a production, and the examples that show it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from transforms.dates.meaning import Meaning


@dataclass(frozen=True, slots=True)
class Words:
    """The words that a pattern matched.

    `text` has their own case; `groups` holds the named parts in lower case with single spaces, absent ones left out.
    `read` gives the meaning of other time words, for rules that build on other rules.
    """

    text: str
    groups: Mapping[str, str]
    spans: Mapping[str, tuple[int, int]]
    read: Callable[[str], Meaning | None]

    def __getitem__(self, name: str) -> str:
        return self.groups[name]

    def get(self, name: str) -> str | None:
        """A named part, or null."""
        return self.groups.get(name)

    def raw(self, name: str) -> str:
        """A named part in its own case."""
        first, last = self.spans[name]
        return self.text[first:last]


@dataclass(frozen=True, slots=True)
class Piece:
    """One expression out of words that hold several; offsets count from the start of the words.

    `alike` ones lie on the same side of the day of publication: the days of one month.
    """

    start: int
    end: int
    meaning: Meaning
    alike: bool = False


Reading = Meaning | tuple[Piece, ...]
Product = Reading | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A recogniser.

    `pattern` is RE2 in lower case, for words in any case, with fragments of the vocabulary in braces ({month}, or
    {month:m} to name the part) and a blank for any space. `not_before` and `not_after` are patterns on the text that
    touches the words, `before` and `after` ones that must be found there, in any case. A rule with a `mode` speaks in
    texts of that mode only. `make` may still decline. `examples` are texts with the words in brackets and the value
    they have on Wednesday 10 April 2019; `counters` are texts in which the rule finds nothing.
    """

    name: str
    pattern: str
    make: Callable[[Words], Product]
    examples: tuple[tuple[str, str], ...]
    counters: tuple[str, ...] = ()
    before: str | None = None
    after: str | None = None
    not_before: str | None = None
    not_after: str | None = None
    mode: Literal["narrative"] | None = None
