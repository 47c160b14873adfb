"""What a few new articles cost: `python -m benchmarks.incremental IN`.

IN is JSONL or JSONL.gz with one article a line. Loads 99 % of the articles, runs again with nothing new, adds the other
1 %, and builds all anew in another lake. Prints seconds, their ratio to the rebuild, and whether the tables are equal.
"""

import argparse
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import duckdb

from benchmarks.throughput import articles, run_once, write

TABLES = ("documents", "timexes", "mentions", "mention_roles", "mention_counts", "entities", "event_claims", "events")
NAMED = ("mentions", "event_claims", "events")


def timed(paths: list[Path], lake: Path, runner: str) -> float:
    """Seconds of a run."""
    began = perf_counter()
    run_once(paths, lake, runner, None)
    return perf_counter() - began


def rows_of(side: str, name: str) -> str:
    """A SELECT of a table where an event goes by its first mention, as a rebuild need not give it the id it had."""
    if name not in NAMED:
        return f"SELECT * FROM {side}.{name}"
    firsts = f"SELECT event_id, min(mention_id) AS first FROM {side}.mentions GROUP BY event_id"
    return f"SELECT t.* REPLACE (first AS event_id) FROM {side}.{name} t JOIN ({firsts}) USING (event_id)"


def differing(lake: Path, other: Path) -> dict[str, int]:
    """Rows that only one of two lakes has, by table, where there are any."""
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
        first = timed([place / "old.jsonl"], place / "lake", told.runner)
        nothing = timed([place / "old.jsonl"], place / "lake", told.runner)
        added = timed([place / "old.jsonl", place / "new.jsonl"], place / "lake", told.runner)
        rebuilt = timed([place / "old.jsonl", place / "new.jsonl"], place / "rebuilt", told.runner)
        differences = differing(place / "lake", place / "rebuilt")
    figures = {
        "articles": len(rows),
        "first_s": round(first, 2),
        "nothing_new_s": round(nothing, 2),
        "added_s": round(added, 2),
        "rebuild_s": round(rebuilt, 2),
        "ratio_nothing_new": round(nothing / rebuilt, 4),
        "ratio_added": round(added / rebuilt, 4),
        "equal": not differences,
        "differing_rows": differences,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
