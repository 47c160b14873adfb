"""What a few new articles cost: `python -m benchmarks.incremental IN`.

IN is JSONL or JSONL.gz with one article a line. Loads 99 % of the articles, runs again with nothing new, adds the other
1 %, and builds all anew in another lake. Prints seconds by the clock (`_s`) and of processors (`_cpu_s`, workers
included), the ratios of both to the rebuild's, and whether the tables are equal. Others at work on the machine stretch
the former far more than the latter.
"""

import argparse
import json
from multiprocessing import active_children
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.throughput import articles, run_once, write

TABLES = ("documents", "timexes", "mentions", "mention_roles", "mention_counts", "entities", "event_claims", "events")
NAMED = ("mentions", "event_claims", "events")


def timed(paths: list[Path], lake: Path, runner: str) -> tuple[float, float]:
    """Seconds of a run, by the clock and of processors."""
    began, spent = perf_counter(), processor_seconds()
    run_once(paths, lake, runner, None)
    return perf_counter() - began, processor_seconds() - spent


def processor_seconds() -> float:
    """What this process and its workers have used, once the workers that were let go have ended."""
    for worker in active_children():
        worker.join()
    used = [getrusage(whose) for whose in (RUSAGE_SELF, RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def rows_of(side: str, name: str) -> str:
    """A SELECT of a table where an event goes by its first mention, as a rebuild need not give it the id it had."""
    if name not in NAMED:
        return f"SELECT * FROM {side}.{name}"
    firsts = f"SELECT event_id, min(mention_id) AS first FROM {side}.mentions GROUP BY event_id"
    return f"SELECT t.* REPLACE (first AS event_id) FROM {side}.{name} t JOIN ({firsts}) USING (event_id)"


def differing(lake: Path, other: Path) -> dict[str, int]:
    """Rows that only one of two lakes has, by table, where there are any."""
    import duckdb  # not above: the workers of a run import this module and need none of it

    found = {}
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{lake / 'daybook.duckdb'}' AS a (READ_ONLY)")
        con.execute(f"ATTACH '{other / 'daybook.duckdb'}' AS b (READ_ONLY)")
        for name in TABLES:
            one, two = rows_of("a", name), rows_of("b", name)
            [(rows,)] = con.execute(
                f"SELECT count(*) FROM (({one} EXCEPT ALL {two}) UNION ALL ({two} EXCEPT ALL {one}))"
            ).fetchall()
            if rows:
                found[name] = rows
    return found


def main() -> None:
    """Runs and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--runner", default="process")
    parser.add_argument("--limit", type=int)
    told = parser.parse_args()
    rows = list(articles(told.articles, told.limit))
    with TemporaryDirectory() as folder:
        place = Path(folder)
        write([row for number, row in enumerate(rows) if number % 100], place / "old.jsonl")
        write(rows[::100], place / "new.jsonl")
        old, both = [place / "old.jsonl"], [place / "old.jsonl", place / "new.jsonl"]
        runs = {
            "first": timed(old, place / "lake", told.runner),
            "nothing_new": timed(old, place / "lake", told.runner),
            "added": timed(both, place / "lake", told.runner),
            "rebuild": timed(both, place / "rebuilt", told.runner),
        }
        differences = differing(place / "lake", place / "rebuilt")
    figures: dict[str, object] = {"articles": len(rows)}
    for at, unit in enumerate(("s", "cpu_s")):
        figures |= {f"{name}_{unit}": round(taken[at], 2) for name, taken in runs.items()}
    for at, unit in enumerate(("", "_cpu")):
        for name in ("nothing_new", "added"):
            figures[f"ratio_{name}{unit}"] = round(runs[name][at] / runs["rebuild"][at], 4)
    figures |= {"equal": not differences, "differing_rows": differences}
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
