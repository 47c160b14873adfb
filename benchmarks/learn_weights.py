"""What weights the levels of `seeds/dedup.toml` would have if data alone decided.

    python -m benchmarks.learn_weights MENTIONS DOCS [MENTIONS DOCS ...]

Reads mentions and documents as `benchmarks.coref` does. Prints, a line a level: the weight of the seeds, what Splink's
expectation maximisation makes of the first pair of files without any label, and, where mentions carry `gold_cluster`,
what a logistic regression over all labelled candidate pairs makes of it, held near the seeds' weights by a Gaussian
prior. Features speak for one another, which EM does not know and regression does: where the two differ, believe the
second. Levels that no pair takes keep the seeds' weight. The last line is the whole as JSON.
"""

import json
import math
import sys
import warnings
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from benchmarks.coref import lines, load
from benchmarks.splink_model import learned_weights, settings, store_records
from transforms.dedup.candidates import read_keys
from transforms.dedup.cluster import BLOCKS
from transforms.dedup.compare import add_compared, create_compared, read_comparer
from transforms.dedup.features import Model, default_model
from transforms.dedup.sql import columns, run, sql
from transforms.dedup.units import prepare_units

STIFFNESS = 20.0
"""How many surprised pairs it takes to move a weight by one nat from the seeds'."""
Floats = NDArray[np.float64]


def main(paths: list[Path]) -> None:
    model = default_model()
    corpora = [prepared(list(lines(m)), list(lines(d))) for m, d in zip(paths[::2], paths[1::2], strict=True)]
    by_em = expectation_maximisation(corpora[0][0], model)
    labelled = [pairs(con, model, gold) for con, gold in corpora if gold]
    by_label = regression(labelled, model) if labelled else {}
    rows = [
        {
            "feature": feature.name,
            "level": level.name,
            "seeds": level.weight,
            "em": _rounded(by_em.get((feature.name, level.name))),
            "labelled": _rounded(by_label.get((feature.name, level.name))),
        }
        for feature in model.feature
        for level in feature.level
    ]
    for row in rows:
        print("{feature:10} {level:32} {seeds:6} {em!s:>7} {labelled!s:>7}".format(**row))
    print(json.dumps({"prior": _rounded(by_label.get(("prior", ""))), "levels": rows}))


def _rounded(weight: float | None) -> float | None:
    return None if weight is None else round(weight, 2)


def prepared(
    mentions: list[dict[str, Any]], documents: list[dict[str, Any]]
) -> tuple[duckdb.DuckDBPyConnection, dict[str, str]]:
    """A connection with units and keys, and the gold cluster of each mention that has one."""
    con = duckdb.connect()
    load(con, mentions, documents)
    prepare_units(con)
    run(con, sql("block.sql"), **BLOCKS)
    return con, {row["mention_id"]: str(row["gold_cluster"]) for row in mentions if "gold_cluster" in row}


def expectation_maximisation(con: duckdb.DuckDBPyConnection, model: Model) -> dict[tuple[str, str], float | None]:
    """Splink's weights: u from random pairs, m from pairs of one trigger and one name."""
    from splink import DuckDBAPI, Linker, block_on

    store_records(con, read_keys(con).candidates())
    rule = block_on("pair_ids", arrays_to_explode=["pair_ids"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        api = DuckDBAPI(connection=con)
        linker = Linker(api.register("records"), settings(model, rule, 1.0), log_level="ERROR")
        linker.training.estimate_u_using_random_sampling(max_pairs=2e5, seed=1)
        linker.training.estimate_parameters_using_expectation_maximisation(block_on("rough"))
        return learned_weights(linker.misc.save_model_to_json())


def pairs(con: duckdb.DuckDBPyConnection, model: Model, gold: dict[str, str]) -> tuple[Floats, Floats]:
    """One row a compared pair: 1 for each level that it takes; and whether the pair is one event."""
    comparer = read_comparer(con, model)
    create_compared(con, model)
    for a, b in read_keys(con).candidates():
        add_compared(con, comparer.compare(con, a, b, everything=True))
    taken = ", ".join(f"coalesce({feature.name}, -1) AS {feature.name}" for feature in model.feature)
    found = columns(con, f"SELECT unit_a, unit_b, {taken} FROM compared WHERE conflict IS NULL ORDER BY unit_a, unit_b")
    names = dict(con.execute("SELECT unit, first_mention FROM units").fetchall())
    same = [gold[names[a]] == gold[names[b]] for a, b in zip(found["unit_a"], found["unit_b"], strict=True)]
    levels = [found[feature.name] == number for feature in model.feature for number in range(len(feature.level))]
    return np.column_stack(levels).astype(np.float64), np.array(same, dtype=np.float64)


def regression(labelled: list[tuple[Floats, Floats]], model: Model) -> dict[tuple[str, str], float]:
    """Bits of prior and levels that make the labels likeliest."""
    from scipy.optimize import minimize

    keys = [(feature.name, level.name) for feature in model.feature for level in feature.level]
    known = [level.weight for feature in model.feature for level in feature.level]
    start = np.array([model.prior, *known]) * math.log(2)
    x = np.vstack([taken for taken, _ in labelled])
    x = np.column_stack([np.ones(len(x)), x])
    y = np.concatenate([same for _, same in labelled])

    def loss(weights: Floats) -> tuple[float, Floats]:
        z = x @ weights
        moved = np.where(np.arange(len(weights)) == 0, 0.0, weights - start)
        likelihood = float((np.logaddexp(0, z) - y * z).sum())
        return likelihood + STIFFNESS / 2 * float((moved**2).sum()), x.T @ (
            1 / (1 + np.exp(-z)) - y
        ) + STIFFNESS * moved

    fitted = minimize(loss, start, jac=True, method="L-BFGS-B").x / math.log(2)
    return dict(zip([("prior", ""), *keys], (float(weight) for weight in fitted), strict=True))


if __name__ == "__main__":
    if len(sys.argv) < 3 or len(sys.argv) % 2 == 0:
        sys.exit(__doc__)
    main([Path(argument) for argument in sys.argv[1:]])
