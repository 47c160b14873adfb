"""Field names of news archives: every example in the seed is read as it says."""

from datetime import date

import pytest

import seeds
from transforms.readers.article import Article, Place
from transforms.readers.fields import article, language_code
from transforms.readers.inflation import Inflation

EXAMPLES = seeds.toml("readers/fields.toml")["example"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["title"]))
def test_examples_of_the_seed(example: dict[str, object]) -> None:
    read = article(example["record"], Place(uri="x", latest=date(2026, 1, 1), inflation=Inflation(0)), 1)  # type: ignore[arg-type]
    assert isinstance(read, Article)
    assert (read.title, read.text) == (example["title"], example["text"])
    assert read.published is not None
    assert str(read.published.earliest) == example["published"]
    assert read.source == example.get("source", read.source)


@pytest.mark.parametrize(
    ("words", "code"),
    [("en-GB", "en"), ("de", "de"), ("pt_BR", "pt"), ("English", None), ("", None), (None, None), ("e1", None)],
)
def test_language_codes(words: str | None, code: str | None) -> None:
    assert language_code(words) == code


@pytest.mark.parametrize(
    ("record", "author"),
    [
        ({"author": "Ana Reyes"}, "Ana Reyes"),
        ({"authors": ["Ana Reyes", "Tom Hale"]}, "Ana Reyes, Tom Hale"),
        ({"author": [{"name": "Ana Reyes"}, {"url": "x"}]}, "Ana Reyes"),
        ({"fields": {"byline": "Ana Reyes in Leeds"}}, "Ana Reyes in Leeds"),
        ({"author": {"name": "Ana Reyes"}}, "Ana Reyes"),
        ({"author": [], "byline": 7}, None),
    ],
)
def test_authors(record: dict[str, object], author: str | None) -> None:
    read = article(
        {"text": "A vote was lost."} | record, Place(uri="x", latest=date(2026, 1, 1), inflation=Inflation(0)), 1
    )
    assert isinstance(read, Article)
    assert read.author == author
