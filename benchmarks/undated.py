"""How well hidden publication days are found again: `python -m benchmarks.undated [FILE] [--articles N]`.

Without a file: made-up worlds of events and articles that tell them with the time words of news; a share of the
publication days is hidden and a share of the time words is falsified. With a file of articles: their texts, read by the
whole pipeline with a share of the days hidden. Prints, a JSON line each, how many hidden days got bounds on both sides,
the median width of those in days, how many hidden days lie outside their bounds, and the seconds that dating took.
"""

import argparse
import gzip
import json
import random
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

import duckdb
import pyarrow as pa

from transforms.annotate import annotate
from transforms.dates.network import date_and_regroup, date_everything
from transforms.dedup import cluster_mentions
from transforms.events.lexicon import default_lexicon
from transforms.records import Document
from warehouse.rows import annotation_tables, document_table

FIRST_DAY = date(2017, 1, 2)
DAYS = 730
TOLD_BY = 4
"""Mean number of events an article tells."""


@dataclass(frozen=True, slots=True)
class Words:
    """A way of telling a day: TIMEX3 value, grain, offsets from publication, and the days meant when it is known."""

    text: str
    value: str
    grain: str
    low: int | None
    high: int | None
    earliest: date | None
    latest: date | None


def tell(published: date, event: date, chance: random.Random) -> Words | None:
    """Some true words for an event's day as an article of a given day would put it; null for none at all."""
    back = (published - event).days
    monday, event_monday = published - timedelta(published.weekday()), event - timedelta(event.weekday())
    ways: list[Words | None] = [None, full(event)]
    if 0 <= back <= 6:
        ways += [weekday(event, published)] * 3
    if back == 1:
        ways.append(Words("yesterday", "XXXX-XX-XX", "day", -1, -1, event, event))
    if event_monday == monday - timedelta(7):
        ways += [Words("last week", "XXXX-WXX", "week", -13, -1, event_monday, event_monday + timedelta(6))] * 2
    if abs(back) < 180:
        value = f"XXXX-{event:%m-%d}"
        ways.append(Words(f"{event:%B} {event.day}", value, "day", -200, 200, event, event))
    if (published.year * 12 + published.month) - (event.year * 12 + event.month) == 1:
        first = event.replace(day=1)
        last = published.replace(day=1) - timedelta(1)
        ways.append(Words("last month", "XXXX-XX", "month", -61, -1, first, last))
    return chance.choice(ways)


def full(day: date) -> Words:
    """A day with its year."""
    return Words(f"{day.day} {day:%B %Y}", day.isoformat(), "day", None, None, day, day)


def weekday(day: date, published: date) -> Words:
    """A day of the last seven by its weekday."""
    at = published - timedelta((published.weekday() - day.weekday()) % 7)
    return Words(f"on {day:%A}", f"XXXX-WXX-{day.isoweekday()}", "day", -6, 0, at, at)


def world(
    articles: int, hide: float, corrupt: float, seed: int
) -> tuple[dict[str, list[dict[str, Any]]], dict[str, date]]:
    """Tables of a made-up world, and the true day of every hidden article."""
    chance = random.Random(seed)
    events = sorted(chance.randrange(DAYS) for _ in range(max(2, articles * TOLD_BY // 5)))
    tables: dict[str, list[dict[str, Any]]] = {"documents": [], "mentions": [], "timexes": [], "clusters": []}
    truth: dict[str, date] = {}
    for number in range(articles):
        document_id = f"d{number:06d}"
        at = chance.randrange(len(events))
        published = FIRST_DAY + timedelta(events[at] + chance.randrange(4))
        hidden = chance.random() < hide
        if hidden:
            truth[document_id] = published
        tables["documents"].append(
            {
                "document_id": document_id,
                "source": f"Paper {number % 40}",
                "uri": document_id,
                "text": "",
                "published": None if hidden else published,
                "published_earliest": None,
                "published_latest": None,
                "published_basis": "unknown" if hidden else "given",
            }
        )
        near = range(max(0, at - 40), min(len(events), at + 12))
        for place, event in enumerate(sorted(chance.sample(near, min(len(near), chance.randint(2, 2 * TOLD_BY - 2))))):
            day = FIRST_DAY + timedelta(events[event])
            words = tell(published, day, chance)
            modality = "asserted" if day <= published else "planned"
            if words is not None and chance.random() < corrupt:
                wrong = day + timedelta(chance.choice([-1, 1]) * chance.randint(1, 30))
                words = tell(published, wrong, chance) or full(wrong)
            add_mention(tables, document_id, place, event, published, modality, words, hidden)
    return tables, truth


def offsets(words: Words | None, modality: str) -> tuple[int | None, int | None]:
    """Where words and modality put an event in days from an unknown day of publication."""
    low, high = (words.low, words.high) if words else (None, None)
    if modality == "asserted" and (low is None or low <= 0):
        return low, 0 if high is None else min(high, 0)
    if modality == "planned" and (high is None or high >= 0):
        return 0 if low is None else max(low, 0), high
    return low, high


def add_mention(
    tables: dict[str, list[dict[str, Any]]],
    document_id: str,
    place: int,
    event: int,
    published: date,
    modality: str,
    words: Words | None,
    hidden: bool,
) -> None:
    """Appends the rows of one mention, resolved only where the article's day or the words' own year allow."""
    known = words is not None and (not hidden or words.low is None)
    untimed = (None, published) if modality == "asserted" else (published, None)
    earliest, latest = (words.earliest, words.latest) if words and known else (None, None) if hidden else untimed
    low, high = offsets(words, modality) if hidden else (None, None)
    mention_id = f"{document_id}.{place}"
    if words is not None:
        tables["timexes"].append(
            {
                "document_id": document_id,
                "timex_no": place,
                "start": place,
                "end": place,
                "type": "DATE",
                "value": words.value,
                "grain": words.grain,
                "anchor": "absolute" if words.low is None else "published",
                "offset_earliest": words.low,
                "offset_latest": words.high,
            }
        )
    tables["mentions"].append(
        {
            "mention_id": mention_id,
            "document_id": document_id,
            "happening": place,
            "trigger": "vote",
            "start": place,
            "end": place,
            "sentence_start": place,
            "modality": modality,
            "outcome": None,
            "date_basis": words.text if words else None,
            "earliest": earliest,
            "latest": latest,
            "grain": words.grain if words and known else None,
            "timex_no": place if words else None,
            "offset_earliest": low,
            "offset_latest": high,
        }
    )
    tables["clusters"].append({"mention_id": mention_id, "event_id": f"e{event:06d}"})


TYPES = dict.fromkeys(("published", "published_earliest", "published_latest", "earliest", "latest"), pa.date32())


def made_up(articles: int, hide: float, corrupt: float, seed: int) -> tuple[duckdb.DuckDBPyConnection, dict[str, date]]:
    """A made-up world in tables, and the true day of every hidden article."""
    tables, truth = world(articles, hide, corrupt, seed)
    con = duckdb.connect()
    for name, records in tables.items():
        columns = {key: pa.array([row[key] for row in records], TYPES.get(key)) for key in records[0]}
        store(con, name, pa.table(columns))
    return con, truth


def real(path: Path, limit: int | None, hide: float, seed: int) -> tuple[duckdb.DuckDBPyConnection, dict[str, date]]:
    """Articles of a file, annotated and grouped with a share of their days hidden, and the true day of those."""
    chance = random.Random(seed)
    lexicon = default_lexicon()
    truth: dict[str, date] = {}
    documents, annotations = [], []
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in islice(file, limit):
            row = json.loads(line)
            day = row.get("published") or row.get("date")
            hidden = chance.random() < hide
            text = f"{row.get('title') or ''}\n\n{row['text']}".strip()
            document = article(str(row.get("doc_id") or row["id"]), text, None if hidden else day)
            if hidden and day:
                truth[document.document_id] = date.fromisoformat(day[:10])
            documents.append(document)
            annotations.append(annotate(document, lexicon))
    con = duckdb.connect()
    for name, table in {"documents": document_table(documents), **annotation_tables(annotations)}.items():
        store(con, name, table)
    con.execute("alter table mentions drop event_id")
    cluster_mentions(con)
    return con, truth


def article(name: str, text: str, day: str | None) -> Document:
    """An article of a measurement: nothing is known of it but its text and perhaps its day."""
    published = date.fromisoformat(day[:10]) if day else None
    return Document(
        document_id=name,
        source=None,
        uri=name,
        title=None,
        language="en",
        published=published,
        published_earliest=published,
        published_latest=published,
        published_basis="given" if published else "unknown",
        text=text,
        duplicate_of=None,
        landed_at=datetime(2000, 1, 1, tzinfo=UTC),
        reader="benchmark",
    )


def store(con: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """Keeps rows as a table."""
    con.register("rows", rows)
    con.execute(f"create table {name} as from rows")
    con.unregister("rows")


def measure(con: duckdb.DuckDBPyConnection, truth: dict[str, date], regroup: bool = False) -> dict[str, Any]:
    """Dates what a connection holds and compares the hidden days with their bounds."""
    wall, cpu = time.perf_counter(), time.process_time()
    if regroup:
        date_and_regroup(con, lambda: cluster_mentions(con))
    else:
        date_everything(con)
    seconds, cpu_seconds = time.perf_counter() - wall, time.process_time() - cpu
    rows = con.execute("select document_id, earliest, latest from document_days").fetchall()
    found = {document_id: bounds for document_id, *bounds in rows if document_id in truth}
    widths = [(high - low).days + 1 for low, high in found.values() if low and high]
    wrong = sum(
        (low and truth[key] < low) or (high and truth[key] > high) or False for key, (low, high) in found.items()
    )
    return {
        "hidden": len(truth),
        "bounded": round(len(widths) / max(1, len(truth)), 4),
        "one_side": sum((low is None) != (high is None) for low, high in found.values()),
        "median_days": median(widths) if widths else None,
        "wrong": wrong,
        "wrong_share": round(wrong / max(1, len(truth)), 4),
        "seconds": round(seconds, 2),
        "cpu_seconds": round(cpu_seconds, 2),
    }


def main() -> None:
    """Makes or reads the articles, dates them and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_file", type=Path, nargs="?", help="JSONL or JSONL.gz; without it, made-up worlds")
    parser.add_argument("--limit", type=int, help="articles read of the file")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--hide", type=float, nargs="+", default=[0.3, 0.6, 0.9])
    parser.add_argument("--corrupt", type=float, nargs="+", default=[0.0, 0.05])
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for hide in given.hide:
        if given.articles_file:
            con, truth = real(given.articles_file, given.limit, hide, given.seed)
            print(json.dumps({"hide": hide, **measure(con, truth, regroup=True)}), flush=True)
            continue
        for corrupt in given.corrupt:
            con, truth = made_up(given.articles, hide, corrupt, given.seed)
            print(json.dumps({"hide": hide, "corrupt": corrupt, **measure(con, truth)}), flush=True)


if __name__ == "__main__":
    main()
