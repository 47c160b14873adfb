"""Pairs of units compared by the features of the model, in partitions that any process can work on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import duckdb
import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.dedup.candidates import Ints, Keys
from transforms.dedup.features import Model
from transforms.dedup.likeness import Terms, read_terms
from transforms.dedup.sql import give_back_memory, sql

NAMED = re.compile(r"\b[ab]\.(\w+)")
"""A column of a unit in a condition of the model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparer:
    """What pairs of units are compared by: the model, the rows of `units` in their order, and their terms."""

    model: Model
    units: pa.Table
    terms: Mapping[str, Terms]

    def compare(self, con: DuckDBPyConnection, a: Ints, b: Ints, *, everything: bool = False) -> pa.Table:
        """The score, conflict and levels of each pair; `everything` gives those too that conflict or score low."""
        slots = self.model.slots(everything=everything)
        hopeful, compare = (_filled(sql(name), slots) for name in ("hopeful.sql", "compare.sql"))
        pairs = _query(con, hopeful, candidates=self._with_units(hopeful, pa.table({"unit_a": a, "unit_b": b})))
        a, b = (pairs[side].to_numpy() for side in ("unit_a", "unit_b"))
        for feature in self.model.feature:
            if feature.measure is not None:
                measured = pa.array(self.terms[feature.measure].likeness(a, b), from_pandas=True)
                pairs = pairs.append_column(f"{feature.name}_by", measured)
        return _query(con, compare, hopeful=self._with_units(compare, pairs))

    def _with_units(self, query: str, pairs: pa.Table) -> pa.Table:
        """The pairs with both units as columns `a` and `b`: as much of them as the query names."""
        units = self.units.select(sorted({"unit", *NAMED.findall(query)}))
        for side in ("a", "b"):
            taken = units.take(pairs[f"unit_{side}"]).combine_chunks()
            pairs = pairs.append_column(side, taken.to_struct_array())
        return pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that is needed to compare the units of a corpus with one another, in this process or another."""

    keys: Keys
    comparer: Comparer

    def part(self, part: int, partitions: int) -> pa.Table:
        """The rows of `compared` for one of so many independent partitions, worked out on connections of its own."""
        return pa.concat_tables(self._compared(a, b) for a, b in self.keys.candidates(part, partitions))

    def _compared(self, a: Ints, b: Ints) -> pa.Table:
        # a connection a piece: what it took goes back to the system when it closes
        with duckdb.connect(config={"threads": 1, "autoinstall_known_extensions": "false"}) as con:
            return self.comparer.compare(con, a, b)


def read_comparer(con: DuckDBPyConnection, model: Model) -> Comparer:
    """The units of a connection and their terms, as `prepare_units` left them there."""
    named = set(NAMED.findall(" ".join(model.slots().values())))
    units = con.sql(f"SELECT {', '.join(sorted({'unit', *named}))} FROM units ORDER BY unit").to_arrow_table()
    narrow = [_numbered(units[name]).combine_chunks() for name in units.column_names]
    units = pa.table(narrow, names=units.column_names)
    give_back_memory(len(units))
    return Comparer(model=model, units=units, terms=read_terms(con, model.measures))


def _numbered(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column of which every different text is kept once."""
    return column.dictionary_encode() if pa.types.is_string(column.type) else column


def create_compared(con: DuckDBPyConnection, model: Model) -> None:
    """Create the empty table `compared`: a pair of units, its score, conflict and levels."""
    levels = ", ".join(f"{feature.name} TINYINT" for feature in model.feature)
    con.execute(
        "CREATE OR REPLACE TEMP TABLE compared "
        f"(unit_a INTEGER, unit_b INTEGER, score DOUBLE, conflict VARCHAR, {levels})"
    )


def add_compared(con: DuckDBPyConnection, rows: pa.Table) -> None:
    """Add compared pairs to the table `compared`."""
    con.register("rows_to_add", rows)
    con.execute("INSERT INTO compared SELECT * FROM rows_to_add")
    con.unregister("rows_to_add")


def _query(con: DuckDBPyConnection, query: str, **tables: pa.Table) -> pa.Table:
    for name, table in tables.items():
        con.register(name, table)
    found = con.sql(query).to_arrow_table()
    for name in tables:
        con.unregister(name)
    return found


def _filled(script: str, slots: Mapping[str, str]) -> str:
    for name, value in slots.items():
        script = script.replace("{" + name + "}", value)
    return script
