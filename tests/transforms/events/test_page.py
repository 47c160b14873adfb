"""The page of event types says what the lexicon says."""

from pathlib import Path

from transforms.events.lexicon import default_lexicon
from transforms.events.page import page

ROOT = Path(__file__).parent.parent.parent.parent


def test_page_is_up_to_date() -> None:
    written = (ROOT / "docs/events.md").read_text(encoding="utf-8")
    assert written == page(default_lexicon()), "run: python -m transforms.events.page > docs/events.md"


def test_page_shows_every_type_and_example() -> None:
    text = page(default_lexicon())
    for event in default_lexicon().types.values():
        assert f"\n## {event.type}\n" in text
        assert all(example.text in text for example in event.example)
