import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from transforms.dedup.linkage import FORBIDDEN, cluster, components

N = 8
edges = st.lists(st.tuples(st.integers(0, N - 1), st.integers(0, N - 1)).filter(lambda e: e[0] < e[1]), unique=True)
scores = st.one_of(st.integers(-6, 8).map(float), st.just(FORBIDDEN))


@given(edges)
def test_components_equal_scipy(pairs):
    a, b = (np.array([pair[at] for pair in pairs], dtype=np.int64) for at in (0, 1))
    ours = components(N, a, b)
    _, theirs = connected_components(coo_array((np.ones(len(pairs)), (a, b)), shape=(N, N)), directed=False)
    for x, y in itertools.combinations(range(N), 2):
        assert (ours[x] == ours[y]) == (theirs[x] == theirs[y])
    assert all(ours[unit] <= unit for unit in range(N))


def clustered(scored: dict[tuple[int, int], float], vague=frozenset(), order=None) -> list[int]:
    pairs = list(scored.items()) if order is None else [list(scored.items())[at] for at in order]
    a, b, s = (
        (np.array([row[at] for row in [(x, y, z) for (x, y), z in pairs]]) for at in range(3)) if pairs else ([],) * 3
    )
    return list(
        cluster(
            N,
            np.array(a, dtype=np.int64),
            np.array(b, dtype=np.int64),
            np.array(s, dtype=np.float64),
            np.array([unit in vague for unit in range(N)]),
            threshold=0.0,
            missing=-6.0,
        )
    )


def naive(scored: dict[tuple[int, int], float]) -> set[frozenset[int]]:
    """Average linkage by looking at every pair of groups each time."""
    groups = [frozenset([unit]) for unit in range(N)]

    def mean(x, y):
        found = [scored.get((min(i, j), max(i, j)), -6.0) for i in x for j in y]
        return sum(found) / len(found)

    while True:
        options = [(-mean(x, y), min(x), min(y), x, y) for x, y in itertools.combinations(sorted(groups, key=min), 2)]
        options = [option for option in options if -option[0] >= 0]
        if not options:
            return set(groups)
        _, _, _, x, y = min(options, key=lambda option: option[:3])
        groups = [group for group in groups if group not in (x, y)] + [x | y]


@given(st.dictionaries(edges.filter(bool).map(lambda e: e[0]), scores, max_size=20))
def test_clusters_equal_naive_average_linkage(scored):
    label = clustered(scored)
    ours = {frozenset(unit for unit in range(N) if label[unit] == root) for root in label}
    assert ours == naive(scored)


@given(st.data())
def test_order_of_pairs_changes_nothing(data):
    scored = data.draw(st.dictionaries(edges.filter(bool).map(lambda e: e[0]), scores, max_size=20))
    vague = data.draw(st.frozensets(st.integers(0, N - 1)))
    order = data.draw(st.permutations(range(len(scored))))
    assert clustered(scored, vague) == clustered(scored, vague, order)


@given(st.data())
def test_forbidden_pairs_are_never_together(data):
    scored = data.draw(st.dictionaries(edges.filter(bool).map(lambda e: e[0]), scores, max_size=20))
    label = clustered(scored, data.draw(st.frozensets(st.integers(0, N - 1))))
    assert not [pair for pair, score in scored.items() if score <= FORBIDDEN and label[pair[0]] == label[pair[1]]]


@pytest.mark.parametrize(
    ("scored", "vague", "expected"),
    [
        ({(0, 1): 5.0, (1, 2): 5.0, (0, 2): FORBIDDEN}, {1}, [0, 0, 2]),
        ({(0, 1): 4.0, (1, 2): 5.0, (0, 2): -6.0}, {1}, [0, 1, 1]),
        ({(0, 1): 5.0, (1, 2): 5.0, (0, 2): 5.0}, {1}, [0, 0, 0]),
        ({(0, 1): 5.0}, {0, 1}, [0, 0, 2]),
    ],
    ids=["conflict", "best fit alone", "one group", "vague with vague"],
)
def test_vague_units_bridge_nothing(scored, vague, expected):
    assert clustered(scored, vague)[:3] == expected
