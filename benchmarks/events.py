"""Events of articles, as the whole pipeline tells them.

usage: python -m benchmarks.events IN OUT

IN: lines {"doc_id", "published", "text"}; `published` may be null. OUT: lines {"doc_id", "events": [...]}, one entry an
event per document. Type, status and days are as that document alone tells them, `event_id` is that of the event it
shares with other documents.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.undated import article, store
from transforms.annotate import annotate
from transforms.dedup import cluster_mentions, mark_duplicates
from transforms.events.lexicon import Lexicon, default_lexicon
from transforms.events.summary import Summary, summarise
from transforms.records import Annotation, Document
from transforms.sketch import sketch
from warehouse.rows import annotation_tables, document_table


def read(line: str) -> Document:
    raw = json.loads(line)
    return article(raw["doc_id"], raw["text"], raw.get("published"))


Ids = dict[tuple[str, int], str]
"""The event of each (document, happening)."""


def event_ids(documents: list[Document], annotations: list[Annotation]) -> Ids:
    with duckdb.connect() as con:
        tables = {"documents": document_table(documents), **annotation_tables(annotations)}
        for name, table in tables.items():
            store(con, name, table)
        con.execute("ALTER TABLE mentions DROP event_id")
        con.execute("CREATE TABLE sketches (document_id VARCHAR, sketch BLOB)")
        sketches = [(document.document_id, sketch(document.text)) for document in documents]
        con.executemany("INSERT INTO sketches VALUES (?, ?)", sketches)
        mark_duplicates(con)
        cluster_mentions(con)
        rows = con.execute(
            "SELECT DISTINCT document_id, happening, event_id FROM mentions JOIN clusters USING (mention_id)"
        )
        return {(document_id, happening): event_id for document_id, happening, event_id in rows.fetchall()}


def told(document: Document, annotation: Annotation, ids: Ids) -> list[dict[str, Any]]:
    summaries = summarise(annotation.mentions, document.published)
    return [_event(summary, ids[document.document_id, summary.happening]) for summary in summaries]


def _event(summary: Summary, event_id: str) -> dict[str, Any]:
    return {
        "type": summary.event_type,
        "modality": summary.modality,
        "evidence": [list(span) for span in summary.evidence],
        "earliest": summary.earliest.isoformat() if summary.earliest else None,
        "latest": summary.latest.isoformat() if summary.latest else None,
        "participants": [{"role": role.role, "name": role.name} for role in summary.roles],
        "outcome": summary.outcome,
        "counts": [{"n": count.n, "of": count.counted} for count in summary.counts],
        "event_id": event_id,
    }


def main(source: Path, target: Path, lexicon: Lexicon | None = None) -> dict[str, float]:
    lexicon = lexicon or default_lexicon()
    documents = [read(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    started = time.process_time()
    annotations = [annotate(document, lexicon) for document in documents]
    seconds = time.process_time() - started
    ids = event_ids(documents, annotations)
    with target.open("w", encoding="utf-8") as out:
        for document, annotation in zip(documents, annotations, strict=True):
            out.write(json.dumps({"doc_id": document.document_id, "events": told(document, annotation, ids)}) + "\n")
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
