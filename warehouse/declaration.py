"""What a table is declared with: columns of each kind, keys that point at other tables, and the table itself."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: `type` is DuckDB's name; `late` columns are filled when a snapshot is made, and null in shards."""

    name: str
    type: str
    doc: str
    key: bool = False
    nullable: bool = False
    allowed: tuple[str, ...] = ()
    unit: str | None = None
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignKey:
    """Rows point at a row of `table`: `columns` here are equal to `references` there, or one of them is null."""

    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table.

    `checks` are conditions, in SQL, that no row may break. `order` sorts the rows in the files, for the filters people
    use most. `partition` is the name and the SQL of a hive partition. `open` tables may hold further columns.
    `row_group` is how many rows are written, and held in memory, at once.
    """

    name: str
    doc: str
    columns: tuple[Column, ...]
    foreign: tuple[ForeignKey, ...] = ()
    checks: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    partition: tuple[str, str] | None = None
    open: bool = False
    row_group: int = 131_072

    @property
    def key(self) -> tuple[str, ...]:
        """Names of the columns that together tell the rows apart."""
        return tuple(column.name for column in self.columns if column.key)

    @property
    def names(self) -> list[str]:
        """Names of the columns, in order."""
        return [column.name for column in self.columns]


def text(name: str, doc: str, **rules: Any) -> Column:
    """A column of text."""
    return Column(name=name, type="VARCHAR", doc=doc, **rules)


def number(name: str, doc: str, **rules: Any) -> Column:
    """A column of whole numbers."""
    return Column(name=name, type="INTEGER", doc=doc, **rules)


def day(name: str, doc: str, **rules: Any) -> Column:
    """A column of days that may be unknown."""
    return Column(name=name, type="DATE", doc=doc, nullable=True, **rules)


def flag(name: str, doc: str, **rules: Any) -> Column:
    """A column of truth values."""
    return Column(name=name, type="BOOLEAN", doc=doc, **rules)


def offset(name: str, doc: str, **rules: Any) -> Column:
    """A column of positions in a document's text."""
    return number(name, doc, unit="Python str index into documents.text", **rules)


def share(name: str, doc: str, **rules: Any) -> Column:
    """A column of shares."""
    return Column(name=name, type="DOUBLE", doc=doc, unit="0 to 1", **rules)


def to(table: str, *columns: str, by: tuple[str, ...] = ()) -> ForeignKey:
    """A foreign key; `by` names the columns here when they are called otherwise there."""
    return ForeignKey(columns=by or columns, table=table, references=columns)
