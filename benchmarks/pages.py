"""Publication days of web pages: `python -m benchmarks.pages HTML_DIR GOLD [--errors]`.

GOLD has lines {"path", "url", "date"}; the pages are files of HTML, gzipped or not, under HTML_DIR. Prints how many
days are right, by basis, beside `htmldate` alone on the same pages, and pages a second of CPU time in one process.
"""

import argparse
import gzip
import json
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from htmldate import find_date

from transforms.readers import read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("html_dir", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", action="store_true", help="list the pages whose day is wrong")
    arguments = parser.parse_args()
    landed_at = datetime.now(UTC)
    gold = [json.loads(line) for line in arguments.gold.read_text(encoding="utf-8").splitlines()]
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    alone = rejected = size = 0
    seconds = alone_seconds = 0.0
    for row in gold:
        data = (arguments.html_dir / row["path"]).read_bytes()
        data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        size += len(data)
        started = time.process_time()
        documents, rejects = read(data, uri=row["url"], landed_at=landed_at)
        seconds += time.process_time() - started
        rejected += len(rejects)
        day = str(documents[0].published) if documents else None
        basis = documents[0].published_basis if documents else "rejected"
        found[basis] += 1
        right[basis] += day == row["date"]
        if arguments.errors and day != row["date"]:
            print(row["url"], row["date"], day, basis)
        started = time.process_time()
        alone += find_date(data.decode("utf-8", "replace"), url=row["url"], original_date=True) == row["date"]
        alone_seconds += time.process_time() - started
    print(
        json.dumps(
            {
                "pages": len(gold),
                "right": right.total(),
                "htmldate_right": alone,
                "rejected": rejected,
                "by_basis": {basis: [right[basis], found[basis]] for basis in sorted(found)},
                "pages_per_cpu_second": round(len(gold) / seconds, 1),
                "htmldate_pages_per_cpu_second": round(len(gold) / alone_seconds, 1),
                "mb_per_cpu_second": round(size / seconds / 1e6, 2),
            }
        )
    )


if __name__ == "__main__":
    main()
