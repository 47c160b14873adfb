"""The page on dates says what the rules say."""

from pathlib import Path

from transforms.dates.document import document
from transforms.dates.rules import ENGLISH

PAGE = Path(__file__).parents[3] / "docs" / "dates.md"


def test_page_is_what_the_rules_write() -> None:
    assert PAGE.read_text(encoding="utf-8") == document()


def test_page_names_every_rule() -> None:
    assert [rule.name for rule in ENGLISH if f"`{rule.name}`" not in document()] == []
