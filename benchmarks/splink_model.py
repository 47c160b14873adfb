"""The project's comparison as Splink settings: the same levels of the same units, with our weights or learned ones."""

import re
from collections.abc import Iterable
from typing import Any

import duckdb
import numpy as np

from transforms.dedup.candidates import Ints
from transforms.dedup.features import Feature, Model
from transforms.dedup.likeness import TERMS
from transforms.dedup.sql import store_arrays

WHOLE = {"link_type": "dedupe_only", "retain_matching_columns": False}
LEARNT = 200_000
"""Pairs that expectation maximisation is given, at most: it reads them all in every round."""
FEW = 300
"""Units of one type and name whose pairs are learned from; more are parted by chance."""


def settings(model: Model, rule: Any, match_odds: float) -> dict[str, Any]:
    """Settings that block by `rule`; `match_odds` are those of a compared pair before it is looked at."""
    return {
        **WHOLE,
        "probability_two_random_records_match": match_odds / (1 + match_odds),
        "blocking_rules_to_generate_predictions": [rule],
        "comparisons": [_comparison(feature) for feature in model.feature],
    }


def condition(ours: str) -> str:
    """A condition on the units `a` and `b` as Splink writes it; parts of a column are taken out by a function."""
    ours = re.sub(r"\b([ab]\.\w+)\.(\w+)", r"struct_extract(\1, '\2')", ours)
    return re.sub(r"\b([ab])\.(\w+)", lambda m: f'"{m[2]}_{"l" if m[1] == "a" else "r"}"', ours)


def _comparison(feature: Feature) -> dict[str, Any]:
    null, measure = feature.null, feature.measure
    if measure is not None:
        null = f"a.{measure}.weight = 0 OR b.{measure}.weight = 0"
    levels = [{"sql_condition": condition(null), "label_for_charts": "null", "is_null_level": True}]
    for level in feature.level:
        when = level.when.replace(f"{feature.name}_by", f"(likeness(a.{measure}, b.{measure})::FLOAT)")
        odds = 2.0**level.weight
        m, u = (0.5, 0.5 / odds) if odds >= 1 else (0.5 * odds, 0.5)
        levels.append(
            {
                "sql_condition": "ELSE" if when == "true" else condition(when),
                "label_for_charts": level.name,
                "m_probability": m,
                "u_probability": u,
            }
        )
    return {"output_column_name": feature.name, "comparison_levels": levels}


def store_records(con: duckdb.DuckDBPyConnection, pairs: Iterable[Ints]) -> None:
    """Create `records` from `units`, with their terms as lists; units that share one of `pair_ids` are the pairs.

    Those that are alike in `rough` are of one type and share a name: pairs to learn from, no more than `LEARNT`.
    `likeness` is the cosine of two lists of terms, which are numbers with the weight in the low 12 bits.
    """
    a, b = np.concatenate(list(pairs), axis=1)
    store_arrays(con, "pairs_of_records", {"unit_a": a, "unit_b": b})
    con.execute("CREATE OR REPLACE TEMP MACRO weight_of(terms) AS list_sum(list_transform(terms, lambda t: t & 4095))")
    con.execute(
        """CREATE OR REPLACE TEMP MACRO likeness(x, y) AS
           coalesce(weight_of(list_intersect(x.terms, y.terms)), 0) / sqrt(x.weight::DOUBLE * y.weight)"""
    )
    coded = "SELECT unit, list(term::BIGINT << 12 | weight) AS terms, sum(weight) AS weight"
    listed = {name: f"{coded} FROM ({query}) GROUP BY unit" for name, query in TERMS.items()}
    bags = ", ".join(f"{{'terms': coalesce({n}.terms, []), 'weight': coalesce({n}.weight, 0)}} AS {n}" for n in listed)
    joins = " ".join(
        f"LEFT JOIN ({query}) {name} ON {name}.unit = u.{'document' if name == 'document' else 'unit'}"
        for name, query in listed.items()
    )
    con.execute(
        f"""CREATE OR REPLACE TABLE records AS
           WITH numbered AS (SELECT row_number() OVER () AS pair, unit_a, unit_b FROM pairs_of_records),
                sided AS (SELECT pair, unit_a AS unit FROM numbered UNION ALL SELECT pair, unit_b FROM numbered),
                kin AS (
                    SELECT u.unit, hash(coalesce(u.event_type, u.trigger), min(n.term)) AS name
                    FROM units u LEFT JOIN name_terms n USING (unit) GROUP BY u.unit, u.event_type, u.trigger),
                parted AS (
                    SELECT unit, hash(name, hash(unit) % (1 + count(*) OVER (PARTITION BY name) // {FEW})) AS rough
                    FROM kin),
                kept AS (
                    SELECT rough FROM parted GROUP BY rough
                    QUALIFY sum(count(*) * (count(*) - 1) / 2) OVER (ORDER BY rough) <= {LEARNT})
           SELECT u.unit AS unique_id, u.* EXCLUDE (unit, document), {bags}, coalesce(p.pair_ids, []) AS pair_ids,
                  kin.rough
           FROM units u {joins}
           LEFT JOIN (SELECT unit, list(pair) AS pair_ids FROM sided GROUP BY unit) p ON p.unit = u.unit
           LEFT JOIN (SELECT unit, rough FROM parted SEMI JOIN kept USING (rough)) kin ON kin.unit = u.unit"""
    )


def learned_weights(trained: dict[str, Any]) -> dict[tuple[str, str], float | None]:
    """Bits of each feature's levels in a trained Splink model; null for a level that no pair took."""
    from math import log2

    found: dict[tuple[str, str], float | None] = {}
    for comparison in trained["comparisons"]:
        for level in comparison["comparison_levels"]:
            if level.get("is_null_level"):
                continue
            m, u = level.get("m_probability"), level.get("u_probability")
            weight = log2(m / u) if m and u else None
            found[comparison["output_column_name"], level["label_for_charts"]] = weight
    return found
