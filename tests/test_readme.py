"""The README tells the truth: its queries give the answers that it shows, and its commands exist."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from flows.inputs import expand
from flows.pipeline import run
from flows.plain import PlainCaller
from flows.runners import Direct
from flows.settings import settings
from warehouse.answers import answered, questions
from warehouse.lake import Lake
from warehouse.query import open_warehouse

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Lake:
    folder = str(tmp_path_factory.mktemp("readme") / "lake")
    entries = expand([ROOT / "seeds" / "articles"], published=None, source=None)
    run(entries, settings(lake=folder, runner="direct"), PlainCaller(Direct(), 1))
    return Lake(folder)


def test_the_queries_give_the_answers_shown(lake: Lake) -> None:
    assert len(questions(README)) == 5
    with open_warehouse(lake) as con:
        assert answered(README, con) == README


def test_the_counts_shown_are_those_of_the_sample_articles(lake: Lake) -> None:
    current = lake.current()
    assert current is not None
    rows = lake.manifest(current)["rows"]
    assert f"in {rows['documents']} articles; {rows['rejects']} inputs rejected; 19 of 19 inputs" in README


def test_the_commands_exist() -> None:
    listed = subprocess.run(
        [sys.executable, "-m", "flows.cli", "--help"], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    ).stdout
    for name in sorted(set(re.findall(r"daybook ([a-z]+)", README))):
        assert re.search(rf"^  {name} ", listed, re.MULTILINE), name


def test_every_page_linked_is_there() -> None:
    for page in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / page).is_file(), page
