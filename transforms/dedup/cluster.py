"""Mentions -> clusters: the tables `pairs` and `clusters`."""

from collections.abc import Iterable, Mapping

import numpy as np
import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.dedup.features import Model, default_model
from transforms.dedup.identity import name_clusters
from transforms.dedup.judgements import Judgement, consistent
from transforms.dedup.linkage import FORBIDDEN, Ints, cluster, components
from transforms.dedup.sql import columns, run, sql, store, store_arrays
from transforms.dedup.units import prepare_units

BLOCKS = {"window": 31, "words": 6, "document_words": 12, "largest": 100, "pairs": 60}
CHANCE = 14.0
"""Log2 of the pairs of a corpus that may share so much by chance: candidates share 2 log2(units) - CHANCE bits."""
COMPLETED = {"largest": 120, "most": 200_000}
"""Units up to which all pairs of a component are compared, and how many pairs that may add up to."""
SHARED = 100
"""Happenings up to which a name may tell one event from others."""
VAGUE = "SELECT vague AND unit NOT IN (SELECT unit FROM judged_units) AS vague FROM units ORDER BY unit"
SAME, DIFFERENT = 1e12, -1e15
"""Scores of judged pairs: beyond any sum of a component's other scores, conflicts included."""


def cluster_mentions(
    con: DuckDBPyConnection,
    *,
    judgements: Iterable[Judgement] = (),
    previous: str | None = None,
    partitions: int = 1,
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

    `previous` names an attached database or schema with the snapshot before, whose events keep their ids. `partitions`
    cuts the comparison into that many independent pieces, which bounds memory and changes nothing else. `families` maps
    event types to families; without it the seeds' types do.
    """
    model = model or default_model()
    prepare_units(con, families)
    run(con, sql("block.sql"), **BLOCKS)
    con.execute("DROP TABLE IF EXISTS compared")
    for part in range(partitions):
        run(con, sql("candidates.sql"), part=part, partitions=partitions, chance=CHANCE)
        compare_candidates(con, model)
    _judge(con, judgements)
    labels = _cluster_units(con, model)
    store_arrays(con, "labels", {"unit": np.arange(len(labels), dtype=np.int32), "label": labels.astype(np.int32)})
    name_clusters(con, previous)
    levels = ", ".join(f"c.{feature.name}" for feature in model.feature)
    run(con, sql("pairs.sql").replace("{levels}", levels), shared=SHARED)
    run(con, sql("drop.sql"))


def compare_candidates(con: DuckDBPyConnection, model: Model, *, everything: bool = False) -> None:
    """Add the pairs of the table `candidates` to `compared`; `everything` adds those too that conflict or score low."""
    con.execute(f"CREATE TEMP TABLE IF NOT EXISTS compared AS {_no_pairs(model)}")
    run(con, _filled(sql("compare.sql"), model.slots(everything=everything)))


def _filled(script: str, slots: Mapping[str, str]) -> str:
    for name, value in slots.items():
        script = script.replace("{" + name + "}", value)
    return script


def _no_pairs(model: Model) -> str:
    levels = ", ".join(f"NULL::TINYINT AS {feature.name}" for feature in model.feature)
    return (
        "SELECT 0::INTEGER AS unit_a, 0::INTEGER AS unit_b, 0::DOUBLE AS score, "
        f"NULL::VARCHAR AS conflict, {levels} LIMIT 0"
    )


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


def _cluster_units(con: DuckDBPyConnection, model: Model) -> Ints:
    """Labels of all units: the components' pairs are completed, then cut."""
    (n,) = con.execute("SELECT count(*) FROM units").fetchall()[0]
    run(con, sql("scores.sql"), forbidden=FORBIDDEN, vague=model.vague)
    edges = columns(con, "SELECT unit_a, unit_b FROM scores WHERE score >= $threshold", threshold=model.threshold)
    roots = components(n, edges["unit_a"].astype(np.int64), edges["unit_b"].astype(np.int64))
    store_arrays(con, "roots", {"unit": np.arange(n, dtype=np.int32), "root": roots.astype(np.int32)})
    run(con, sql("complete.sql"), **COMPLETED)
    compare_candidates(con, model, everything=True)
    run(con, sql("scores.sql"), forbidden=FORBIDDEN, vague=model.vague)
    rows = columns(con, "SELECT unit_a, unit_b, score FROM scores")
    vague = columns(con, VAGUE)
    return cluster(
        n,
        rows["unit_a"].astype(np.int64),
        rows["unit_b"].astype(np.int64),
        rows["score"].astype(np.float64),
        vague["vague"].astype(np.bool_),
        threshold=model.threshold,
        missing=model.missing,
    )
