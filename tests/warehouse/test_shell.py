"""The prompt: answers, explains, says what is wrong and goes on; keeps a history."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from warehouse.lake import Lake
from warehouse.query import Limits, open_warehouse
from warehouse.shell import Shell, names, prompt_session


@pytest.fixture(scope="module")
def con(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The made-up warehouse."""
    with open_warehouse(Lake(str(database.parent))) as opened:
        yield opened


def talk(con: duckdb.DuckDBPyConnection, typed: str, history: Path | None = None) -> str:
    said: list[str] = []
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text(typed)
        Shell(con, said.append, Limits(seconds=20)).run(prompt_session(con, history))
    return "".join(said)


CONVERSATIONS = [
    ("select count(*) as n from events;\n.quit\n", "n\n─\n3"),
    ("select title\nfrom events\nwhere event_id = 'e2';\n.quit\n", "Ada Quill: resignation"),
    (".tables\n.quit\n", "timeline"),
    (".explain e2\n.quit\n", "'next week' -> 2024-05-13 to 2024-05-19 (week)"),
    (".format json\nselect 1 as x;\n.quit\n", '[\n{"x": 1}\n]'),
    ("selec;\nselect 2 as y;\n.quit\n", "y\n─\n2"),
    ("selec;\n.quit\n", "syntax error"),
    ("drop table events;\n.quit\n", "DROP is refused"),
    (".nothing\n.quit\n", "no command .nothing"),
    (".explain zz\n.quit\n", "there is none"),
    (".help\n\x04", ".quit            leave"),
    ("select 'half\n\x03select 3 as z;\n\x04", "z\n─\n3"),
]


@pytest.mark.parametrize(("typed", "expected"), CONVERSATIONS)
def test_conversations(con: duckdb.DuckDBPyConnection, typed: str, expected: str) -> None:
    assert expected in talk(con, typed)


def test_what_was_asked_is_kept_for_the_next_time(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    history = tmp_path / "state" / "history"
    talk(con, "select 41 as x;\n.quit\n", history)
    assert "+select 41 as x;" in history.read_text()


def test_names_of_tables_views_columns_and_macros_are_completed(con: duckdb.DuckDBPyConnection) -> None:
    assert {"events", "timeline", "best_day", "events_of"} <= set(names(con))


def test_statements_of_a_text_are_answered_one_by_one(con: duckdb.DuckDBPyConnection) -> None:
    said: list[str] = []
    Shell(con, said.append, Limits(seconds=20), form="csv").read(
        ["select 1 as a;", "drop table x;", "select", "2 as b"]
    )
    assert said == ["a\r\n1\r\n", said[1], "b\r\n2\r\n"]
    assert "DROP is refused" in said[1]
