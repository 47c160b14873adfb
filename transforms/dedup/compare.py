"""Pairs of units compared by the features of the model, in partitions that any process can work on."""

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from transforms.dedup.candidates import Ints, Keys
from transforms.dedup.features import Model
from transforms.dedup.likeness import Terms
from transforms.dedup.sql import columns, run, sql, store_arrays, store_table
from transforms.dedup.threads import threads_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that is needed to compare the units of a corpus with one another.

    With the rows of `units` it can be sent to another process or machine; without, it goes with the connection that has
    that table.
    """

    model: Model
    keys: Keys
    terms: Mapping[str, Terms]
    units: pa.Table | None = None

    def part(self, part: int, partitions: int) -> pa.Table:
        """The rows of `compared` for one of so many independent partitions, worked out on a connection of its own."""
        if self.units is None:
            raise ValueError("a comparison without units goes with a connection")
        with duckdb.connect(config={"threads": 1, "autoinstall_known_extensions": "false"}) as con:
            store_table(con, "units", self.units)
            create_compared(con, self.model)
            self.add_part(con, part, partitions)
            return con.sql("SELECT * FROM compared").to_arrow_table()

    def add_part(self, con: duckdb.DuckDBPyConnection, part: int = 0, partitions: int = 1) -> None:
        """Add a partition's pairs to the table `compared` of a connection that has the table `units`."""
        for a, b in self.keys.candidates(part, partitions, threads_of(con)):
            compare_pairs(con, self.model, self.terms, a, b)


def create_compared(con: duckdb.DuckDBPyConnection, model: Model) -> None:
    """Create the empty table `compared`: a pair of units, its score, conflict and levels."""
    levels = ", ".join(f"{feature.name} TINYINT" for feature in model.feature)
    con.execute(
        "CREATE OR REPLACE TEMP TABLE compared "
        f"(unit_a INTEGER, unit_b INTEGER, score DOUBLE, conflict VARCHAR, {levels})"
    )


def compare_pairs(
    con: duckdb.DuckDBPyConnection,
    model: Model,
    terms: Mapping[str, Terms],
    a: Ints,
    b: Ints,
    *,
    everything: bool = False,
) -> None:
    """Add pairs of units to the table `compared`; `everything` adds those too that conflict or score low."""
    slots = model.slots(everything=everything)
    store_arrays(con, "candidates", {"unit_a": a, "unit_b": b})
    run(con, _filled(sql("hopeful.sql"), slots))
    pairs = columns(con, "SELECT unit_a, unit_b FROM hopeful")
    threads = threads_of(con)
    measured = {
        f"{feature.name}_by": terms[feature.measure].likeness(pairs["unit_a"], pairs["unit_b"], threads)
        for feature in model.feature
        if feature.measure is not None
    }
    store_arrays(con, "measured", {**pairs, **measured})
    run(con, _filled(sql("compare.sql"), slots))


def _filled(script: str, slots: Mapping[str, str]) -> str:
    for name, value in slots.items():
        script = script.replace("{" + name + "}", value)
    return script
