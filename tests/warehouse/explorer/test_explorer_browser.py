"""The page in a real browser: what a reporter does with it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Open = Callable[..., Any]
Settle = Callable[[Any], None]


def test_first_screen_tells_the_facts(open_page: Open, town_page: Path) -> None:
    page = open_page(town_page)
    facts = page.inner_text("#facts")
    assert facts.startswith("600 events · ")
    assert "% of dates approximate" in facts
    assert page.inner_text("#count") == "600 events in view"
    assert page.locator("#peaks button").count() >= 1
    assert page.locator("#list li").count() == 60
    assert page.get_attribute("#canvas", "data-modes").split()[0] == "counts"
