"""Which units are one event: components of accepted pairs, each cut where its pairs do not bear it out.

Inside a component the two groups with the best mean score are joined, again and again, while that mean reaches the
threshold and no pair of the two conflicts (average linkage; a pair that was never compared counts as `missing`). Vague
units, which give neither days nor names of their own, wait until the others are grouped; then each goes to the one
group it fits best, and never joins two. The result depends on the units' numbers, not on the order of the pairs.
"""

from collections import defaultdict
from heapq import heapify, heappop, heappush

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
FORBIDDEN = -1e9


def components(n: int, a: Ints, b: Ints) -> Ints:
    """The smallest unit that each of `n` units is connected to over the pairs `a[i]`, `b[i]`."""
    label = np.arange(n)
    while True:
        before = label.copy()
        low = np.minimum(label[a], label[b])
        np.minimum.at(label, label[a], low)
        np.minimum.at(label, label[b], low)
        while not np.array_equal(label, label[label]):
            label = label[label]
        if np.array_equal(label, before):
            return label


def cluster(
    n: int, a: Ints, b: Ints, score: Floats, vague: NDArray[np.bool_], *, threshold: float, missing: float
) -> Ints:
    """A label for each of `n` units: the smallest unit of its cluster.

    `score` holds bits, `FORBIDDEN` or less where the two must not be one event. Pairs may come in any order.
    """
    order = np.lexsort((np.maximum(a, b), np.minimum(a, b)))
    a, b, score = np.minimum(a, b)[order], np.maximum(a, b)[order], score[order]
    accepted = score >= threshold
    label = components(n, a[accepted], b[accepted])
    inside = label[a] == label[b]
    sizes = np.bincount(label, minlength=n)
    good = np.bincount(label[a[inside & accepted]], minlength=n)
    settled = good == sizes * (sizes - 1) // 2
    pairs: dict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for at in np.flatnonzero(inside & ~settled[label[a]]):
        x, y = int(a[at]), int(b[at])
        pairs[int(label[x])][x, y] = float(score[at])
    by_label = np.argsort(label, kind="stable")
    starts = np.searchsorted(label[by_label], np.fromiter(pairs, dtype=np.int64, count=len(pairs)))
    for (root, scores), start in zip(pairs.items(), starts, strict=True):
        members = [int(unit) for unit in by_label[start : start + sizes[root]]]
        for group in _groups(members, scores, vague, threshold, missing):
            label[group] = group[0]
    return label


def _groups(
    members: list[int], scores: dict[tuple[int, int], float], vague: NDArray[np.bool_], threshold: float, missing: float
) -> list[list[int]]:
    precise = [unit for unit in members if not vague[unit]]
    groups = _average_linkage(precise, scores, threshold, missing)
    waiting = [unit for unit in members if vague[unit]]
    if not groups:
        return _average_linkage(waiting, scores, threshold, missing)
    fits: list[list[int]] = [[] for _ in groups]
    alone: list[int] = []
    for unit in waiting:
        means = [_mean([unit], group, scores, missing) for group in groups]
        best = max(range(len(groups)), key=lambda at: (means[at], -groups[at][0]))
        (fits[best] if means[best] >= threshold else alone).append(unit)
    joined = [
        _grown(group, sorted(new, key=lambda unit: (-_mean([unit], group, scores, missing), unit)), scores)
        for group, new in zip(groups, fits, strict=True)
    ]
    refused = [unit for new, whole in zip(fits, joined, strict=True) for unit in new if unit not in whole]
    return [
        *(sorted(group) for group in joined),
        *_average_linkage(sorted(alone + refused), scores, threshold, missing),
    ]


def _grown(group: list[int], new: list[int], scores: dict[tuple[int, int], float]) -> list[int]:
    """The group with each new unit that conflicts with none taken before it."""
    whole = list(group)
    for unit in new:
        if all(scores.get((min(unit, other), max(unit, other)), 0.0) > FORBIDDEN for other in whole):
            whole.append(unit)
    return whole


def _mean(xs: list[int], ys: list[int], scores: dict[tuple[int, int], float], missing: float) -> float:
    return sum(scores.get((min(x, y), max(x, y)), missing) for x in xs for y in ys) / (len(xs) * len(ys))


def _average_linkage(
    members: list[int], scores: dict[tuple[int, int], float], threshold: float, missing: float
) -> list[list[int]]:
    """Groups of the members, each sorted, by agglomeration; ties go to the smallest units."""
    inside = set(members)
    groups = {unit: [unit] for unit in members}
    total: dict[int, dict[int, tuple[float, int]]] = {unit: {} for unit in members}
    heap: list[tuple[float, int, int]] = []
    for (x, y), score in scores.items():
        if x in inside and y in inside:
            total[x][y] = total[y][x] = (score, 1)
            heap.append((-score, x, y))
    heapify(heap)
    while heap:
        negative, x, y = heappop(heap)
        if -negative < threshold:
            break
        if y not in total.get(x, {}) or _between(total[x][y], len(groups[x]) * len(groups[y]), missing) != -negative:
            continue
        groups[x] = sorted(groups[x] + groups.pop(y))
        gone = total.pop(y)
        del total[x][y]
        for other, (score, count) in gone.items():
            if other != x:
                del total[other][y]
                mine, compared = total[x].get(other, (0.0, 0))
                total[x][other] = total[other][x] = (mine + score, compared + count)
        for other, known in total[x].items():
            mean = _between(known, len(groups[x]) * len(groups[other]), missing)
            if mean >= threshold:
                heappush(heap, (-mean, min(x, other), max(x, other)))
    return [groups[unit] for unit in sorted(groups)]


def _between(known: tuple[float, int], size: int, missing: float) -> float:
    total, compared = known
    return (total + (size - compared) * missing) / size
