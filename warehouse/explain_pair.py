"""Why two events, or two mentions, are or are not one: the pair's score as a waterfall of features."""

from collections.abc import Sequence

import duckdb

from transforms.dedup import explain_pair
from transforms.dedup.features import default_model
from transforms.dedup.review import Step
from warehouse.cells import plain
from warehouse.errors import UserError
from warehouse.explain import full_id, rows

BEST = """SELECT p.mention_a, p.mention_b FROM pairs p
JOIN mentions a ON a.mention_id = p.mention_a JOIN mentions b ON b.mention_id = p.mention_b
WHERE (a.event_id = $a AND b.event_id = $b) OR (a.event_id = $b AND b.event_id = $a)
ORDER BY p.score DESC, p.mention_a, p.mention_b LIMIT 1"""

MENTION = """SELECT mention_id, m.event_id, coalesce(d.source, d.uri) AS outlet,
substring(d.text, sentence_start + 1, sentence_end - sentence_start) AS sentence, e.title
FROM mentions m JOIN documents d USING (document_id) LEFT JOIN events e ON e.event_id = m.event_id
WHERE starts_with(mention_id, ?) ORDER BY mention_id LIMIT 2"""

WIDTH = 24


def pair_text(con: duckdb.DuckDBPyConnection, a: str, b: str) -> str:
    """The comparison of two events, by the best pair of their mentions, or of two mentions; ids may be cut short.

    Raises:
        UserError: an id names nothing or several, both are the same, or the two were never compared.
    """
    first, second = mention_ids(con, a, b)
    steps = explain_pair(con, first, second)
    if not steps:
        raise UserError(never(a, b))
    lines = []
    for name, mention_id in (("A", first), ("B", second)):
        [told] = rows(con, MENTION, mention_id)
        sentence = " ".join(told["sentence"].split())
        lines += [f'{name}  "{sentence}"', f"   {told['outlet']}; mention {mention_id} of event {told['event_id']}"]
    return "\n".join(plain(line) for line in [*lines, "", *waterfall(steps)]) + "\n"


def mention_ids(con: duckdb.DuckDBPyConnection, a: str, b: str) -> tuple[str, str]:
    """The two mentions to compare: those that are named, or the best scored pair between two events."""
    named = [rows(con, MENTION, name) if name else [] for name in (a, b)]
    if all(len(found) == 1 for found in named):
        first, second = (str(found[0]["mention_id"]) for found in named)
        if first == second:
            raise UserError("explain: name two events, or two mentions, not one twice")
        return first, second
    events = full_id(con, a), full_id(con, b)
    if events[0] == events[1]:
        raise UserError("explain: name two events, or two mentions, not one twice")
    found = con.execute(BEST, {"a": events[0], "b": events[1]}).fetchone()
    if found is None:
        raise UserError(never(a, b))
    return str(found[0]), str(found[1])


def never(a: str, b: str) -> str:
    """What to say of two that stand in no pair."""
    return f"{a} and {b} were not compared, or score too low to be kept: too few rare words, names or days in common"


def waterfall(steps: Sequence[Step]) -> list[str]:
    """A line a step: the feature, the level that the pair took, its bits, and their sum so far."""
    prior, *features, last = steps
    lines = [f"{'feature':{WIDTH}} {'found':{WIDTH}} {'bits':>7} {'sum':>7}"]
    total = prior.weight
    lines.append(f"{prior.feature:{WIDTH}} {'':{WIDTH}} {prior.weight:+7.2f} {total:+7.2f}")
    for step in features:
        total += step.weight
        name = step.feature.replace("_", " ")
        lines.append(f"{name:{WIDTH}} {step.level or 'nothing to compare':{WIDTH}} {step.weight:+7.2f} {total:+7.2f}")
    needed = default_model().threshold
    return [*lines, f"score {last.weight:+.2f}, {needed:+.2f} is needed: {last.level}"]
