"""How fast articles become a timeline: `python -m benchmarks.throughput IN [--runner R] [--workers N] [--limit N]
[--times N]`.

IN is JSONL or JSONL.gz with one article a line. `--times N` reads N times the articles: each further copy tells of
other people and places, by exchanging the capitalised words of the articles, in another half-year. Prints a line a
stage and, last, all figures as one JSON line. Seconds of a stage are those of the work, without the start of Python; MB
are of article text. Articles are annotated while others are landed; what annotating takes alone, a second run tells in
which all are landed already. With `--runner direct` that one knows the words of the first.
"""

import argparse
import gzip
import json
import random
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter
from typing import Any

import psutil

NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}")
"""Capitalised words within a sentence; days and months have a capital too and are left as they are."""
KEPT = re.compile(
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|August|(?:Septem|Octo|Novem|Decem)ber"
)
HALF_YEAR = timedelta(days=182)


class Memory:
    """Greatest resident memory of this process and its children together, in MB, looked at ten times a second."""

    def __init__(self) -> None:
        self.peak = 0.0
        self.done = Event()

    def watch(self) -> None:
        """Looks until told to stop. Memory that processes share counts in each of them."""
        here = psutil.Process()
        while not self.done.wait(0.1):
            total = 0
            for process in [here, *here.children(recursive=True)]:
                try:
                    total += process.memory_info().rss
                except psutil.NoSuchProcess:
                    continue
            self.peak = max(self.peak, total / 1e6)


@contextmanager
def watched() -> Iterator[Memory]:
    """Memory of the block."""
    memory = Memory()
    thread = Thread(target=memory.watch, daemon=True)
    thread.start()
    try:
        yield memory
    finally:
        memory.done.set()
        thread.join()


def articles(path: Path, limit: int | None) -> Iterator[dict[str, Any]]:
    """Articles of a file as Daybook reads them: the day may be called `date`."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in islice(file, limit):
            row = json.loads(line)
            published = row.get("published") or row.get("date")
            yield {
                "uri": row.get("uri") or row.get("id") or row.get("doc_id"),
                "source": row.get("source"),
                "title": row.get("title"),
                "published": published,
                "text": row["text"],
            }


def repeated(rows: list[dict[str, Any]], times: int) -> Iterator[dict[str, Any]]:
    """The articles, and further copies of them with other names and days; the same every time."""
    yield from rows
    names = sorted({name for row in rows for name in NAME.findall(row["text"]) if not KEPT.fullmatch(name)})
    for copy in range(1, times):
        others = dict(zip(names, random.Random(copy).sample(names, len(names)), strict=True))
        for row in rows:
            text = NAME.sub(partial(exchanged, others), row["text"])
            day = row["published"] and date.fromisoformat(str(row["published"])[:10]) + copy * HALF_YEAR
            uri = row["uri"] and f"{row['uri']}-{copy}"
            yield {**row, "uri": uri, "published": day and day.isoformat(), "text": text}


def exchanged(others: Mapping[str, str], match: re.Match[str]) -> str:
    """The name that stands in for the one found."""
    return others.get(match[0], match[0])


def write(rows: Iterable[dict[str, Any]], path: Path) -> tuple[int, int]:
    """Writes articles as JSONL; returns how many there are and the bytes of their text."""
    count = size = 0
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps({key: value for key, value in row.items() if value is not None}) + "\n")
            count, size = count + 1, size + len(row["text"].encode())
    return count, size


def run_once(paths: list[Path], lake: Path, runner: str, workers: int | None) -> Any:
    """One run of the stages, without Prefect's server."""
    from flows.inputs import expand
    from flows.pipeline import run
    from flows.plain import PlainCaller
    from flows.runners import executor
    from flows.runners import workers as all_workers
    from flows.settings import settings

    chosen = settings(lake=str(lake), runner=runner, workers=workers, now="2026-01-01T00:00:00")
    entries = expand(paths, published=None, source=None)
    with executor(chosen) as on:
        return run(entries, chosen, PlainCaller(on, all_workers(chosen)))


def main() -> None:
    """Runs and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--runner", default="process")
    parser.add_argument("--workers", type=int)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--times", type=int, default=1)
    told = parser.parse_args()
    with TemporaryDirectory() as folder:
        rows = list(articles(told.articles, told.limit))
        count, size = write(repeated(rows, told.times), Path(folder, "articles.jsonl"))
        del rows
        with watched() as memory:
            began = perf_counter()
            outcome = run_once([Path(folder, "articles.jsonl")], Path(folder, "lake"), told.runner, told.workers)
            seconds = perf_counter() - began
        shutil.rmtree(Path(folder, "lake", "shards", "annotate"))
        again = run_once([Path(folder, "articles.jsonl")], Path(folder, "lake"), told.runner, told.workers)
    stages = {stage.name: stage.seconds for stage in outcome.stages}
    [alone] = [stage.seconds for stage in again.stages if stage.name == "annotate"]
    for name, taken in [*stages.items(), ("end to end", seconds), ("only annotate", alone)]:
        each = max(taken, 1e-9)
        print(f"{name:13} {taken:8.2f} s {count / each:10,.0f} articles/s {size / 1e6 / each:8.2f} MB/s")
    figures = {
        "articles": count,
        "mb": round(size / 1e6, 3),
        "runner": told.runner,
        "seconds": round(seconds, 2),
        "articles_per_s": round(count / seconds, 1),
        "mb_per_s": round(size / 1e6 / seconds, 3),
        "annotate_mb_per_s": round(size / 1e6 / max(alone, 1e-9), 3),
        "peak_rss_mb": round(memory.peak, 1),
        "stages": stages,
        "rows": outcome.rows,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
