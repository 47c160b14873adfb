"""What `explain` tells of an event, as people see it, and what it says when there is nothing to tell."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from transforms.dedup.features import default_model
from warehouse.errors import UserError
from warehouse.explain import compared, explain_event, explanation_text
from warehouse.lake import Lake
from warehouse.query import open_warehouse

GOLDEN = Path(__file__).parent / "golden" / "explain.txt"


@pytest.fixture(scope="module")
def con(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The made-up warehouse."""
    with open_warehouse(Lake(str(database.parent))) as opened:
        yield opened


def test_the_text_is_the_approved_one(con: duckdb.DuckDBPyConnection) -> None:
    told = "\n".join(explanation_text(explain_event(con, event_id)) for event_id in ("e1", "e2", "e3"))
    assert told == GOLDEN.read_text(encoding="utf-8")


def test_rows_are_those_of_the_tables(con: duckdb.DuckDBPyConnection) -> None:
    told = explain_event(con, "e1")
    assert [row["source"] for row in told.evidence] == ["Northern Post", "Southern Mail"]
    assert {(row["attribute"], row["value"], row["chosen"]) for row in told.claims} == {
        ("for", "21", True),
        ("for", "22", False),
        ("against", "9", True),
    }
    [merged] = told.merged
    assert merged["features"] == [("shared body", "", 4.0), ("same days", "", 3.0)]
    [apart] = told.apart
    assert (apart["other_id"], apart["conflict"]) == ("e2", "other days")
    assert told.reasons[0]["statement"] == "published on 2024-05-08"


def test_levels_of_the_model_are_told_by_name_and_weight() -> None:
    feature = default_model().feature[0]
    row = {"mention_a": "a", "mention_b": "b", "score": 1.0, "same": True, "conflict": None, feature.name: 1}
    assert compared(row)["features"] == [(feature.name, feature.level[1].name, feature.level[1].weight)]


@pytest.mark.parametrize(
    ("event_id", "told"), [("e", "several ids begin so"), ("", "name an event by its id"), ("f", "there is none")]
)
def test_an_id_that_names_no_event_or_several(con: duckdb.DuckDBPyConnection, event_id: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        explain_event(con, event_id)


def test_an_id_that_was_merged_says_into_what(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(database.read_bytes())
    with duckdb.connect(str(copy)) as con:
        con.execute("INSERT INTO event_history VALUES ('e0', 's1', 'e1', 'merged')")
        with pytest.raises(UserError, match="merged into e1 in snapshot s1"):
            explain_event(con, "e0")
        assert "e0 merged into e1 in s1" in explanation_text(explain_event(con, "e1"))


def test_hostile_text_cannot_steer_the_terminal(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(database.read_bytes())
    with duckdb.connect(str(copy)) as con:
        con.execute("UPDATE timeline_rows SET title = ? WHERE event_id = 'e3'", ["a\x1b[2Jb\rc\u202ed"])
        assert explanation_text(explain_event(con, "e3")).startswith("a [2Jb c d\n")
