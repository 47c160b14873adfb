"""What a table is, and what follows from its declaration: Arrow schemas, DuckDB DDL, validation.

The declarations themselves are in `warehouse/tables.py`. A table has two forms. A *shard* holds what is known of one
batch of documents; its late columns are null. A *snapshot* holds the whole, and every rule of the declaration holds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

import pyarrow as pa

from warehouse.declaration import Column, Table
from warehouse.errors import UserError
from warehouse.tables import TABLES

VERSION = "1.2"
"""Of the tables. The second number grows when a column or table is added, which old consumers may ignore; the first
when something they rely on goes."""


def tables() -> dict[str, Table]:
    """Every table by name, a table after those it points at."""
    return {table.name: table for table in TABLES}


def table(name: str) -> Table:
    """The declaration of one table.

    Raises:
        UserError: no such table.
    """
    if name not in tables():
        raise UserError(f"no table {name!r}; the tables are {', '.join(tables())}")
    return tables()[name]


def arrow_type(column_type: str) -> pa.DataType:
    """The Arrow type of a DuckDB type; instants are UTC without a zone, JSON is text."""
    if column_type.endswith("[]"):
        return pa.list_(arrow_type(column_type[:-2]))
    return {
        "VARCHAR": pa.string(),
        "JSON": pa.string(),
        "INTEGER": pa.int32(),
        "BIGINT": pa.int64(),
        "DOUBLE": pa.float64(),
        "BOOLEAN": pa.bool_(),
        "DATE": pa.date32(),
        "TIMESTAMP": pa.timestamp("us"),
    }[column_type]


@cache
def arrow_schema(name: str, *, shard: bool = False) -> pa.Schema:
    """The Arrow schema of a table; each field's metadata holds its sentence, unit, key and allowed values."""
    declared = table(name)
    return pa.schema(
        [arrow_field(column, shard=shard) for column in declared.columns],
        metadata={"daybook.table": name, "daybook.schema": VERSION, "description": declared.doc},
    )


def arrow_field(column: Column, *, shard: bool = False) -> pa.Field:
    """One field with its metadata."""
    told = {"description": column.doc}
    if column.key:
        told["key"] = "true"
    if column.unit:
        told["unit"] = column.unit
    if column.allowed:
        told["allowed"] = " ".join(column.allowed)
    nullable = column.nullable or (shard and column.late)
    return pa.field(column.name, arrow_type(column.type), nullable=nullable, metadata=told)


def conform(name: str, data: pa.Table, *, shard: bool = False) -> pa.Table:
    """`data` in the exact columns and types of a table; absent nullable columns become null.

    Raises:
        UserError: a column is unknown, missing, of another type, or null where it may not be.
    """
    schema = arrow_schema(name, shard=shard)
    unknown = [column for column in data.column_names if column not in schema.names]
    if unknown and not table(name).open:
        raise UserError(f"table {name}: unknown column {', '.join(unknown)}")
    columns = []
    for field in schema:
        if field.name not in data.column_names and not field.nullable:
            raise UserError(f"table {name}: column {field.name} is missing")
        if field.name not in data.column_names:
            columns.append(pa.nulls(len(data), field.type))
            continue
        try:
            columns.append(data[field.name].cast(field.type))
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
            raise UserError(f"table {name}: column {field.name} is not {field.type}: {error}") from error
        if not field.nullable and columns[-1].null_count:
            raise UserError(f"table {name}: column {field.name} is null in {columns[-1].null_count} rows")
    for column in unknown:
        schema = schema.append(data.schema.field(column))
        columns.append(data[column])
    return pa.table(columns, schema=schema)


def table_from_records(name: str, rows: Sequence[Any], **more: Sequence[Any]) -> pa.Table:
    """Dataclasses as a shard of a table, column by column; `more` gives columns that the records do not hold.

    Raises:
        UserError: as `conform`.
    """
    schema = arrow_schema(name, shard=True)
    have = {field.name for field in fields(rows[0])} if rows and is_dataclass(rows[0]) else set()
    columns: dict[str, pa.Array] = {}
    for field in schema:
        if field.name in more:
            values: Iterable[Any] = more[field.name]
        elif field.name in have:
            values = map(attrgetter(field.name), rows)
        elif rows:
            continue
        else:
            values = ()
        try:
            columns[field.name] = pa.array(values, field.type, size=len(rows))
        except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError) as error:
            raise UserError(f"table {name}: column {field.name} is not {field.type}: {error}") from error
    return conform(name, pa.table(columns), shard=True)


def create_sql(name: str, *, database: str | None = None, indexed: frozenset[str] | None = None) -> str:
    """DuckDB's CREATE TABLE with NOT NULL, CHECK, PRIMARY KEY and FOREIGN KEY.

    Keys cost an index in memory, so only tables named in `indexed` get them (null: all do); a foreign key needs both.
    """
    declared = table(name)
    keyed = set(tables()) if indexed is None else indexed
    parts = [column_sql(column) for column in declared.columns]
    parts += [f"CHECK ({check})" for check in declared.checks]
    if name in keyed and declared.key:
        parts.append(f"PRIMARY KEY ({', '.join(map(quote, declared.key))})")
    parts += [
        f"FOREIGN KEY ({', '.join(map(quote, foreign.columns))}) REFERENCES {quote(foreign.table)} "
        f"({', '.join(map(quote, foreign.references))})"
        for foreign in declared.foreign
        if name in keyed and foreign.table in keyed and foreign.table != name
    ]
    where = f"{quote(database)}." if database else ""
    return f"CREATE TABLE {where}{quote(name)} (\n  " + ",\n  ".join(parts) + "\n)"


def column_sql(column: Column) -> str:
    """One column's line of a CREATE TABLE."""
    line = f"{quote(column.name)} {column.type}"
    if not column.nullable:
        line += " NOT NULL"
    if column.allowed:
        line += f" CHECK ({quote(column.name)} IN ({', '.join(map(literal, column.allowed))}))"
    return line


def comment_sql(name: str, *, database: str | None = None) -> list[str]:
    """DuckDB's COMMENT ON statements for a table and its columns."""
    declared = table(name)
    where = f"{quote(database)}.main." if database else ""
    return [f"COMMENT ON TABLE {where}{quote(name)} IS {literal(declared.doc)}"] + [
        f"COMMENT ON COLUMN {where}{quote(name)}.{quote(column.name)} IS {literal(sentence(column))}"
        for column in declared.columns
    ]


def sentence(column: Column) -> str:
    """A column's documentation with its unit and allowed values."""
    told = column.doc
    if column.unit:
        told += f" Unit: {column.unit}."
    if column.allowed:
        told += f" One of: {', '.join(column.allowed)}."
    return told


def quote(name: str) -> str:
    """A SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str) -> str:
    """A SQL string."""
    return "'" + value.replace("'", "''") + "'"
