"""Recorded votes of parliaments to one sentence with exact counts."""

import json
from datetime import UTC, datetime

import pytest

import seeds
from transforms.readers import read

LANDED = datetime(2026, 1, 2, tzinfo=UTC)
EXAMPLES = seeds.toml("readers/divisions.toml")["example"]
COMMONS = EXAMPLES[0]["record"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["uri"]))
def test_examples_of_the_seed(example: dict[str, object]) -> None:
    [document], rejects = read(json.dumps(example["record"]).encode(), uri="votes.json", landed_at=LANDED)
    assert rejects == []
    assert document.text == example["text"]
    assert (str(document.published), document.uri, document.reader) == (
        example["published"],
        example["uri"],
        "division",
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"AyeCount": 225, "NoCount": 224}, "passed Harbours Bill: new clause 4 by 225 votes to 224."),
        ({"AyeCount": 224, "NoCount": 224}, "rejected Harbours Bill: new clause 4 by 224 votes to 224."),
        ({"AyeCount": 0, "NoCount": 0}, "rejected Harbours Bill: new clause 4 by 0 votes to 0."),
        # A two-thirds rule or a casting vote: what the record calls the result wins over arithmetic.
        (
            {"AyeCount": 300, "NoCount": 200, "result": "Negatived"},
            "rejected Harbours Bill: new clause 4 by 200 votes to 300.",
        ),
        (
            {"AyeCount": 100, "NoCount": 100, "result": "Agreed to"},
            "passed Harbours Bill: new clause 4 by 100 votes to 100.",
        ),
    ],
)
def test_result_words_win_over_arithmetic(change: dict[str, object], words: str) -> None:
    [document], _ = read(json.dumps(COMMONS | change).encode(), uri="v.json", landed_at=LANDED)
    assert words in document.text


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"AyeCount": "many"}, "bad count"),
        ({"AyeCount": -1}, "bad count"),
        ({"Date": "soon"}, "bad date"),
        ({"Date": "2021"}, "bad date"),
        ({"Title": " "}, "no text"),
    ],
)
def test_a_vote_that_cannot_be_told_is_refused(change: dict[str, object], error: str) -> None:
    documents, [reject] = read(json.dumps(COMMONS | change).encode(), uri="v.json", landed_at=LANDED)
    assert documents == []
    assert (reject.uri, reject.error) == ("v.json#1", error)
