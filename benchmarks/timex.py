"""Finds the timexes of documents: `python -m benchmarks.timex IN OUT`.

Reads lines {"doc_id", "dct", "text"}, writes lines {"doc_id", "timexes"}; prints documents and kilobytes a second of
CPU time of a second, warm pass.
"""

import argparse
import json
import time
from datetime import date
from pathlib import Path
from typing import Any

from transforms.dates import find_timexes
from transforms.records import Timex


def published(document: dict[str, Any]) -> date | None:
    """The day a document was made, or null."""
    made = document.get("dct")
    return date.fromisoformat(made[:10]) if made else None


def row(timex: Timex) -> dict[str, object]:
    """What the scorer reads of a timex."""
    return {"start": timex.start, "end": timex.end, "text": timex.text, "type": timex.type, "value": timex.value}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    options = parser.parse_args()
    with options.source.open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines if line.strip()]
    begin = time.process_time()
    found = [find_timexes(document["text"], published=published(document)) for document in documents]
    cold = time.process_time() - begin
    begin = time.process_time()
    for document in documents:
        find_timexes(document["text"], published=published(document))
    warm = time.process_time() - begin
    with options.target.open("w", encoding="utf-8") as out:
        for document, timexes in zip(documents, found, strict=True):
            out.write(json.dumps({"doc_id": document["doc_id"], "timexes": [row(timex) for timex in timexes]}) + "\n")
    size = sum(len(document["text"].encode()) for document in documents) / 1000
    figures = {
        "documents": len(documents),
        "timexes": sum(map(len, found)),
        "docs_per_s": round(len(documents) / warm, 1),
        "kb_per_s": round(size / warm, 1),
        "kb_per_s_cold": round(size / cold, 1),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
