"""Sketches of texts: equal shares of values estimate how much two texts have in common."""

import random

import numpy as np
import pytest

from transforms.sketch import PERMUTATIONS, SHINGLE, sketch

WORDS = [f"word{number}" for number in range(4000)]


def shared(a: bytes, b: bytes) -> float:
    return float(np.mean(np.frombuffer(a, "<u4") == np.frombuffer(b, "<u4")))


@pytest.mark.parametrize("likeness", [0.0, 0.25, 0.5, 0.75, 1.0])
def test_equal_values_estimate_the_jaccard_similarity(likeness: float) -> None:
    drawn = random.Random(5)
    estimates = []
    for _ in range(40):
        words = drawn.sample(WORDS, 900)
        common, only_a, only_b = words[:300], words[300:600], words[600:]
        kept = round(300 * 2 * likeness / (1 + likeness))
        a, b = (" ".join(common[:kept] + only[: 300 - kept]) for only in (only_a, only_b))
        estimates.append(shared(sketch(a), sketch(b)))
    # one estimate strays by at most 1/16 as a rule, the mean of forty by a sixth of that
    assert np.mean(estimates) == pytest.approx(likeness, abs=0.03)


def test_a_sketch_is_of_the_set_of_runs_of_words() -> None:
    assert sketch("one two three four five") == sketch("One two,  three four -- FIVE!")
    assert len(sketch("one two three four")) == 4 * PERMUTATIONS
    assert sketch(" ".join(["again"] * 5000)) == sketch(" ".join(["again"] * SHINGLE))
    assert sketch("one two three") == b"" == sketch("")
    # the same on every machine and in every version
    assert sketch("one two three four").hex()[:16] == "e48e8ebbe84d078a"
