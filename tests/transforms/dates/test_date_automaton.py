"""Patterns asked without the module around their engine answer as it does."""

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from transforms.dates.automaton import Automaton, options

PATTERNS = [rb"\b(?P<a>a+)(?P<b>b)?", rb"(?:a|ab)(?P<c> b)?\z", rb"(?i)B+", rb"[^a]b?"]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.text("abB ", max_size=12).map(str.encode))
def test_answers_are_those_of_the_module(pattern: bytes, text: bytes) -> None:
    mine, other = Automaton(pattern), re2.compile(pattern, options())
    first, whole, here = other.search(text), other.fullmatch(text), other.match(text)
    assert mine.search(text) == (first.span() if first else (-1, -1))
    assert mine.found(text) == (first is not None)
    assert mine.fills(text) == (whole is not None)
    assert mine.starts(text, 0, len(text)) == (here.end() if here else -1)
    assert mine.all(text) == [match.span() for match in other.finditer(text)]
    parts = {name.decode(): whole.span(number) for name, number in other.groupindex.items()} if whole else {}
    assert mine.parts(text) == ({name: span for name, span in parts.items() if span[0] >= 0} if whole else None)
    if other.groups:
        assert mine.first_part(text) == (first[1] or b"" if first else None)


def test_a_pattern_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="missing"):
        Automaton(b"(a")
