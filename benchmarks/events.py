"""Events of articles, as the whole pipeline tells them.

usage: python -m benchmarks.events IN OUT

IN: lines {"doc_id", "published", "text"}; `published` may be null. OUT: lines {"doc_id", "events": [...]}, one entry an
event per document. Type, status and days are as that document alone tells them.
"""

import json
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from transforms.annotate import annotate
from transforms.events.lexicon import Lexicon, default_lexicon
from transforms.events.summary import Summary, summarise
from transforms.ids import content_id
from transforms.records import Annotation, Document


def read(line: str) -> Document:
    raw = json.loads(line)
    published = date.fromisoformat(raw["published"]) if raw.get("published") else None
    return Document(
        document_id=raw["doc_id"],
        source=None,
        uri=raw["doc_id"],
        title=None,
        language="en",
        published=published,
        published_earliest=published,
        published_latest=published,
        published_basis="given" if published else "unknown",
        text=raw["text"],
        duplicate_of=None,
        landed_at=datetime(2000, 1, 1, tzinfo=UTC),
        reader="benchmark",
    )


def told(document: Document, annotation: Annotation) -> list[dict[str, Any]]:
    return [_event(document, summary) for summary in summarise(annotation.mentions, document.published)]


def _event(document: Document, summary: Summary) -> dict[str, Any]:
    return {
        "type": summary.event_type,
        "modality": summary.modality,
        "evidence": [list(span) for span in summary.evidence],
        "earliest": summary.earliest.isoformat() if summary.earliest else None,
        "latest": summary.latest.isoformat() if summary.latest else None,
        "participants": [{"role": role.role, "name": role.name} for role in summary.roles],
        "outcome": summary.outcome,
        "counts": [{"n": count.n, "of": count.counted} for count in summary.counts],
        "event_id": content_id("event", document.document_id, summary.happening),
    }


def main(source: Path, target: Path, lexicon: Lexicon | None = None) -> dict[str, float]:
    lexicon = lexicon or default_lexicon()
    documents = [read(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    started = time.process_time()
    annotations = [annotate(document, lexicon) for document in documents]
    seconds = time.process_time() - started
    with target.open("w", encoding="utf-8") as out:
        for document, annotation in zip(documents, annotations, strict=True):
            out.write(json.dumps({"doc_id": document.document_id, "events": told(document, annotation)}) + "\n")
    size = sum(len(document.text.encode()) for document in documents)
    return {
        "documents": len(documents),
        "cpu_seconds": round(seconds, 3),
        "kb_per_cpu_second": round(size / 1000 / seconds, 1),
    }


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]))))
