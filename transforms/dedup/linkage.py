"""Which units are one event: components of accepted pairs, each cut where its pairs do not bear it out.

Inside a component the two groups with the best mean score are joined, again and again, while that mean reaches the
threshold and no pair of the two conflicts (average linkage; a pair that was never compared counts as `missing`). Vague
units, which give neither days nor names of their own, wait until the others are grouped; then each goes to the one
group it fits best, and never joins two. The result depends on the units' numbers, not on the order of the pairs.

Two groups that are each other's best are joined sooner or later whatever else is, as no join raises a mean: so all such
pairs of all components are joined at once, in rounds of numpy, and the few that would take many rounds by a heap.
"""

from collections import defaultdict
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
FORBIDDEN = -1e9
WORTH_A_ROUND = 0.9
"""Groups are joined in rounds while each leaves no more than this share of the links, then one by one."""


def components(n: int, a: Ints, b: Ints) -> Ints:
    """The smallest unit that each of `n` units is connected to over the pairs `a[i]`, `b[i]`."""
    label = np.arange(n)
    while len(a):
        np.minimum.at(label, np.maximum(a, b), np.minimum(a, b))
        label = _followed(label)
        a, b = label[a], label[b]
        apart = a != b
        a, b = a[apart], b[apart]
    return label


def cluster(n: int, a: Ints, b: Ints, score: Floats, vague: Bools, *, threshold: float, missing: float) -> Ints:
    """A label for each of `n` units: the smallest unit of its cluster.

    `score` holds bits, `FORBIDDEN` or less where the two must not be one event; `missing` is less than `threshold`.
    Pairs may come in any order, each once.
    """
    a, b = np.minimum(a, b), np.maximum(a, b)
    accepted = score >= threshold
    label = components(n, a[accepted], b[accepted])
    inside = label[a] == label[b]
    sizes = np.bincount(label, minlength=n)
    good = np.bincount(label[a[inside & accepted]], minlength=n)
    settled = (good == sizes * (sizes - 1) // 2)[label]  # all pairs of the component bear it out
    doubted = np.flatnonzero(inside & ~settled[a])
    doubted = doubted[np.argsort(a[doubted] * n + b[doubted])]
    a, b, score = a[doubted], b[doubted], score[doubted]
    group = np.where(settled, label, np.arange(n))
    told = ~vague[a] & ~vague[b]
    group = _joined(group, a[told], b[told], score[told], threshold, missing)
    left = _attach(group, a, b, score, vague & ~settled, threshold, missing)
    alone = left[a] & left[b]
    group = _joined(group, a[alone], b[alone], score[alone], threshold, missing)
    smallest = np.full(n, n)
    np.minimum.at(smallest, group, np.arange(n))
    return smallest[group]


def _attach(group: Ints, a: Ints, b: Ints, score: Floats, vague: Bools, threshold: float, missing: float) -> Bools:
    """Put vague units into `group`, each to the one group of others that it fits best; gives those that are left."""
    a, b, score = np.concatenate((a, b)), np.concatenate((b, a)), np.concatenate((score, score))
    of_vague = vague[a]
    a, b, score = a[of_vague], b[of_vague], score[of_vague]
    forbidden: dict[int, list[int]] = defaultdict(list)
    for unit, other in zip(a[score <= FORBIDDEN].tolist(), b[score <= FORBIDDEN].tolist(), strict=True):
        forbidden[unit].append(other)
    told = ~vague[b]
    links = _summed(a[told], group[b[told]], score[told], np.ones(np.count_nonzero(told), dtype=np.int64), len(group))
    size = np.where(vague, 1, np.bincount(group[~vague], minlength=len(group)))
    mean = links.means(size, missing)
    order = np.lexsort((links.b, -mean, links.a))
    _, best = np.unique(links.a[order], return_index=True)
    best = order[best]
    best = best[mean[best] >= threshold]
    left = vague.copy()
    # the best fit of a group goes first; another that must not be one event with it stays out
    for at in best[np.lexsort((links.a[best], -mean[best], links.b[best]))].tolist():
        unit, home = int(links.a[at]), int(links.b[at])
        if all(left[other] or group[other] != home for other in forbidden[unit]):
            group[unit], left[unit] = home, False
    return left


@dataclass(frozen=True, slots=True)
class _Links:
    """The scores between groups `a` and `b`: their sum, and how many pairs it is of."""

    a: Ints
    b: Ints
    total: Floats
    count: Ints

    def means(self, size: Ints, missing: float) -> Floats:
        """The mean score of all pairs of each two groups; `size` says how many units each group has."""
        pairs = size[self.a] * size[self.b]
        means: Floats = (self.total + (pairs - self.count) * missing) / pairs
        return means

    def where(self, kept: NDArray[Any]) -> "_Links":
        return _Links(self.a[kept], self.b[kept], self.total[kept], self.count[kept])


def _summed(a: Ints, b: Ints, total: Floats, count: Ints, n: int) -> _Links:
    """One link for each two groups, in their order."""
    code = a * n + b
    order = np.argsort(code, kind="stable")
    first = np.flatnonzero(np.diff(code[order], prepend=-1))
    if len(first):
        total, count = np.add.reduceat(total[order], first), np.add.reduceat(count[order], first)
    return _Links(a[order[first]], b[order[first]], total, count)


def _joined(group: Ints, a: Ints, b: Ints, score: Floats, threshold: float, missing: float) -> Ints:
    """The groups after agglomeration of single units, each by its smallest; ties go to the smallest units."""
    n = len(group)
    size = np.ones(n, dtype=np.int64)
    links = _Links(a, b, score, np.ones(len(a), dtype=np.int64))
    before = float("inf")
    while len(links.a):
        mean = links.means(size, missing)
        good = mean >= threshold
        joinable = np.zeros(n, dtype=np.bool_)
        joinable[links.a[good]] = joinable[links.b[good]] = True
        kept = joinable[links.a] & joinable[links.b]
        links, mean, good = links.where(kept), mean[kept], good[kept]
        if len(links.a) > WORTH_A_ROUND * before:
            return _joined_singly(group, size, links, threshold, missing)
        before = len(links.a)
        pairs = _mutual(links.where(good), mean[good], n)
        into = np.arange(n)
        into[pairs.b] = pairs.a
        size[pairs.a] += size[pairs.b]
        group = into[group]
        x, y = into[links.a], into[links.b]
        apart = x != y
        low, high = np.minimum(x, y)[apart], np.maximum(x, y)[apart]
        links = _summed(low, high, links.total[apart], links.count[apart], n)
    return group


def _mutual(links: _Links, mean: Floats, n: int) -> _Links:
    """Those of the links, which are in order, that are the best of both their groups: of equals, the first."""
    highest = np.full(n, -np.inf)
    first = np.full(n, len(mean))
    for group in (links.a, links.b):
        np.maximum.at(highest, group, mean)
    for group in (links.a, links.b):
        best = np.flatnonzero(mean == highest[group])
        np.minimum.at(first, group[best], best)
    place = np.arange(len(mean))
    return links.where((first[links.a] == place) & (first[links.b] == place))


def _joined_singly(group: Ints, size: Ints, links: _Links, threshold: float, missing: float) -> Ints:
    """The groups when the two with the best mean are joined, again and again.

    Two groups' mean falls while others that they were not compared with join them, so what stands on the heap is never
    too low, and is put right when it comes up: a join costs no more than the links of the group that is taken in.
    """
    known: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
    heap: list[tuple[float, int, int]] = []
    columns = (links.a, links.b, links.total, links.count, links.means(size, missing))
    for x, y, total, count, mean in zip(*(column.tolist() for column in columns), strict=True):
        known[x][y] = known[y][x] = (total, count)
        if mean >= threshold:
            heap.append((-mean, x, y))
    heapify(heap)
    into = np.arange(len(group))
    sizes = {unit: int(size[unit]) for unit in known}
    while heap:
        negative, x, y = heappop(heap)
        if y not in known.get(x, {}):
            continue
        mean = _mean(known[x][y], sizes[x] * sizes[y], missing)
        if mean != -negative:
            if threshold <= mean < -negative:
                heappush(heap, (-mean, x, y))
            continue
        into[y] = x
        sizes[x] += sizes[y]
        gone = known.pop(y)
        del known[x][y]
        for other, (total, count) in gone.items():
            if other != x:
                del known[other][y]
                mine, compared = known[x].get(other, (0.0, 0))
                both = known[x][other] = known[other][x] = (mine + total, compared + count)
                mean = _mean(both, sizes[x] * sizes[other], missing)
                if mean >= threshold:
                    heappush(heap, (-mean, min(x, other), max(x, other)))
    return _followed(into)[group]


def _mean(known: tuple[float, int], pairs: int, missing: float) -> float:
    total, count = known
    return (total + (pairs - count) * missing) / pairs


def _followed(into: Ints) -> Ints:
    """Where each unit ends when it goes where `into` says until that is itself."""
    while not np.array_equal(into, into[into]):
        into = into[into]
    return into
