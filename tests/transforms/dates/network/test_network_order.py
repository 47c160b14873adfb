"""Which of two happenings a sentence puts first: the first trigger and the second stand in brackets."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.dates.network.order import orders

TOLD = [
    ("The mayor [resigned] after the council [voted] for the plan.", ("a", "b", 0, None)),
    ("The mayor [resigned] two days after the council [voted] for the plan.", ("a", "b", 2, 2)),
    ("The council [voted] in May, 21 days before the mayor [resigned].", ("b", "a", 21, 21)),
    ("The council [voted] three weeks before the mayor [resigned].", ("b", "a", 21, 21)),
    ("The clerk was [sacked] following a [strike] at the depot.", ("a", "b", 0, None)),
    ("The clerk was [sacked] even after a [ruling] in her favour.", None),
    ("The mayor [resigned]; after that the council [voted].", None),
    ('The mayor [resigned] and said "after all", and a [strike] began.', None),
    ("The mayor [resigned] and the council [voted].", None),
    ("The mayor [resigned] after a long and bitter row over the sum that the [vote] cost.", None),
]
LENGTHS = {"two days": "P2D", "21 days": "P21D", "three weeks": "P3W"}


@pytest.mark.parametrize(("marked", "expected"), TOLD)
def test_order(marked: str, expected: tuple[str, str, int, int | None] | None) -> None:
    between = marked[marked.index("]") + 1 : marked.rindex("[")]
    words, value = next(((words, value) for words, value in LENGTHS.items() if words in between), ("", None))
    found = [
        (o.later, o.earlier, o.fewest, o.most)
        for o in orders("a", "b", between, between.find(words) + len(words), value)
    ]
    assert found == ([expected] if expected else [])


@given(st.text(alphabet=st.sampled_from("after before following x.,;\n’'- "), max_size=200))
def test_any_text_tells_one_order_or_none(between: str) -> None:
    found = list(orders("a", "b", between, 0, None))
    assert len(found) == bool(found)
    assert all(re.search(r"after|before|follow", between) for _ in found)
