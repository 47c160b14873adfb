"""Queries read what is there, and can do nothing else."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest
from made_up import META, run_tables

from warehouse.errors import UserError
from warehouse.lake import Lake
from warehouse.query import Limits, ask, open_warehouse, parameter, snapshot_at

SMALL = Limits(memory=300, result=20, seconds=20)


@pytest.fixture(scope="module", params=["database", "snapshot"])
def con(request: pytest.FixtureRequest, database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The made-up warehouse, as the DuckDB file and as Parquet mounted without it."""
    lake = Lake(str(database.parent))
    if request.param == "snapshot":
        lake.store.local = None
    with open_warehouse(lake, limits=SMALL) as opened:
        yield opened


def test_the_timeline_is_newest_first(con: duckdb.DuckDBPyConnection) -> None:
    rows = ask(con, "SELECT event_id, body, target, outlets FROM timeline").to_pylist()
    assert [row["event_id"] for row in rows] == ["e2", "e1", "e3"]
    assert rows[1] == {
        "event_id": "e1",
        "body": ["Hollin Council"],
        "target": ["Ada Quill"],
        "outlets": ["Northern Post", "Southern Mail"],
    }


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ('SELECT event_id, attribute, "values" FROM disputed', [("e1", "for", ["21", "22"])]),
        ("SELECT event_id FROM undated", [("e3",)]),
        ("SELECT event_id FROM upcoming", [("e3",), ("e2",)]),
        ('SELECT event_id, outcome, "for", against, abstained FROM motions', [("e1", "passed", 21, 9, None)]),
        ("SELECT event_id FROM events_between('2024-05-01', '2024-05-08')", [("e1",)]),
        ("SELECT event_id FROM events_of('quill')", [("e1",), ("e2",)]),
        ("SELECT event_id FROM events_of('ms q')", [("e1",), ("e2",)]),
        ("SELECT event_id FROM timeline_of('CENSURE')", [("e1",)]),
        ("SELECT event_id FROM timeline_of('protest')", [("e3",)]),
        (
            "FROM agreement('Northern Post', 'Southern Mail')",
            [("against", 1, 1), ("events", 1, None), ("for", 1, 0)],
        ),
        (
            "SELECT source, sentence FROM evidence WHERE event_id = 'e2'",
            [("Northern Post", "Ms Quill said she would resign next week.")],
        ),
        ("SELECT length(snapshot_id) FROM snapshots", [(16,)]),
        ("DESCRIBE SELECT 1 AS x", [("x", "INTEGER", "YES", None, None, None)]),
    ],
)
def test_views_and_macros(con: duckdb.DuckDBPyConnection, sql: str, expected: list[tuple[object, ...]]) -> None:
    assert [tuple(row.values()) for row in ask(con, sql).to_pylist()] == expected


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("SELEC 1", 'syntax error at or near "SELEC"'),
        ("SELECT * FROM nowhere", "nowhere does not exist"),
        ("SELECT 1; SELECT 2", "one statement at a time"),
        ("", "one statement at a time"),
        ("INSERT INTO rejects VALUES ('a', 'b', 'c', 'd', 'e')", "INSERT is refused"),
        ("UPDATE events SET title = ''", "UPDATE is refused"),
        ("DELETE FROM events", "DELETE is refused"),
        ("CREATE TABLE t (a INT)", "CREATE is refused"),
        ("DROP VIEW timeline", "DROP is refused"),
        ("COPY events TO '/tmp/daybook-leak.csv'", "COPY is refused"),
        ("ATTACH '/tmp/daybook-leak.duckdb'", "ATTACH is refused"),
        ("EXPORT DATABASE '/tmp/daybook-leak'", "EXPORT is refused"),
        ("INSTALL httpfs", "LOAD is refused"),
        ("SET enable_external_access = true", "SET is refused"),
        ("PRAGMA database_list", "PRAGMA is refused"),
        ("SELECT * FROM read_csv('/etc/passwd')", "out of reach"),
        ("SELECT * FROM read_text('/etc/passwd')", "out of reach"),
        ("SELECT * FROM read_parquet('https://example.org/x.parquet')", "out of reach"),
        ("FROM glob('/*')", "out of reach"),
        ("EXPLAIN ANALYZE COPY (SELECT 1) TO '/tmp/daybook-leak.csv'", "out of reach"),
        ("FROM '/etc/passwd'", "does not exist"),
        ("SELECT * FROM SMALL", "SMALL does not exist"),
        ("SELECT $day", "day"),
        ("SELECT * FROM range(1000000000000)", "larger than 20 MB"),
        ("SELECT list(i) FROM range(1000000000) t(i)", "more than 300 MB"),
    ],
)
def test_refusals_are_one_clear_line(con: duckdb.DuckDBPyConnection, sql: str, told: str) -> None:
    with pytest.raises(UserError) as refusal:
        ask(con, sql, limits=SMALL)
    assert told in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert ask(con, "SELECT count(*) AS n FROM events").to_pylist() == [{"n": 3}]


def test_endless_recursion_is_interrupted(con: duckdb.DuckDBPyConnection) -> None:
    endless = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT 1 FROM r) SELECT max(n) FROM r"
    with pytest.raises(UserError, match="took longer than"):
        ask(con, endless, limits=Limits(seconds=0.2))
    assert ask(con, "SELECT count(*) AS n FROM events").to_pylist() == [{"n": 3}]


def test_parameters_are_bound_never_pasted(con: duckdb.DuckDBPyConnection) -> None:
    given = dict([parameter("who=quill'; DROP TABLE events; --"), parameter("day=2024-05-07"), parameter("n=3")])
    assert given["day"] == date(2024, 5, 7)
    rows = ask(con, "SELECT $who AS who, count(*) AS n FROM events WHERE best_day = $day LIMIT $n", given)
    assert rows.to_pylist() == [{"who": "quill'; DROP TABLE events; --", "n": 1}]


@pytest.mark.parametrize("text", ["x", "=1", "a b=1", ""])
def test_a_parameter_without_a_name_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="write name=value"):
        parameter(text)


def test_queries_travel_in_time(lake: Lake) -> None:
    first = str(lake.current())
    tables = run_tables()
    tables["rejects"] = tables["rejects"].slice(0, 0)
    second = lake.stage_snapshot(tables, meta={**META, "created_at": META["created_at"].replace(day=20)})
    lake.publish(second)
    sql = "SELECT count(*) AS n FROM rejects"
    for at, rows in {first: 1, first[:6]: 1, second: 0, "2024-05-09": 1, "2024-05-19": 1, "2024-06-01": 0}.items():
        with open_warehouse(lake, at) as con:
            assert ask(con, sql).to_pylist() == [{"n": rows}], at
    for at, told in {"zz": "no snapshot 'zz'", "2024-05-01": "no snapshot was made by 2024-05-01"}.items():
        with pytest.raises(UserError, match=told):
            snapshot_at(lake, at)


def test_an_empty_lake_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nothing is published yet"), open_warehouse(Lake(str(tmp_path))):
        pass


def test_a_database_of_an_earlier_daybook_is_passed_over(lake: Lake) -> None:
    with duckdb.connect(str(Path(lake.root) / "daybook.duckdb")) as con:
        con.execute("CREATE OR REPLACE VIEW about AS SELECT snapshot_id, 'earlier' AS declarations FROM snapshots")
        con.execute("DROP VIEW timeline")
    with open_warehouse(lake) as opened:
        assert ask(opened, "SELECT count(*) AS n FROM timeline").to_pylist()[0]["n"] > 0
