"""Reviewers' decisions: two mentions are the same event, or different ones, whatever their score."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

COLUMNS = ("mention_a", "mention_b", "judgement")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision; `line` is where it stands in its file, from 1, or 0."""

    mention_a: str
    mention_b: str
    same: bool
    line: int = 0


class JudgementError(ValueError):
    """A judgement that cannot be read: which line, what is wrong."""


def read_judgements(text: str, *, undecided: bool = False) -> list[Judgement]:
    """Judgements out of CSV with the columns mention_a, mention_b, judgement (`same` or `different`); others are notes.

    `undecided` passes over rows whose judgement is empty, as in a list that is being filled in.

    Raises:
        JudgementError: a missing column, an unknown judgement, or a mention judged against itself.
    """
    rows = csv.DictReader(StringIO(text))
    missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
    if missing:
        raise JudgementError(f"line 1: no column {missing[0]!r}: the header needs {', '.join(COLUMNS)}")
    found = []
    for row in rows:
        a, b, says = (str(row[column] or "").strip() for column in COLUMNS)
        if undecided and not says:
            continue
        if says not in ("same", "different"):
            raise JudgementError(f"line {rows.line_num}: judgement {says!r} is neither 'same' nor 'different'")
        if not a or not b or a == b:
            raise JudgementError(f"line {rows.line_num}: two different mention ids are needed")
        found.append(Judgement(mention_a=a, mention_b=b, same=says == "same", line=rows.line_num))
    return found


def consistent(judgements: Iterable[Judgement]) -> tuple[list[Judgement], list[tuple[Judgement, ...]]]:
    """The judgements that can all be obeyed, and the groups that cannot.

    Mentions that "same" ties together, directly or in a chain, must not be told different. Such a "different" and all
    the "same" of its chain's group contradict each other: none of them is obeyed, and a reviewer is to decide.
    """
    judged = sorted(set(judgements), key=lambda judgement: (judgement.mention_a, judgement.mention_b, judgement.same))
    group = _groups([(j.mention_a, j.mention_b) for j in judged if j.same])
    broken: dict[str, list[Judgement]] = {}
    for judgement in judged:
        a, b = group.get(judgement.mention_a), group.get(judgement.mention_b)
        if not judgement.same and a is not None and a == b:
            broken.setdefault(a, []).append(judgement)
    for judgement in judged:
        root = group.get(judgement.mention_a)
        if judgement.same and root in broken:
            broken[root].append(judgement)
    refused = {judgement for contradiction in broken.values() for judgement in contradiction}
    return [j for j in judged if j not in refused], [tuple(broken[root]) for root in sorted(broken)]


def _groups(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Each mention of the pairs -> the smallest mention that it is tied to."""
    parent: dict[str, str] = {}

    def find(x: str) -> str:
        parent.setdefault(x, x)
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for a, b in pairs:
        first, second = sorted((find(a), find(b)))
        parent[second] = first
    return {mention: find(mention) for mention in list(parent)}
