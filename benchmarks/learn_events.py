"""What weights `seeds/salience.toml` and `seeds/coreference.toml` would have if annotated articles alone decided.

    python -m benchmarks.learn_events GOLD [GOLD ...]

GOLD: lines {"doc_id", "published", "text", "events": [{"type", "evidence": [quotes]}]}. Salience learns from every
happening told, kept or not: whether it is one of the gold events, one to one, by family and overlapping sentences.
Coreference learns from every two triggers of one type that stand in quotes of gold events: whether those are one event.
Both are logistic regressions with an L2 penalty. Printed are the weights beside those of the seeds, the likelihood of
articles left out, fold by fold, under both, and last all of it as one JSON line.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import seeds
from benchmarks.events import read
from transforms.annotate import participants_of
from transforms.dates import find_timexes
from transforms.events import happenings as coreference
from transforms.events import salience
from transforms.events.dating import Times
from transforms.events.drafts import Draft
from transforms.events.extract import drafts_in
from transforms.events.lexicon import default_lexicon
from transforms.events.observations import observations
from transforms.events.roles import read_scene
from transforms.events.triggers import find_triggers
from transforms.names import find_names
from transforms.text import quotations, sentences, shadow

PENALTY = 1.0
"""Inverse variance of the Gaussian prior about zero that every weight but the first has."""
FOLDS = 10
Floats = NDArray[np.float64]
Quotes = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Case:
    """What is to be told right: the article it is from, the names of the weights that apply, the answer."""

    article: int
    names: tuple[str, ...]
    right: bool
    counts: float = 1.0


def main(paths: Sequence[Path]) -> None:
    raw = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    noted: list[Case] = []
    joined: list[Case] = []
    for number, article in enumerate(raw):
        salient, same = cases(number, article)
        noted += salient
        joined += same
    tables = {"salience": noted, "coreference": joined}
    print(json.dumps({name: learn(name, found) for name, found in tables.items()}))


def cases(number: int, article: dict[str, Any]) -> tuple[list[Case], list[Case]]:
    """The happenings and the pairs of mentions of one article, with the gold's answers."""
    document = read(json.dumps(article))
    text = document.text
    lines = sentences(text)
    hits = find_triggers(shadow(text), lines, default_lexicon())
    participants = participants_of(read_scene(text, lines, find_names(text, lines)))
    times = Times(tuple(find_timexes(text, published=document.published)), document.published)
    drafts = drafts_in(hits, lines, times, participants)
    gold = [(event["type"], _places(text, event["evidence"])) for event in article["events"]]
    happenings = coreference.group(drafts)
    families = {event.type: event.family for event in default_lexicon().types.values()}
    told = _matched([(h.event.family, _lines(h.drafts)) for h in happenings], [(families[t], q) for t, q in gold])
    speech = quotations(text)
    noted = [Case(number, tuple(salience.observations(h, speech)), at in told) for at, h in enumerate(happenings)]
    return noted, [Case(number, names, right, share) for names, right, share in _pairs(drafts, gold)]


def _places(text: str, quotes: Sequence[str]) -> Quotes:
    return [(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]


def _lines(drafts: Sequence[Draft]) -> Quotes:
    """The sentences that tell a happening; a headline where there is nothing else."""
    told = [draft for draft in drafts if not draft.headline] or drafts
    return sorted({(draft.hit.line.starts[0], draft.hit.line.ends[-1]) for draft in told})


def _matched(told: Sequence[tuple[str, Quotes]], gold: Sequence[tuple[str, Quotes]]) -> set[int]:
    """Numbers of the happenings that are gold events, one to one, the most shared sentences first."""
    from scipy.optimize import linear_sum_assignment

    if not told or not gold:
        return set()
    shared = np.array([
        [100.0 + n if family == kind and (n := _overlaps(lines, quotes)) else 0.0 for kind, quotes in gold]
        for family, lines in told
    ])  # fmt: skip
    return {int(at) for at, to in zip(*linear_sum_assignment(-shared), strict=True) if shared[at, to]}


def _overlaps(lines: Quotes, quotes: Quotes) -> int:
    return sum(any(start < end and begin < stop for begin, end in quotes) for start, stop in lines)


def _pairs(
    drafts: Sequence[Draft], gold: Sequence[tuple[str, Quotes]]
) -> Iterator[tuple[tuple[str, ...], bool, float]]:
    """Every two mentions of a type that tell gold events: names of their weights, whether they tell one, its count.

    The more mentions stand before one, the less each pair counts, so that no long story outweighs the rest.
    """
    known = [(draft, event) for draft in drafts if (event := _event(draft, gold)) is not None]
    for at, (later, event) in enumerate(known):
        before = [(earlier, other) for earlier, other in known[:at] if _comparable(earlier.type, later.type)]
        before = before[-coreference.RECENT :]
        for earlier, other in before:
            names = list(observations(earlier, later))
            yield (*names, *(f"{name}@{later.type}" for name in names)), other == event, len(before) ** -0.5


def _comparable(one: str, other: str) -> bool:
    absorbs = coreference.ABSORBS
    return one == other or other in absorbs.get(one, ()) or one in absorbs.get(other, ())


def _event(draft: Draft, gold: Sequence[tuple[str, Quotes]]) -> int | None:
    """The one gold event of a comparable type in whose quotes a trigger stands."""
    found = [
        number
        for number, (kind, quotes) in enumerate(gold)
        if _comparable(draft.type, kind) and any(start <= draft.hit.start < end for start, end in quotes)
    ]
    return found[0] if len(found) == 1 else None


def learn(name: str, found: Sequence[Case]) -> dict[str, Any]:
    """The weights of one table by regression, and how well they and the seeds' tell articles that they are not from."""
    table: dict[str, float] = seeds.toml(f"{name}.toml")["weights"]
    names = list(table)
    x = np.array([[float(weight in case.names) for weight in names] for case in found])
    for column, weight in enumerate(names):
        # a weight of one type takes the place of the general one
        plain, _, kind = weight.partition("@")
        if kind and plain in names:
            x[:, names.index(plain)] -= x[:, column]
    y = np.array([case.right for case in found], dtype=np.float64)
    counts = np.array([case.counts for case in found])
    folds = np.array([case.article % FOLDS for case in found])
    known = np.array([table[weight] for weight in names])
    left_out = np.zeros(len(found))
    for fold in range(FOLDS):
        left_out[folds == fold] = x[folds == fold] @ fit(x[folds != fold], y[folds != fold], counts[folds != fold])
    fitted = fit(x, y, counts)
    for weight, old, new, times in zip(names, known, fitted, np.abs(x).sum(axis=0), strict=True):
        print(f"{name:12} {weight:32} {old:6.2f} {new:6.2f}  {int(times)}")
    return {
        "cases": len(found),
        "true": int(y.sum()),
        "loss": {"learned": _loss(left_out, y), "seeds": _loss(x @ known, y)},
        "right": {"learned": _right(left_out, y), "seeds": _right(x @ known, y)},
        "weights": {weight: round(float(new), 1) for weight, new in zip(names, fitted, strict=True)},
    }


def _loss(z: Floats, y: Floats) -> float:
    """Mean negative log-likelihood, in nats."""
    return round(float((np.logaddexp(0, z) - y * z).mean()), 4)


def _right(z: Floats, y: Floats) -> float:
    return round(float(((z > 0) == (y > 0)).mean()), 4)


def fit(x: Floats, y: Floats, counts: Floats) -> Floats:
    """Weights that make the answers likeliest; the first is the base, which no prior holds."""
    from scipy.optimize import minimize

    held = np.full(x.shape[1], PENALTY)
    held[0] = 1e-3

    def loss(weights: Floats) -> tuple[float, Floats]:
        z = x @ weights
        value = float((counts * (np.logaddexp(0, z) - y * z)).sum()) + float((held * weights**2).sum()) / 2
        return value, x.T @ (counts * (1 / (1 + np.exp(-z)) - y)) + held * weights

    found: Floats = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x
    return found


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main([Path(path) for path in sys.argv[1:]])
