"""Is a snapshot fit to be published? Rules of the tables, and the expectations of `seeds/checks.toml`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import duckdb
from pydantic import BaseModel, ConfigDict

import seeds
from warehouse import schema
from warehouse.cells import cell, plain
from warehouse.declaration import Table

Status = Literal["pass", "warn", "fail", "skip"]
SHOWN = 3


class Check(BaseModel):
    """One expectation: a SQL query for a number, the bounds that it must keep, and a query for rows that break it.

    `quiet` checks are told of only when they do not pass.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    means: str
    sql: str
    examples: str | None = None
    fail_below: float | None = None
    fail_above: float | None = None
    warn_below: float | None = None
    warn_above: float | None = None
    quiet: bool = False

    def status(self, value: float | None) -> Status:
        """What a value means."""
        if value is None:
            return "skip"
        if outside(value, self.fail_below, self.fail_above):
            return "fail"
        return "warn" if outside(value, self.warn_below, self.warn_above) else "pass"

    def bounds(self) -> str:
        """The bounds in words."""
        told = [
            ("fails below", self.fail_below),
            ("fails above", self.fail_above),
            ("warns below", self.warn_below),
            ("warns above", self.warn_above),
        ]
        return ", ".join(f"{words} {bound:g}" for words, bound in told if bound is not None)


def outside(value: float, below: float | None, above: float | None) -> bool:
    """Whether a value lies beyond a bound."""
    return (below is not None and value < below) or (above is not None and value > above)


@dataclass(frozen=True, slots=True)
class Result:
    """What a check found; `value` is null where there was too little to judge by."""

    check: Check
    status: Status
    value: float | None
    examples: tuple[str, ...] = ()


def declared_checks() -> list[Check]:
    """The checks of `seeds/checks.toml`.

    Raises:
        pydantic.ValidationError: an unknown key or a wrong value in it.
    """
    return [Check.model_validate(entry) for entry in seeds.toml("checks.toml")["check"]]


def table_checks() -> list[Check]:
    """The checks that follow from the tables' declarations."""
    return [check for declared in schema.tables().values() for check in checks_of(declared)]


def checks_of(declared: Table) -> Iterable[Check]:
    """Nulls and values of every column, rules of rows, keys and foreign keys of one table."""
    name = schema.quote(declared.name)
    key = ", ".join(map(schema.quote, declared.key))
    wrong = [f"{schema.quote(column.name)} IS NULL" for column in declared.columns if not column.nullable]
    wrong += [
        f"{schema.quote(column.name)} NOT IN ({', '.join(map(schema.literal, column.allowed))})"
        for column in declared.columns
        if column.allowed
    ]
    wrong += [f"NOT ({rule})" for rule in declared.checks]
    yield none_of(
        f"{declared.name}: rows",
        "rows that break a rule of the table",
        f"SELECT {key} FROM {name} WHERE {' OR '.join(f'({rule})' for rule in wrong)}",
    )
    yield none_of(
        f"{declared.name}: key", "keys that stand twice", f"SELECT {key} FROM {name} GROUP BY {key} HAVING count(*) > 1"
    )
    for foreign in declared.foreign:
        columns = ", ".join(map(schema.quote, foreign.columns))
        there = " AND ".join(
            f"a.{schema.quote(here)} = b.{schema.quote(other)}"
            for here, other in zip(foreign.columns, foreign.references, strict=True)
        )
        present = " AND ".join(f"a.{schema.quote(column)} IS NOT NULL" for column in foreign.columns)
        yield none_of(
            f"{declared.name}: {', '.join(foreign.columns)}",
            f"rows that point at no row of {foreign.table}",
            f"SELECT {columns} FROM {name} a ANTI JOIN {schema.quote(foreign.table)} b ON {there} WHERE {present}",
        )


def none_of(name: str, means: str, sql: str) -> Check:
    """A check that a query gives no row."""
    return Check(
        name=name,
        means=means,
        sql=f"SELECT count(*) FROM ({sql})",
        examples=f"{sql} ORDER BY ALL",
        fail_above=0,
        quiet=True,
    )


def run_checks(con: duckdb.DuckDBPyConnection, *, keyed: frozenset[str] | None = None) -> list[Result]:
    """Runs every check on the tables of a connection.

    With `keyed` the tables were created as they are declared, those named with their keys: what DuckDB has held their
    rows to as they came in passes untried.
    """
    held = set() if keyed is None else held_checks(keyed)
    return [
        Result(check, "pass", 0.0) if check.name in held else run_check(con, check)
        for check in [*table_checks(), *declared_checks()]
    ]


def held_checks(keyed: frozenset[str]) -> set[str]:
    """Names of the checks that a database's own constraints make, where so many tables carry keys."""
    tables = schema.tables().values()
    rows = {f"{declared.name}: rows" for declared in tables}
    keys = {f"{declared.name}: key" for declared in tables if declared.name in keyed}
    foreign = {
        f"{declared.name}: {', '.join(key.columns)}"
        for declared in tables
        for key in declared.foreign
        if {declared.name, key.table} <= keyed and key.table != declared.name
    }
    return rows | keys | foreign


def run_check(con: duckdb.DuckDBPyConnection, check: Check) -> Result:
    """Runs one check."""
    found = con.execute(check.sql).fetchall()
    value = None if not found or found[0][0] is None else float(found[0][0])
    status = check.status(value)
    examples: tuple[str, ...] = ()
    if status in ("fail", "warn") and check.examples:
        rows = con.execute(f"SELECT * FROM ({check.examples}) LIMIT {SHOWN}").fetchall()
        examples = tuple(" | ".join(plain(cell(field)) for field in row) for row in rows)
    return Result(check, status, value, examples)


def failures(results: Iterable[Result]) -> list[Result]:
    """Those that forbid publishing."""
    return [result for result in results if result.status == "fail"]


def report_text(results: list[Result]) -> str:
    """A report for people: what is wrong first, then what was measured."""
    order = ("fail", "warn", "skip", "pass")
    lines = []
    for result in sorted(results, key=lambda result: order.index(result.status)):
        if result.status == "pass" and result.check.sql.startswith("SELECT count(*) FROM (SELECT"):
            continue
        value = "too little to judge by" if result.value is None else f"{result.value:g}"
        lines.append(
            f"{result.status:4}  {result.check.name}: {value}  ({result.check.means}; {result.check.bounds()})"
        )
        lines += [f"        {example}" for example in result.examples]
    counted = {status: sum(result.status == status for result in results) for status in order}
    lines.append(
        f"{len(results)} checks: {counted['pass']} passed, {counted['skip']} skipped, "
        f"{counted['warn']} warned, {counted['fail']} failed"
    )
    return "\n".join(lines) + "\n"


def report_rows(results: list[Result]) -> list[dict[str, Any]]:
    """The report for programs, as JSON values."""
    return [
        {
            "check": result.check.name,
            "means": result.check.means,
            "status": result.status,
            "value": result.value,
            "bounds": result.check.bounds(),
            "examples": list(result.examples),
        }
        for result in results
    ]
