"""Why two mentions are, or are not, one event; and which pairs a reviewer should look at first."""

from dataclasses import dataclass
from datetime import date

from duckdb import DuckDBPyConnection

from transforms.dedup.features import Model, default_model
from transforms.dedup.sql import sql


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a score: the feature, the level that the pair took, and its bits; `means` says what is compared.

    The first step is the prior, the last the sum. A feature that had nothing to compare has the level null and no bits.
    """

    feature: str
    means: str
    level: str | None
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one article says of a pair."""

    mention_id: str
    source: str | None
    published: date | None
    uri: str | None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A pair near the threshold: `same` is what was decided without a reviewer."""

    a: Evidence
    b: Evidence
    score: float
    same: bool


def explain_pair(con: DuckDBPyConnection, a: str, b: str, *, model: Model | None = None) -> list[Step]:
    """The score of two mentions as a waterfall; empty when the two were never compared, or scored too low to be kept.

    Reads `pairs` and `mentions`. A conflict that forbids the two is a step without bits before the sum.
    """
    model = model or default_model()
    found = con.execute(sql("explain.sql").rstrip().rstrip(";"), {"a": a, "b": b})
    columns = [column[0] for column in found.description or ()]
    rows = found.fetchall()
    if not rows:
        return []
    pair = dict(zip(columns, rows[0], strict=True))
    steps = [Step(feature="prior", means="how likely any compared pair is one event", level=None, weight=model.prior)]
    for feature in model.feature:
        number = pair[feature.name]
        level = feature.level[number] if number is not None else None
        steps.append(
            Step(
                feature=feature.name,
                means=feature.means,
                level=level.name if level else None,
                weight=level.weight if level else 0.0,
            )
        )
    if pair["conflict"]:
        steps.append(
            Step(feature="conflict", means="what forbids it whatever the score", level=pair["conflict"], weight=0)
        )
    decided = "one event" if pair["same"] else "two events"
    return [*steps, Step(feature="score", means="the sum", level=decided, weight=round(float(pair["score"]), 3))]


def doubtful_pairs(con: DuckDBPyConnection, limit: int, *, model: Model | None = None) -> list[Doubt]:
    """The pairs nearest to the threshold, most doubtful first; reads `pairs`, `mentions` and `documents`."""
    threshold = (model or default_model()).threshold
    rows = con.execute(sql("doubtful.sql").rstrip().rstrip(";"), {"threshold": threshold, "limit": limit}).fetchall()
    return [
        Doubt(a=_evidence(row[0], row[4:8]), b=_evidence(row[1], row[8:12]), score=float(row[2]), same=bool(row[3]))
        for row in rows
    ]


def _evidence(mention_id: str, told: tuple[str | None, date | None, str | None, str]) -> Evidence:
    source, published, uri, sentence = told
    return Evidence(mention_id=mention_id, source=source, published=published, uri=uri, sentence=sentence)
