"""How long a large run takes to publish, and how soon the questions of analysts are answered.

`python -m benchmarks.warehouse [--mentions N] [--seed S] [--lake DIR]` makes N synthetic mentions (5 million if not
given) with their articles, events and roles, publishes them and asks. Prints one JSON line: seconds of wall clock and
of CPU, peak memory of the process in MB (of staging and loading; the synthetic run is made by another process), bytes
on disk, and milliseconds a query (median of `--repeat`).
"""

import argparse
import json
import multiprocessing
import resource
import statistics
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from warehouse.lake import Lake
from warehouse.query import Limits, ask, open_warehouse

QUESTIONS = {
    "timeline_year": "SELECT * FROM timeline WHERE best_day BETWEEN '2015-01-01' AND '2015-12-31' LIMIT 100",
    "timeline_year_count": "SELECT count(*) FROM timeline WHERE year(best_day) = 2015",
    "name_search": "FROM events_of('person 4217') LIMIT 100",
    "evidence_of_event": "SELECT * FROM evidence WHERE event_id = (SELECT min(event_id) FROM events)",
    "first_page": "SELECT * FROM timeline LIMIT 100",
}

SYNTHETIC = """
SELECT setseed({seed});
CREATE TABLE documents AS
SELECT printf('%016x', hash('d', i)) AS document_id, 'Outlet ' || (i % 200) AS source,
  'https://example.org/' || i AS uri,
  NULL::VARCHAR AS title, 'en' AS language, DATE '2005-01-01' + (i % 7000)::INTEGER AS published,
  published AS published_earliest, published AS published_latest, 'given' AS published_basis,
  repeat('Members met and voted. ', 20) AS text, NULL::VARCHAR AS duplicate_of,
  TIMESTAMP '2024-01-01' + INTERVAL (i % 300) DAY AS landed_at, 'plain' AS reader
FROM range({documents}) t(i);

CREATE TABLE entities AS
SELECT printf('%016x', hash('n', i)) AS entity_id, 'Person ' || i AS name, 'person' AS kind, ['P. ' || i] AS aliases
FROM range({entities}) t(i);

CREATE TABLE events AS
SELECT printf('%016x', hash('e', i)) AS event_id,
  ['motion', 'vote', 'meeting', 'letter'][1 + i % 4] AS event_type,
  'decision' AS family, 'Person ' || (i % {entities}) || ': motion ' || i AS title,
  DATE '2005-01-01' + (hash('w', i) % 7000)::INTEGER AS earliest, earliest AS latest, 'day' AS grain,
  earliest AS best_day,
  'asserted' AS modality, NULL::VARCHAR AS outcome, {each}::INTEGER AS documents, 1 AS sources,
  earliest AS first_reported, earliest AS last_reported, 0.9::DOUBLE AS confidence
FROM range({events}) t(i);

CREATE TABLE mentions AS
SELECT printf('%016x', hash('m', i)) AS mention_id,
  printf('%016x', hash('d', (i // {events}) * {stride} + i % {stride})) AS document_id,
  printf('%016x', hash('e', i % {events})) AS event_id, 0 AS happening,
  ['motion', 'vote', 'meeting', 'letter'][1 + (i % {events}) % 4] AS event_type, 'voted' AS trigger,
  16 AS start, 21 AS "end",
  0 AS sentence_start, 22 AS sentence_end, 'asserted' AS modality, NULL::VARCHAR AS outcome,
  DATE '2005-01-01' + (hash('w', i % {events}) % 7000)::INTEGER AS earliest, earliest AS latest, 'day' AS grain,
  NULL::VARCHAR AS date_basis, NULL::INTEGER AS timex_no,
  NULL::INTEGER AS offset_earliest, NULL::INTEGER AS offset_latest, 'weekday' AS date_rule,
  NULL::VARCHAR AS attributed_to,
  false AS headline, 0.9::DOUBLE AS confidence
FROM range({mentions}) t(i);

CREATE TABLE mention_roles AS
SELECT mention_id, 'actor' AS role, 0 AS start, 7 AS "end", 'Person' AS name,
  printf('%016x', hash('n', hash(event_id) % {entities})) AS entity_id
FROM mentions;

CREATE TABLE event_roles AS
SELECT event_id, 'actor' AS role, printf('%016x', hash('n', hash(event_id) % {entities})) AS entity_id,
  'Person ' || (hash(event_id) % {entities}) AS name, {each}::INTEGER AS documents
FROM events;
"""


def make(path: str, mentions: int, seed: int) -> None:
    """Write a synthetic run as a DuckDB file: five mentions an event, each in another article, ten an article."""
    each = 5
    events = mentions // each
    stride = events // 10
    sizes = {"events": events, "entities": max(100, events // 20), "stride": stride, "documents": stride * each}
    with duckdb.connect(path) as con:
        con.execute(SYNTHETIC.format(seed=(seed % 1000) / 1000, mentions=mentions, each=each, **sizes))


def measure(source: str, root: str, repeat: int) -> dict[str, Any]:
    """Stage, publish and ask; seconds, bytes and milliseconds."""
    lake = Lake(root)
    began, cpu = time.perf_counter(), time.process_time()
    config: dict[str, Any] = {"memory_limit": "1200MB", "temp_directory": f"{root}.spill"}
    with duckdb.connect(source, read_only=True, config=config) as con:
        snapshot = lake.stage_snapshot(con, meta={"created_at": datetime(2024, 11, 1), "code_version": "benchmark"})
    staged, staged_cpu = time.perf_counter(), time.process_time()
    lake.publish(snapshot)
    done, done_cpu = time.perf_counter(), time.process_time()
    return {
        "rows": lake.manifest(snapshot)["rows"],
        "stage_s": round(staged - began, 1),
        "publish_s": round(done - staged, 1),
        "total_s": round(done - began, 1),
        "stage_cpu_s": round(staged_cpu - cpu, 1),
        "publish_cpu_s": round(done_cpu - staged_cpu, 1),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "parquet_mb": round(sum(file["bytes"] for file in lake.manifest(snapshot)["files"]) / 1e6),
        "duckdb_mb": round((Path(root) / "daybook.duckdb").stat().st_size / 1e6),
        "ms": answers(lake, repeat),
    }


def answers(lake: Lake, repeat: int) -> dict[str, float]:
    """Median milliseconds of each question."""
    found: dict[str, float] = {}
    with open_warehouse(lake) as con:
        for name, sql in QUESTIONS.items():
            times = []
            for _ in range(repeat):
                began = time.perf_counter()
                ask(con, sql, limits=Limits(seconds=300))
                times.append(1000 * (time.perf_counter() - began))
            found[name] = round(statistics.median(times), 1)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, default=5_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lake")
    parser.add_argument("--repeat", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        source = str(Path(scratch) / "run.duckdb")
        maker = multiprocessing.get_context("spawn").Process(
            target=make, args=(source, arguments.mentions, arguments.seed)
        )
        maker.start()
        maker.join()
        lake = arguments.lake or str(Path(scratch) / "lake")
        print(json.dumps(measure(source, lake, arguments.repeat)))


if __name__ == "__main__":
    main()
