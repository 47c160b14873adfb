"""One declaration: the records, Arrow, DuckDB, the page and the metadata all say the same of every column."""

import json
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import get_args

import duckdb
import pyarrow as pa
import pytest
from made_up import annotations, document

from transforms import records
from warehouse import metadata, schema
from warehouse.errors import UserError
from warehouse.formats import json_bytes
from warehouse.rows import annotation_tables, document_table

ROOT = Path(__file__).parent.parent.parent

PARITY = [
    ("documents", records.Document, [], []),
    ("timexes", records.Timex, ["document_id", "timex_no"], []),
    ("mentions", records.Mention, ["event_id"], ["roles", "counts"]),
    ("mention_roles", records.Role, ["mention_id"], ["kind"]),
    ("mention_counts", records.Count, ["mention_id"], []),
    ("entities", records.Entity, [], []),
    ("rejects", records.Reject, ["snapshot_id"], []),
]


@pytest.mark.parametrize(("name", "record", "only_table", "only_record"), PARITY)
def test_tables_and_records_have_the_same_columns(
    name: str, record: type, only_table: list[str], only_record: list[str]
) -> None:
    columns = [column for column in schema.table(name).names if column not in only_table]
    assert sorted(columns) == sorted(field.name for field in fields(record) if field.name not in only_record)
    assert set(only_table) <= set(schema.table(name).names)


@pytest.mark.parametrize(("name", "record", "only_table", "only_record"), PARITY)
def test_a_column_is_nullable_when_the_record_says_so(
    name: str, record: type, only_table: list[str], only_record: list[str]
) -> None:
    optional = {field.name: type(None) in get_args(field.type) for field in fields(record)}
    for column in schema.table(name).columns:
        if column.name not in only_table:
            assert column.nullable == optional[column.name], column.name


@pytest.mark.parametrize("name", list(schema.tables()))
def test_duckdb_has_every_column_key_and_comment(name: str) -> None:
    declared = schema.table(name)
    with duckdb.connect() as con:
        for each in schema.tables():
            con.execute(schema.create_sql(each))
            for statement in schema.comment_sql(each):
                con.execute(statement)
        found = con.execute(
            "SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns() WHERE table_name = ? "
            "ORDER BY column_index",
            [name],
        ).fetchall()
        keys = con.execute(
            "SELECT constraint_type, count(*) FROM duckdb_constraints() WHERE table_name = ? GROUP BY 1", [name]
        ).fetchall()
        assert con.sql(f"FROM {name}").to_arrow_table().schema.names == schema.arrow_schema(name).names
    assert found == [(c.name, c.type, c.nullable, schema.sentence(c)) for c in declared.columns]
    assert dict(keys).get("PRIMARY KEY") == 1
    assert dict(keys).get("FOREIGN KEY", 0) == sum(foreign.table != name for foreign in declared.foreign)


@pytest.mark.parametrize("name", list(schema.tables()))
def test_every_column_is_documented_and_every_name_exists(name: str) -> None:
    declared = schema.table(name)
    assert all(column.doc.endswith((".", "seeds/events.")) for column in declared.columns)
    assert set(declared.order) <= set(declared.names)
    for foreign in declared.foreign:
        assert set(foreign.columns) <= set(declared.names)
        assert foreign.references == schema.table(foreign.table).key
    for field in schema.arrow_schema(name):
        assert field.metadata[b"description"]


def test_the_page_is_the_declaration() -> None:
    assert (ROOT / "docs/tables.md").read_text(encoding="utf-8") == metadata.tables_page()


def test_records_come_back_from_their_tables() -> None:
    found = annotations()
    tables = annotation_tables(found)
    told = {row["mention_id"]: row for row in tables["mentions"].to_pylist()}
    for annotation in found:
        for mention in annotation.mentions:
            row = told[mention.mention_id]
            assert {key: value for key, value in row.items() if key != "event_id"} == {
                key: getattr(mention, key) for key in row if key != "event_id"
            }
            roles = [r for r in tables["mention_roles"].to_pylist() if r["mention_id"] == mention.mention_id]
            assert [(r["role"], r["name"]) for r in roles] == [(r.role, r.name) for r in mention.roles]
    assert tables["timexes"]["timex_no"].to_pylist() == [0, 0]
    assert tables["entities"].num_rows == 3


def test_of_several_spellings_the_order_of_documents_does_not_matter() -> None:
    spelt = [
        records.Annotation(
            document_id=name,
            timexes=(),
            mentions=(),
            entities=(records.Entity(entity_id="e", name=name, kind="person", aliases=(f"Ms {name}",)),),
        )
        for name in ("Ada QUILL", "Ada Quill")
    ]
    both = annotation_tables(spelt)["entities"]
    assert both.equals(annotation_tables(spelt[::-1])["entities"])
    assert both["aliases"].to_pylist() == [["Ms Ada QUILL", "Ms Ada Quill"]]


@pytest.mark.parametrize("name", list(annotation_tables([])))
def test_nothing_found_is_an_empty_table(name: str) -> None:
    assert annotation_tables([])[name].schema.equals(schema.arrow_schema(name, shard=True))


def test_the_same_role_at_the_same_words_is_one_row() -> None:
    [first, *_] = annotations()
    mention = first.mentions[0]
    doubled = records.Mention(
        **{field.name: getattr(mention, field.name) for field in fields(mention) if field.name != "roles"},
        roles=mention.roles * 2,
    )
    twice = records.Annotation(
        document_id=first.document_id, timexes=first.timexes, mentions=(doubled,), entities=first.entities
    )
    assert annotation_tables([twice])["mention_roles"].num_rows == len(mention.roles)


ROW = document_table([document("north")])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (ROW.drop_columns(["text"]), "column text is missing"),
        (ROW.append_column("mood", pa.array(["good"])), "unknown column mood"),
        (ROW.set_column(ROW.column_names.index("text"), "text", pa.nulls(1, pa.string())), "text is null in 1 rows"),
        (ROW.set_column(ROW.column_names.index("published"), "published", pa.array(["soon"])), "is not date32"),
    ],
)
def test_conform_refuses_in_one_line(data: pa.Table, told: str) -> None:
    with pytest.raises(UserError, match="table documents: ") as refusal:
        schema.conform("documents", data)
    assert told in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_conform_fills_what_may_be_null() -> None:
    assert schema.conform("documents", ROW.drop_columns(["title"]))["title"].to_pylist() == [None]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE events SET latest = DATE '2024-05-01' WHERE event_id = 'e1'", "CHECK"),
        ("UPDATE events SET modality = 'perhaps' WHERE event_id = 'e1'", "CHECK"),
        ("UPDATE mentions SET trigger = NULL", "NOT NULL"),
        ("INSERT INTO entities SELECT * FROM entities LIMIT 1", "duplicate"),
        ("INSERT INTO event_links VALUES ('e1', 'e9', 'about', NULL)", "foreign key"),
    ],
)
def test_the_database_holds_its_rules(database: Path, tmp_path: Path, change: str, told: str) -> None:
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(database.read_bytes())
    with duckdb.connect(str(copy)) as con, pytest.raises(duckdb.ConstraintException, match=f"(?i){told}"):
        con.execute(change)


def test_rows_as_json_are_valid_by_the_json_schema(database: Path) -> None:
    from jsonschema import Draft202012Validator, FormatChecker

    with duckdb.connect(str(database), read_only=True) as con:
        for name in schema.tables():
            validator = Draft202012Validator(metadata.json_schema(name), format_checker=FormatChecker())
            validator.check_schema(metadata.json_schema(name))
            for row in json.loads(json_bytes(con.sql(f"FROM {name}").to_arrow_table())):
                validator.validate(row)
            assert not validator.is_valid({"nothing": date.min.isoformat()})


def test_dbt_sources_name_every_table_and_its_tests() -> None:
    import yaml

    [source] = yaml.safe_load(yaml.safe_dump(metadata.dbt_sources()))["sources"]
    told = {table["name"]: {column["name"]: column for column in table["columns"]} for table in source["tables"]}
    assert list(told) == list(schema.tables())
    assert told["events"]["event_id"]["data_tests"] == ["not_null", "unique"]
    assert told["event_roles"]["entity_id"]["data_tests"] == [
        "not_null",
        {"relationships": {"to": "source('daybook', 'entities')", "field": "entity_id"}},
    ]
