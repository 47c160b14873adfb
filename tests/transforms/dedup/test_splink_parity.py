"""Our SQL and Splink, given the same levels and weights, give every pair the same score, nulls included."""

import warnings

import numpy as np
import pytest
from dedup_world import Told, world

from benchmarks.splink_model import settings, store_records
from transforms.dedup.compare import read_comparer
from transforms.dedup.features import default_model
from transforms.dedup.units import prepare_units

BODIES = ["Harwick Town Council", "Pelham Allotment Society", None, "Town Council of Harwick", "Brill Choir"]
PEOPLE = ["Olive Brand", "Ms Brand", None, "Tom Field"]
DAYS = [("2021-05-08", "2021-05-08"), ("2021-05-03", "2021-05-09"), (None, "2021-05-11"), ("2021-08-31", "2021-08-31")]
TYPES = [
    ("motion", "motion"),
    ("vote", "ballot"),
    ("resignation", "quit"),
    ("election", "election"),
    (None, "shooting"),
]


def told():
    for n in range(40):
        kind, trigger = TYPES[n % 5]
        body, person = BODIES[n % 5 if n % 3 else n % 4], PEOPLE[n * 7 % 4]
        yield Told(
            id=f"m{n:02}",
            article=f"paper {n % 13}",
            happening=None if kind is None else n,
            sentence=f"On {n % 6} May {body or 'they'} held a {trigger} about the pond, word{n % 7} and word{n % 3}.",
            type=kind,
            trigger=trigger,
            days=DAYS[n * 3 % 4],
            modality="planned" if n % 4 else "asserted",
            outcome=["passed", "rejected", None, "pending"][n % 4],
            roles={role: name for role, name in (("body", body), ("target", person)) if name},
            counts={"for": n % 3} if n % 2 else {},
        )


def test_splink_gives_the_same_weights():
    from splink import DuckDBAPI, Linker, block_on

    published = {f"paper {n}": f"2021-0{5 + n % 4}-1{n % 9}" for n in range(12)}
    con = world(told(), published)
    prepare_units(con)
    model = default_model()
    a, b = (units.astype(np.int32) for units in np.triu_indices(40, 1))
    compared = read_comparer(con, model).compare(con, a, b, everything=True)
    ours = {(row["unit_a"], row["unit_b"]): row["score"] for row in compared.to_pylist()}
    assert len(ours) == 40 * 39 // 2
    store_records(con, [np.stack((a, b))])
    api = DuckDBAPI(connection=con)
    chosen = settings(model, block_on("pair_ids", arrays_to_explode=["pair_ids"]), 2.0**model.prior)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        linker = Linker(api.register("records"), chosen, log_level="ERROR")
        predicted = linker.inference.predict()
    theirs = con.execute(f"SELECT unique_id_l, unique_id_r, match_weight FROM {predicted.physical_name}").fetchall()
    assert len(theirs) == len(ours)
    for a, b, weight in theirs:
        assert weight == pytest.approx(ours[min(a, b), max(a, b)], abs=0.001)
