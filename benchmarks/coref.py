"""Cross-document coreference of given mentions, by the project's own block, compare and cluster.

    python -m benchmarks.coref MENTIONS DOCS OUT [--within corpus|topic]

Reads lines of mentions (mention_id, doc_id, sentence, trigger, head_lemma, participants, time, location, published) and
of documents (doc_id, text, published); writes lines {"mention_id", "pred_cluster"}. `--within topic` clusters the
documents of each topic apart, which is the only use of that field.
"""

import argparse
import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from transforms.dedup import cluster_mentions


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mentions", type=Path)
    parser.add_argument("docs", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--within", choices=["corpus", "topic"], default="corpus")
    arguments = parser.parse_args()
    mentions, documents = list(_lines(arguments.mentions)), list(_lines(arguments.docs))
    started = time.process_time()
    units = sorted({row["topic"] for row in mentions}) if arguments.within == "topic" else [None]
    predicted: dict[str, str] = {}
    for unit in units:
        chosen = [row for row in mentions if unit is None or row["topic"] == unit]
        predicted |= predict(chosen, documents)
    with arguments.out.open("w", encoding="utf-8") as out:
        for row in mentions:
            line = {"mention_id": row["mention_id"], "pred_cluster": predicted[row["mention_id"]]}
            out.write(json.dumps(line) + "\n")
    print(json.dumps({"mentions": len(mentions), "cpu_seconds": round(time.process_time() - started, 2)}))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def predict(mentions: list[dict[str, Any]], documents: list[dict[str, Any]]) -> dict[str, str]:
    """The cluster of each mention."""
    con = duckdb.connect()
    load(con, mentions, documents)
    cluster_mentions(con)
    return dict(con.execute("SELECT mention_id, event_id FROM clusters").fetchall())


def load(con: duckdb.DuckDBPyConnection, mentions: list[dict[str, Any]], documents: list[dict[str, Any]]) -> None:
    """Fill the tables that dedup reads; a mention has no type and no happening, its participants have no role."""
    used = {row["doc_id"] for row in mentions}
    texts = {row["doc_id"]: row["text"] for row in documents if row["doc_id"] in used}
    days = {row["doc_id"]: _day(row) for row in mentions}
    sentences = _sentences(mentions, texts)
    con.register(
        "rows",
        pa.Table.from_pylist(
            [{"document_id": key, "text": text, "published": days[key]} for key, text in texts.items()],
            schema=pa.schema({"document_id": pa.string(), "text": pa.string(), "published": pa.date32()}),
        ),
    )
    con.execute("CREATE TABLE documents AS SELECT * FROM rows")
    schema = pa.schema(
        {
            "mention_id": pa.string(),
            "document_id": pa.string(),
            "happening": pa.int32(),
            "event_type": pa.string(),
            "trigger": pa.string(),
            "start": pa.int32(),
            "sentence_start": pa.int32(),
            "sentence_end": pa.int32(),
            "modality": pa.string(),
            "outcome": pa.string(),
            "earliest": pa.date32(),
            "latest": pa.date32(),
            "headline": pa.bool_(),
        }
    )
    con.register(
        "rows",
        pa.Table.from_pylist(
            [
                {
                    "mention_id": row["mention_id"],
                    "document_id": row["doc_id"],
                    "trigger": row["head_lemma"],
                    "start": start,
                    "sentence_start": start,
                    "sentence_end": end,
                    "headline": False,
                }
                for row, (start, end) in zip(mentions, sentences, strict=True)
            ],
            schema=schema,
        ),
    )
    con.execute("CREATE TABLE mentions AS SELECT * FROM rows")
    con.register(
        "rows",
        pa.Table.from_pylist(
            [
                {"mention_id": row["mention_id"], "role": role, "name": name}
                for row in mentions
                for role, names in (("actor", row["participants"]), ("venue", row["location"]))
                for name in names
            ],
            schema=pa.schema({"mention_id": pa.string(), "role": pa.string(), "name": pa.string()}),
        ),
    )
    con.execute("CREATE TABLE mention_roles AS SELECT * FROM rows")
    con.execute("CREATE TABLE mention_counts (mention_id VARCHAR, n BIGINT, counted VARCHAR)")
    con.unregister("rows")


def _day(row: dict[str, Any]) -> date | None:
    return date.fromisoformat(row["published"][:10]) if row.get("published") else None


def _sentences(mentions: list[dict[str, Any]], texts: dict[str, str]) -> list[tuple[int, int]]:
    """Where each mention's sentence stands; one that its document lacks is added at the document's end."""
    found = []
    for row in mentions:
        start = texts[row["doc_id"]].find(row["sentence"])
        if start < 0:
            start = len(texts[row["doc_id"]]) + 1
            texts[row["doc_id"]] += "\n" + row["sentence"]
        found.append((start, start + len(row["sentence"])))
    return found


if __name__ == "__main__":
    main()
