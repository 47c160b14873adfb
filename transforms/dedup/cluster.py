"""Mentions -> clusters: the tables `pairs` and `clusters`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat

import numpy as np
import pyarrow as pa
from duckdb import DuckDBPyConnection
from numpy.typing import NDArray

from transforms.dedup.candidates import key_rows, keys_of
from transforms.dedup.compare import Comparer, Comparison, add_compared, create_compared, read_comparer
from transforms.dedup.features import Model, default_model
from transforms.dedup.identity import name_clusters
from transforms.dedup.judgements import Judgement, consistent
from transforms.dedup.linkage import FORBIDDEN, cluster, components
from transforms.dedup.sql import columns, give_back_memory, run, sql, store, store_arrays, threads_of
from transforms.dedup.units import prepare_units

BLOCKS = {"window": 31, "words": 5, "document_words": 8, "largest": 20, "pairs": 36}
UNITS_A_PART = 100_000
"""Happenings of which each partition compares its share with all others."""
COMPLETED = {"largest": 120, "most": 200_000}
"""Units up to which all pairs of a component are compared, and how many pairs that may add up to."""
SHARED = 100
"""Happenings up to which a name may tell one event from others."""
Spread = Callable[[Comparison, int], Iterable[pa.Table]]
"""Works on so many partitions of a comparison and gives the rows of each, in any order."""
VAGUE = "SELECT vague AND unit NOT IN (SELECT unit FROM judged_units) AS vague FROM units ORDER BY unit"
SAME, DIFFERENT = 1e12, -1e15
"""Scores of judged pairs: beyond any sum of a component's other scores, conflicts included."""


def cluster_mentions(
    con: DuckDBPyConnection,
    *,
    judgements: Iterable[Judgement] = (),
    previous: str | None = None,
    spread: Spread | None = None,
    units_a_part: int = UNITS_A_PART,
    model: Model | None = None,
    families: Mapping[str, str] | None = None,
) -> None:
    """Group the mentions of all documents into events.

    Reads `documents`, `mentions`, `mention_roles` and `mention_counts`; mentions of one document that share `happening`
    are one from the start, those without (null) are told apart by comparison too. Creates

    - `clusters(mention_id, event_id)`: every mention once;
    - `pairs(mention_a, mention_b, score, same, distinctive, conflict, ...)`: the compared happenings, each by its first
      mention: whether they are one event, whether they name somebody whom no other event of their type names, and the
      number of the level that each feature of the model took (from 0; null: nothing to compare);
    - `judgement_conflicts(contradiction, mention_a, mention_b, same)`: judgements that cannot all hold and so were not
      obeyed.

    `previous` names an attached database or schema with the snapshot before, whose events keep their ids. A
    corpus of more than `units_a_part` happenings is compared in partitions where `spread` says so, which changes
    nothing else: it is given the comparison and their number, and has `Comparison.part` work on each, wherever.
    `families` maps event types to families; without it the seeds' types do.
    """
    model = model or default_model()
    prepare_units(con, families)
    comparer = _compare_all(con, model, spread, units_a_part)
    _judge(con, judgements)
    _cluster_units(con, comparer)
    del comparer  # much of the memory
    name_clusters(con, previous)
    levels = ", ".join(f"c.{feature.name}" for feature in model.feature)
    run(con, sql("pairs.sql").replace("{levels}", levels))
    run(con, sql("drop.sql"))


def _compare_all(con: DuckDBPyConnection, model: Model, spread: Spread | None, units_a_part: int) -> Comparer:
    """Fill `compared`, here or in as many partitions as there are; gives the comparer for what is compared later."""
    (units,) = con.execute("SELECT count(*) FROM units").fetchall()[0]
    give_back_memory(units)
    run(con, sql("block.sql"), **BLOCKS)
    give_back_memory(units)
    rows = key_rows(con)
    con.execute("DROP TABLE keys")
    give_back_memory(units)
    with ThreadPoolExecutor(1) as pool:  # each takes one processor
        ordered = pool.submit(keys_of, units, rows)
        del rows
        comparer = read_comparer(con, model)
    keys = ordered.result()
    run(con, sql("drop_words.sql"), shared=SHARED)
    give_back_memory(units)
    create_compared(con, model)
    parts = -(-keys.units // units_a_part)
    if spread is None or parts <= 1:
        spread, parts = _in_threads, threads_of(con)
    for rows in spread(Comparison(keys=keys, comparer=comparer), parts):
        add_compared(con, rows)
    return comparer


def _in_threads(comparison: Comparison, parts: int) -> Iterator[pa.Table]:
    """Every part by a thread of this process: DuckDB and sparse products leave the interpreter to others meanwhile."""
    with ThreadPoolExecutor(parts) as pool:
        yield from pool.map(comparison.part, range(parts), repeat(parts))


def _judge(con: DuckDBPyConnection, judgements: Iterable[Judgement]) -> None:
    obeyed, contradictions = consistent(judgements)
    decided = [(j.mention_a, j.mention_b, SAME if j.same else DIFFERENT) for j in obeyed]
    store(con, "judged", decided, {"mention_a": pa.string(), "mention_b": pa.string(), "score": pa.float64()})
    refused = [
        (number, judgement.mention_a, judgement.mention_b, judgement.same)
        for number, group in enumerate(contradictions)
        for judgement in group
    ]
    kinds = {"contradiction": pa.int32(), "mention_a": pa.string(), "mention_b": pa.string(), "same": pa.bool_()}
    store(con, "judgement_conflicts", refused, kinds, temporary=False)


def _cluster_units(con: DuckDBPyConnection, comparer: Comparer) -> None:
    """Create `labels`, one of each unit: the components' pairs are completed, then cut."""
    model = comparer.model
    (n,) = con.execute("SELECT count(*) FROM units").fetchall()[0]
    run(con, sql("scores.sql"), forbidden=FORBIDDEN, vague=model.vague)
    edges = columns(con, "SELECT unit_a, unit_b FROM scores WHERE score >= $threshold", threshold=model.threshold)
    roots = components(n, edges["unit_a"].astype(np.int64), edges["unit_b"].astype(np.int64))
    _store_by_unit(con, "roots", "root", roots)
    added = columns(con, sql("complete.sql"), **COMPLETED)
    add_compared(con, comparer.compare(con, added["unit_a"], added["unit_b"], everything=True))
    run(con, sql("scores.sql"), forbidden=FORBIDDEN, vague=model.vague)
    rows = columns(con, "SELECT unit_a, unit_b, score FROM scores")
    vague = columns(con, VAGUE)
    labels = cluster(
        n,
        rows["unit_a"].astype(np.int64),
        rows["unit_b"].astype(np.int64),
        rows["score"].astype(np.float64),
        vague["vague"].astype(np.bool_),
        threshold=model.threshold,
        missing=model.missing,
    )
    _store_by_unit(con, "labels", "label", labels)


def _store_by_unit(con: DuckDBPyConnection, table: str, column: str, values: NDArray[np.int64]) -> None:
    store_arrays(con, table, {"unit": np.arange(len(values), dtype=np.int32), column: values.astype(np.int32)})
