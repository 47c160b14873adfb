"""Templates put together match what each of them matched."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.dates.factor import factored
from transforms.dates.recognise import expand
from transforms.dates.rules import ENGLISH

CASES = [
    (["the day", "the week"], "the (?:day|week)"),
    (["(?:the )?(?P<u>day)", "(?:the )?week"], "(?:the )?(?:(?:day)|week)"),
    ([r"\d{4} {month:m}", r"\d{4} {season}"], r"\d{4} (?:{month}|{season})"),
    (["june|july", "june day"], "ju(?:ne(?:| day)|ly)"),
    (["[ab|]c", "[ab|]d"], "[ab|](?:c|d)"),
]


@pytest.mark.parametrize(("templates", "whole"), CASES)
def test_what_begins_alike_is_written_once(templates: list[str], whole: str) -> None:
    assert factored(templates) == whole


WHOLE = re.compile(expand(factored([rule.pattern for rule in ENGLISH]), named=False), re.ASCII | re.IGNORECASE)
EACH = [re.compile(expand(rule.pattern, named=False), re.ASCII | re.IGNORECASE) for rule in ENGLISH]


@given(st.sampled_from(EACH).flatmap(lambda pattern: st.from_regex(pattern, fullmatch=True)))
def test_whatever_one_rule_matches_the_whole_matches(words: str) -> None:
    assert WHOLE.fullmatch(words)


@given(st.sampled_from([example for rule in ENGLISH for example, _ in rule.examples]), st.integers(0, 40))
def test_what_no_rule_matches_the_whole_does_not_match(text: str, start: int) -> None:
    words = text.replace("[", "").replace("]", "")[start:]
    assert (WHOLE.fullmatch(words) is not None) == any(pattern.fullmatch(words) for pattern in EACH)
