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

    `score` holds bits, `FORBIDDEN` or less where the two must not be one event; `missing` is less than `threshold`.
    Pairs may come in any order.
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
    groups = {group[0]: group for group in _average_linkage(precise, scores, threshold, missing)}
    home = {unit: root for root, group in groups.items() for unit in group}
    fits: dict[int, list[tuple[float, int]]] = {root: [] for root in groups}
    alone: list[int] = []
    for unit, told in sorted(_of_vague(scores, vague, home).items()):
        means = {
            root: (sum(told[root]) + (len(groups[root]) - len(told[root])) * missing) / len(groups[root])
            for root in told
        }
        best = min(means, key=lambda root: (-means[root], root), default=None)
        if best is not None and means[best] >= threshold:
            fits[best].append((-means[best], unit))
        else:
            alone.append(unit)
    for root, new in fits.items():
        for _, unit in sorted(new):
            if all(scores.get((min(unit, other), max(unit, other)), 0.0) > FORBIDDEN for other in groups[root]):
                groups[root].append(unit)
            else:
                alone.append(unit)
    rest = sorted(alone + [unit for unit in members if vague[unit] and unit not in set(alone).union(*groups.values())])
    return [*(sorted(group) for group in groups.values()), *_average_linkage(rest, scores, threshold, missing)]


def _of_vague(
    scores: dict[tuple[int, int], float], vague: NDArray[np.bool_], home: dict[int, int]
) -> dict[int, dict[int, list[float]]]:
    """For each vague unit, its scores with the members of each group that it was compared with."""
    told: dict[int, dict[int, list[float]]] = defaultdict(dict)
    for (x, y), score in scores.items():
        for unit, other in ((x, y), (y, x)):
            if vague[unit] and other in home:
                told[unit].setdefault(home[other], []).append(score)
    return told


def _average_linkage(
    members: list[int], scores: dict[tuple[int, int], float], threshold: float, missing: float
) -> list[list[int]]:
    """Groups of the members, each sorted, by agglomeration; ties go to the smallest units.

    Two groups' mean falls while others that they were not compared with join them, so what stands on the heap is never
    too low, and is put right when it comes up: a join costs no more than the pairs of the group that is taken in.
    """
    inside = set(members)
    groups = {unit: [unit] for unit in members}
    total: dict[int, dict[int, tuple[float, int]]] = {unit: {} for unit in members}
    heap: list[tuple[float, int, int]] = []
    for (x, y), score in scores.items():
        if x in inside and y in inside:
            total[x][y] = total[y][x] = (score, 1)
            if score >= threshold:
                heap.append((-score, x, y))
    heapify(heap)
    while heap:
        negative, x, y = heappop(heap)
        if y not in total.get(x, {}):
            continue
        mean = _between(total[x][y], len(groups[x]) * len(groups[y]), missing)
        if mean != -negative:
            if threshold <= mean < -negative:
                heappush(heap, (-mean, x, y))
            continue
        groups[x] += groups.pop(y)
        gone = total.pop(y)
        del total[x][y]
        for other, (score, count) in gone.items():
            if other != x:
                del total[other][y]
                mine, compared = total[x].get(other, (0.0, 0))
                known = total[x][other] = total[other][x] = (mine + score, compared + count)
                mean = _between(known, len(groups[x]) * len(groups[other]), missing)
                if mean >= threshold:
                    heappush(heap, (-mean, min(x, other), max(x, other)))
    return [sorted(groups[unit]) for unit in sorted(groups)]


def _between(known: tuple[float, int], size: int, missing: float) -> float:
    total, compared = known
    return (total + (size - compared) * missing) / size
