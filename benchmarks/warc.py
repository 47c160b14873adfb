"""Web archives: `python -m benchmarks.warc [--megabytes 2000] [--pages 2000] [--workers N]`.

Makes a synthetic WARC.gz in the shape of a news crawl (a gzip member a record) with so many megabytes of HTML, then
prints: reading, as landing does it, in MB of HTML a second, with the peak memory of the process; and HTML to text in
pages a second, in one process and in many, over the first so many pages.
"""

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from itertools import islice
from os import cpu_count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, cast

import psutil

from transforms.readers import read
from transforms.readers.warc import responses

WORDS = [
    "the",
    "members",
    "of",
    "a",
    "council",
    "rejected",
    "approved",
    "motion",
    "amendment",
    "by",
    "votes",
    "on",
    "Friday",
    "after",
    "meeting",
    "letter",
    "report",
    "minister",
    "party",
    "leader",
    "said",
    "would",
    "not",
    "support",
    "inquiry",
    "into",
    "harbour",
    "school",
    "budget",
    "and",
    "called",
    "for",
    "an",
    "election",
]
LANDED = datetime(2026, 1, 2, tzinfo=UTC)


def page(seed: int) -> bytes:
    """A made-up page of about 30 KB, a third of it text, the rest what pages are full of."""
    chosen = random.Random(seed)
    paragraphs = "".join(f"<p>{' '.join(chosen.choices(WORDS, k=60)).capitalize()}.</p>" for _ in range(25))
    links = "".join(f'<li><a href="/section/{n}/{seed}">{chosen.choice(WORDS)}</a></li>' for n in range(60))
    scripts = f"<script>window.data = {json.dumps([chosen.random() for _ in range(600)])};</script>"
    head = (
        f'<title>Vote {seed} | The Quay</title><meta property="og:site_name" content="The Quay">'
        '<meta property="article:published_time" content="2021-03-09T10:00:00Z">'
    )
    body = f"<nav><ul>{links}</ul></nav><article><h1>Vote {seed}</h1>{paragraphs}</article>"
    return f"<!DOCTYPE html><html lang='en'><head>{head}{scripts}</head><body>{body}</body></html>".encode()


def write(path: Path, megabytes: int) -> int:
    """Write the archive; returns the bytes of HTML in it."""
    pages = [page(seed) for seed in range(200)]
    written = number = 0
    with path.open("wb") as out:
        while written < megabytes * 1_000_000:
            body = pages[number % len(pages)]
            block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
                f"WARC-Date: 2021-03-11T00:00:00Z\r\nWARC-Target-URI: https://q.example/{number}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            out.write(gzip.compress(head.encode() + block + b"\r\n\r\n", 1))
            written += len(body)
            number += 1
    return written


def bodies(path: Path) -> Iterator[bytes]:
    with gzip.open(path) as file:
        for response in responses(cast(BinaryIO, file)):
            yield response.body or b""


def count_documents(pages: Iterable[bytes]) -> int:
    return sum(len(read(body, uri="https://q.example/", landed_at=LANDED)[0]) for body in pages)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=2000)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--workers", type=int, default=cpu_count() or 1)
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc.gz"
        html = write(path, arguments.megabytes)
        packed = path.stat().st_size
        started, cpu = time.perf_counter(), time.process_time()
        size = sum(map(len, bodies(path)))
        seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
        assert size == html
        peak = psutil.Process().memory_info().rss
        pages = list(islice(bodies(path), arguments.pages))
    count_documents(pages[:5])
    started, one_cpu = time.perf_counter(), time.process_time()
    documents = count_documents(pages)
    one, one_cpu = time.perf_counter() - started, time.process_time() - one_cpu
    chunks = [pages[start : start + 50] for start in range(0, len(pages), 50)]
    with ProcessPoolExecutor(arguments.workers) as pool:
        list(pool.map(count_documents, [pages[:5]] * arguments.workers))
        started = time.perf_counter()
        assert sum(pool.map(count_documents, chunks)) == documents
        many = time.perf_counter() - started
    figures = {
        "html_mb": round(html / 1e6),
        "packed_mb": round(packed / 1e6),
        "read_mb_per_second": round(html / 1e6 / seconds, 1),
        "read_mb_per_cpu_second": round(html / 1e6 / cpu, 1),
        "rss_mb": round(peak / 1e6),
        "pages": len(pages),
        "documents": documents,
        "pages_per_second": round(len(pages) / one, 1),
        "pages_per_cpu_second": round(len(pages) / one_cpu, 1),
        "workers": arguments.workers,
        "pages_per_second_all": round(len(pages) / many, 1),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
