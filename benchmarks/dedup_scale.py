"""Dedup of a synthetic press, by the project and by Splink with EM, each in a process of its own.

    python -m benchmarks.dedup_scale --mentions N [--seed S] [--memory 4GB] [--without-splink]

The world is `dedup_world.sql`, made by a process of its own and read from a file. Both sides prepare the same units
and compare the same pairs by the same levels; ours has the seeds' weights and clustering, Splink learns its weights by
expectation maximisation on pairs of one type and name and takes the connected components above the best of several
thresholds. Seconds are of the wall clock from the mentions' tables to the clusters, CPU seconds of all threads; memory
is the process's peak; F1 is over pairs of mentions.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

import duckdb

from benchmarks.splink_model import settings, store_records
from flows.memory import be_frugal
from transforms.dedup import cluster_mentions
from transforms.dedup.candidates import read_keys
from transforms.dedup.cluster import BLOCKS
from transforms.dedup.features import default_model
from transforms.dedup.sql import run, sql
from transforms.dedup.units import prepare_units

QUALITY = """
WITH both_sides AS (
         SELECT t.event, c.event_id, count(*) AS n FROM truth t JOIN clusters c USING (mention_id) GROUP BY ALL),
     right_pairs AS (SELECT sum(n * (n - 1) / 2) AS n FROM both_sides),
     found AS (SELECT sum(n * (n - 1) / 2) AS n FROM (SELECT sum(n) AS n FROM both_sides GROUP BY event_id)),
     wanted AS (SELECT sum(n * (n - 1) / 2) AS n FROM (SELECT sum(n) AS n FROM both_sides GROUP BY event))
SELECT r.n / f.n, r.n / w.n, 2 * r.n / (f.n + w.n) FROM right_pairs r, found f, wanted w
"""

WORLD = ("documents", "mentions", "mention_roles", "mention_counts", "truth")
THRESHOLDS = range(20, 61, 2)
"""Bits at which Splink's pairs are cut: it is given the one that serves it best, which no user could know."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--memory", default="4GB")
    parser.add_argument("--without-splink", action="store_true")
    parser.add_argument("--only", choices=["world", "daybook", "splink"], help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.only == "world":
        make_world(arguments)
        return
    if arguments.only:
        print(json.dumps(measure(arguments)))
        return
    sides = ["daybook"] if arguments.without_splink else ["daybook", "splink"]
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.dedup_scale", *sys.argv[1:], "--folder", folder, "--only"]
        subprocess.run([*command, "world"], check=True)
        for side in sides:
            output = subprocess.run([*command, side], check=True, capture_output=True, text=True).stdout
            results[side] = json.loads(output.strip().splitlines()[-1])
    print(json.dumps({"mentions": arguments.mentions, "seed": arguments.seed, **results}))


def make_world(arguments: argparse.Namespace) -> None:
    """Write the mentions, their articles and the truth to `world.duckdb`."""
    with duckdb.connect(arguments.folder / "world.duckdb") as con:
        con.execute("SET preserve_insertion_order = false")
        con.execute("SET VARIABLE seed = $seed", {"seed": arguments.seed})
        world = Path(__file__).with_name("dedup_world.sql").read_text(encoding="utf-8")
        run(con, world, mentions=arguments.mentions)


def measure(arguments: argparse.Namespace) -> dict[str, float]:
    """One side's figures."""
    be_frugal()
    with duckdb.connect() as con:
        con.execute(f"SET memory_limit = '{arguments.memory}'")
        con.execute(f"SET temp_directory = '{arguments.folder}'")
        con.execute("SET preserve_insertion_order = false")
        for threshold in ("allocator_flush_threshold", "allocator_bulk_deallocation_flush_threshold"):
            con.execute(f"SET {threshold} = '1MB'")
        con.execute(f"ATTACH '{arguments.folder / 'world.duckdb'}' AS world (READ_ONLY)")
        for table in WORLD:
            con.execute(f"CREATE VIEW {table} AS FROM world.{table}")
        wall, cpu = time.perf_counter(), time.process_time()
        if arguments.only == "daybook":
            cluster_mentions(con)
            pairs = con.execute("SELECT count(*) FROM pairs").fetchall()[0][0]
        else:
            pairs = cluster_by_splink(con)
        seconds, busy = time.perf_counter() - wall, time.process_time() - cpu
        precision, recall, f1 = con.execute(QUALITY).fetchall()[0]
        return {
            "seconds": round(seconds, 2),
            "cpu_seconds": round(busy, 2),
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "pairs": pairs,
            "precision": round(precision, 4),
            "recall": round(recall, 4),
            "f1": round(f1, 4),
        }


def cluster_by_splink(con: duckdb.DuckDBPyConnection) -> int:
    """Create `clusters` by Splink; returns how many pairs it scored."""
    from splink import DuckDBAPI, Linker, block_on

    prepare_units(con)
    run(con, sql("block.sql"), **BLOCKS)
    store_records(con, read_keys(con).candidates())
    rule = block_on("pair_ids", arrays_to_explode=["pair_ids"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        api = DuckDBAPI(connection=con)
        linker = Linker(api.register("records"), settings(default_model(), rule, 1.0), log_level="ERROR")
        linker.training.estimate_u_using_random_sampling(max_pairs=2e5, seed=1)
        linker.training.estimate_parameters_using_expectation_maximisation(
            block_on("rough"), populate_probability_two_random_records_match_from_trained_values=True
        )
        predicted = linker.inference.predict()
        best = 0.0
        for bits in THRESHOLDS:
            grouped = linker.clustering.cluster_pairwise_predictions_at_threshold(
                predicted, threshold_match_weight=bits
            )
            con.execute(
                f"""CREATE OR REPLACE TABLE tried AS SELECT m.mention_id, g.cluster_id::VARCHAR AS event_id
                    FROM unit_mentions m JOIN {grouped.physical_name} g ON g.unique_id = m.unit"""
            )
            f1 = con.execute(QUALITY.replace("clusters", "tried")).fetchall()[0][2]
            if f1 > best:
                best = f1
                con.execute("CREATE OR REPLACE TABLE clusters AS FROM tried")
    return int(con.execute(f"SELECT count(*) FROM {predicted.physical_name}").fetchall()[0][0])


if __name__ == "__main__":
    main()
