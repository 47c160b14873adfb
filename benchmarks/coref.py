"""Cross-document coreference of given mentions, by the project's own block, compare and cluster.

    python -m benchmarks.coref MENTIONS DOCS OUT [--within corpus|topic]

Reads lines of mentions (mention_id, doc_id, sentence, trigger, head_lemma, participants, time, location, published) and
of documents (doc_id, text, published); writes lines {"mention_id", "pred_cluster"}. `--within topic` cuts clusters
that lie across topics, which is the only use of that field.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from transforms.dedup import cluster_mentions
from transforms.dedup.sql import store

DOCUMENTS = {"document_id": pa.string(), "text": pa.string(), "published": pa.date32()}
TOLD = {
    "mention_id": pa.string(),
    "document_id": pa.string(),
    "trigger": pa.string(),
    "start": pa.int32(),
    "end": pa.int32(),
    "sentence_start": pa.int32(),
    "sentence_end": pa.int32(),
    "confidence": pa.float64(),
}
MENTIONS = """
CREATE TABLE mentions AS SELECT *, NULL::INTEGER AS happening, NULL::VARCHAR AS event_type, NULL::VARCHAR AS modality,
    NULL::VARCHAR AS outcome, NULL::DATE AS earliest, NULL::DATE AS latest,
    NULL::INTEGER AS offset_earliest, NULL::INTEGER AS offset_latest, false AS headline
FROM told
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mentions", type=Path)
    parser.add_argument("docs", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--within", choices=["corpus", "topic"], default="corpus")
    arguments = parser.parse_args()
    mentions, documents = list(lines(arguments.mentions)), list(lines(arguments.docs))
    started = time.process_time()
    predicted = predict(mentions, documents)
    if arguments.within == "topic":
        predicted = {row["mention_id"]: f"{row['topic']} {predicted[row['mention_id']]}" for row in mentions}
    with arguments.out.open("w", encoding="utf-8") as out:
        for row in mentions:
            line = {"mention_id": row["mention_id"], "pred_cluster": predicted[row["mention_id"]]}
            out.write(json.dumps(line) + "\n")
    print(json.dumps({"mentions": len(mentions), "cpu_seconds": round(time.process_time() - started, 2)}))


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as source:
        yield from (json.loads(line) for line in source)


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
    told = [
        (row["mention_id"], row["doc_id"], trigger_of(row), *where, row.get("confidence", 1.0))
        for row, where in zip(mentions, _places(mentions, texts), strict=True)
    ]
    store(con, "documents", [(key, text, days[key]) for key, text in texts.items()], DOCUMENTS, temporary=False)
    store(con, "told", told, TOLD)
    con.execute(MENTIONS)
    roles = [
        (row["mention_id"], role, name)
        for row in mentions
        for role, names in (("actor", row["participants"]), ("venue", row["location"]))
        for name in names
    ]
    store(con, "mention_roles", roles, dict.fromkeys(("mention_id", "role", "name"), pa.string()), temporary=False)
    con.execute("CREATE TABLE mention_counts (mention_id VARCHAR, n BIGINT, counted VARCHAR)")


def trigger_of(row: dict[str, Any]) -> str:
    """The word that tells the event as it stands in the text; of several words, the lemma of their head."""
    return str(row["trigger"] if " " not in row["trigger"] else row["head_lemma"])


def _day(row: dict[str, Any]) -> date | None:
    return date.fromisoformat(row["published"][:10]) if row.get("published") else None


def _places(mentions: list[dict[str, Any]], texts: dict[str, str]) -> list[tuple[int, int, int, int]]:
    """Start and end of each mention's trigger and of its sentence, which is added to a document that lacks it.

    Of several mentions with one trigger in one sentence, each takes the next place where it stands.
    """
    found = []
    seen: Counter[tuple[str, str, str]] = Counter()
    for row in mentions:
        text, sentence, trigger = texts[row["doc_id"]], row["sentence"], row["trigger"]
        begin = text.find(sentence)
        if begin < 0:
            begin = len(text) + 1
            texts[row["doc_id"]] = f"{text}\n{sentence}"
        places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(trigger)}(?!\w)", sentence)] or [0]
        key = (row["doc_id"], sentence, trigger)
        start = begin + places[min(seen[key], len(places) - 1)]
        seen[key] += 1
        found.append((start, start + len(trigger), begin, begin + len(sentence)))
    return found


if __name__ == "__main__":
    main()
