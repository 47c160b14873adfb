"""Every check passes on sound tables and is tripped by tables that break it; what fails is never published."""

from pathlib import Path

import duckdb
import pytest
from made_up import META, run_tables

from warehouse import checks, schema
from warehouse.errors import UserError
from warehouse.lake import Lake
from warehouse.query import ask, open_warehouse

BREAKS = [
    ("articles", "fail", "DELETE FROM documents"),
    ("evidence inside its article", "fail", "UPDATE mentions SET sentence_end = 10000"),
    ("time words inside their article", "fail", "UPDATE timexes SET text = 'Monday'"),
    ("events without mentions", "fail", "DELETE FROM mentions WHERE event_id = 'e3'"),
    ("articles of events", "fail", "UPDATE events SET documents = 7 WHERE event_id = 'e1'"),
    ("one figure carried", "fail", "UPDATE event_claims SET chosen = true"),
    ("pairs of another cluster", "warn", "UPDATE pairs SET same = true"),
    ("freshness", "warn", "UPDATE documents SET landed_at = '2024-01-01'"),
    ("ahead of time", "warn", "UPDATE documents SET published = '2030-01-01', published_latest = '2030-01-01'"),
    ("events: rows", "fail", "UPDATE events SET latest = '2000-01-01'"),
    ("events: rows", "fail", "UPDATE events SET family = NULL"),
    ("events: rows", "fail", "UPDATE events SET modality = 'perhaps'"),
    ("events: key", "fail", "INSERT INTO events FROM events"),
    ("mentions: event_id", "fail", "UPDATE mentions SET event_id = 'e9'"),
    ("mentions: document_id, timex_no", "fail", "UPDATE mentions SET timex_no = 5 WHERE timex_no = 0"),
    ("pairs: mention_b", "fail", "UPDATE pairs SET mention_b = 'gone'"),
    (
        "rejects",
        "warn",
        "INSERT INTO rejects SELECT 'u' || i, 's', 'land', 'empty', 'nothing' FROM range(20) t(i)",
    ),
    (
        "rejects",
        "fail",
        "INSERT INTO rejects SELECT 'u' || i, 's', 'land', 'empty', 'nothing' FROM range(200) t(i)",
    ),
    (
        "undated",
        "fail",
        "INSERT INTO events SELECT events.* REPLACE ('x' || i AS event_id, 'asserted' AS modality) "
        "FROM events, range(200) t(i) WHERE event_id = 'e3'",
    ),
    (
        "articles kept",
        "fail",
        "INSERT INTO snapshots SELECT * REPLACE (snapshot_id AS parent_id, 'new' AS snapshot_id, "
        "created_at + INTERVAL 1 DAY AS created_at) FROM snapshots; UPDATE snapshots SET rows = '{\"documents\": 40}'",
    ),
    (
        "events kept",
        "fail",
        "INSERT INTO snapshots SELECT * REPLACE (snapshot_id AS parent_id, 'new' AS snapshot_id, "
        "created_at + INTERVAL 1 DAY AS created_at) FROM snapshots; UPDATE snapshots SET rows = '{\"events\": 400}'",
    ),
]


@pytest.fixture
def con(database: Path, tmp_path: Path) -> duckdb.DuckDBPyConnection:
    """The made-up tables without constraints, to break."""
    opened = duckdb.connect()
    opened.execute(f"ATTACH '{database}' AS sound (READ_ONLY)")
    for (name,) in opened.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'sound'").fetchall():
        opened.execute(f"CREATE TABLE {name} AS FROM sound.{name}")
    return opened


def test_sound_tables_pass_every_check(con: duckdb.DuckDBPyConnection) -> None:
    results = checks.run_checks(con)
    assert {result.status for result in results} == {"pass", "skip"}
    assert len(results) > 60


@pytest.mark.parametrize(("name", "status", "change"), BREAKS)
def test_a_break_is_found(con: duckdb.DuckDBPyConnection, name: str, status: str, change: str) -> None:
    con.execute(change)
    found = {result.check.name: result for result in checks.run_checks(con)}
    assert found[name].status == status
    text = checks.report_text(list(found.values()))
    assert f"{status}  {name}: " in text
    assert f"1 {status}ed" in text or " failed" in text


HELD = checks.held_checks(frozenset(schema.tables()))


@pytest.mark.parametrize(("name", "change"), [(name, change) for name, _, change in BREAKS if name in HELD])
def test_a_database_refuses_what_is_not_checked_there_again(database: Path, name: str, change: str) -> None:
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{database}' AS sound (READ_ONLY)")
        for table in schema.tables():
            con.execute(schema.create_sql(table))
            columns = ", ".join(map(schema.quote, schema.table(table).names))
            con.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM sound.{table}")
        assert con.execute("SELECT count(*) > 0 FROM events").fetchall() == [(True,)]
        with pytest.raises(duckdb.ConstraintException):
            con.execute(change)


def test_tables_without_keys_have_them_checked() -> None:
    few = checks.held_checks(frozenset({"documents", "entities"}))
    assert {name for name in few if not name.endswith(": rows")} == {"documents: key", "entities: key"}
    assert {"mentions: document_id", "mentions: event_id", "event_roles: event_id, entity_id"} & few == set()
    checked = {check.name for check in checks.table_checks()}
    assert few < HELD < checked


def test_every_declared_check_that_can_break_is_broken_here() -> None:
    tested = {name for name, _, _ in BREAKS}
    untested = {"articles without events", "most events in an article", "largest event"}
    assert {check.name for check in checks.declared_checks()} == {n for n in tested if ":" not in n} | untested


def test_what_fails_is_kept_aside_and_never_published(lake: Lake) -> None:
    before = str(lake.current())
    tables = run_tables()
    claims = tables["event_claims"].to_pylist()
    tables["event_claims"] = tables["event_claims"].from_pylist(
        [{**row, "chosen": True} for row in claims], schema=tables["event_claims"].schema
    )
    broken = lake.stage_snapshot(tables, meta=META)
    with pytest.raises(UserError, match=r"fails 1 of \d+ checks \(one figure carried\) and is kept aside") as told:
        lake.publish(broken)
    assert "\n" not in str(told.value)
    assert lake.current() == before
    assert lake.set_aside() == [broken]
    assert broken not in [manifest["snapshot_id"] for manifest in lake.snapshots()]
    with open_warehouse(lake) as con:
        assert ask(con, "SELECT DISTINCT snapshot_id FROM about").to_pylist() == [{"snapshot_id": before}]
    assert lake.stage_snapshot(run_tables(), meta=META) == before


@pytest.mark.parametrize("indexed_rows", [10_000, 0])
def test_a_broken_key_is_told_as_a_check(lake: Lake, monkeypatch: pytest.MonkeyPatch, indexed_rows: int) -> None:
    monkeypatch.setattr("warehouse.load.INDEXED_ROWS", indexed_rows)
    tables = run_tables()
    tables["event_links"] = tables["event_links"].set_column(1, "other_id", [["e9"]])
    broken = lake.stage_snapshot(tables, meta=META)
    with pytest.raises(UserError, match="event_links: other_id"):
        lake.publish(broken)
    assert lake.set_aside() == [broken]


def test_a_snapshot_that_failed_can_be_looked_at(lake: Lake) -> None:
    tables = run_tables()
    tables["event_links"] = tables["event_links"].set_column(1, "other_id", [["e9"]])
    broken = lake.stage_snapshot(tables, meta=META)
    with pytest.raises(UserError):
        lake.publish(broken)
    with open_warehouse(lake, broken) as con:
        assert "e9" in checks.report_text(checks.run_checks(con))
