"""The steps that look at all documents together, over one DuckDB connection."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

import seeds
from transforms.dates.network import date_and_regroup
from transforms.dedup import cluster_mentions, mark_duplicates, merge_events
from transforms.dedup.cluster import Spread
from transforms.dedup.judgements import Judgement, JudgementError, read_judgements
from warehouse.errors import UserError
from warehouse.lake import Lake

PREVIOUS = "previous"
REMEMBERED = {"mentions": "mention_id, event_id", "event_history": "event_id, snapshot_id, became, why"}

SETTLE = """
CREATE OR REPLACE TABLE mentions AS
-- a mention keeps the days that its article tells; where the article's day was unknown, those that were found for it
SELECT m.* REPLACE (coalesce(m.earliest, d.earliest) AS earliest, coalesce(m.latest, d.latest) AS latest,
                    coalesce(m.grain, d.grain) AS grain), c.event_id
FROM mentions m
LEFT JOIN (
    SELECT n.* FROM mention_days n JOIN mentions t USING (mention_id) WHERE t.earliest IS NULL AND t.latest IS NULL
) d USING (mention_id)
JOIN clusters c USING (mention_id);

UPDATE documents SET published = y.published, published_earliest = y.earliest, published_latest = y.latest,
                     published_basis = y.basis
FROM document_days y WHERE documents.document_id = y.document_id AND documents.published IS NULL;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known before mentions are compared: reviewers' decisions, and the family of each event type.

    `previous` names the schema with the snapshot before, if there is one. A corpus of more than `units_a_part`
    happenings is compared in partitions, which `spread` has worked on.
    """

    decided: Sequence[Judgement]
    families: Mapping[str, str]
    spread: Spread
    units_a_part: int
    previous: str | None = None

    def cluster(self, con: duckdb.DuckDBPyConnection) -> None:
        """Groups mentions into events."""
        cluster_mentions(
            con,
            judgements=self.decided,
            previous=self.previous,
            families=self.families,
            spread=self.spread,
            units_a_part=self.units_a_part,
        )


def judgements(path: str | None) -> list[Judgement]:
    """Reviewers' decisions: those that come with Daybook, and those of a file.

    Raises:
        UserError: the file cannot be read, or a line of it not understood.
    """
    decided = read_judgements(seeds.text("judgements.csv"))
    if path is None:
        return decided
    try:
        return decided + read_judgements(Path(path).read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"judgements {path}: cannot be read: {error}") from error
    except JudgementError as error:
        raise UserError(f"judgements {path}: {error}") from error


def remember(con: duckdb.DuckDBPyConnection, lake: Lake) -> str | None:
    """Puts the published snapshot in a schema of its own, so that events keep their ids; returns the schema's name."""
    current = lake.current()
    if current is None:
        return None
    con.execute(f"CREATE SCHEMA {PREVIOUS}")
    for name, columns in REMEMBERED.items():
        con.register("remembered", lake.dataset(current, name))
        con.execute(f"CREATE TABLE {PREVIOUS}.{name} AS SELECT {columns} FROM remembered")
        con.unregister("remembered")
    return PREVIOUS


def dedup(con: duckdb.DuckDBPyConnection, known: Known) -> int:
    """Marks documents that repeat others, and groups mentions into events; returns how many."""
    mark_duplicates(con)
    known.cluster(con)
    return count(con, "SELECT count(DISTINCT event_id) FROM clusters")


def date(con: duckdb.DuckDBPyConnection, known: Known) -> int:
    """Makes one calendar of all that the articles say; returns how many documents' days it found.

    Mentions of undated articles are grouped again by the days that were found for them.
    """
    date_and_regroup(con, lambda: known.cluster(con))
    return count(con, "SELECT count(*) FROM document_days WHERE basis = 'network'")


def merge(con: duckdb.DuckDBPyConnection, known: Known) -> int:
    """Makes events of clusters, and fills what documents and mentions could not know alone; returns how many events."""
    merge_events(con, previous=known.previous, families=known.families)
    con.execute(SETTLE)
    return count(con, "SELECT count(*) FROM events")


def count(con: duckdb.DuckDBPyConnection, sql: str) -> int:
    """One number."""
    return int(con.execute(sql).fetchall()[0][0])
