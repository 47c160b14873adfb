"""Our SQL and Splink, given the same levels and weights, give every pair the same score, nulls included."""

import re
import warnings

import pytest
from dedup_world import Told, world

from transforms.dedup.cluster import compare_candidates
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


def splinked(condition: str) -> str:
    """A condition on `a.x` and `b.x` as Splink writes it; parts of a column are taken out by a function."""
    condition = re.sub(r"\b([ab]\.\w+)\.(\w+)", r"struct_extract(\1, '\2')", condition)
    return re.sub(r"\b([ab])\.(\w+)", lambda m: f'"{m[2]}_{"l" if m[1] == "a" else "r"}"', condition)


def comparison(feature) -> dict:
    null = {"sql_condition": splinked(feature.null), "label_for_charts": "null", "is_null_level": True}
    levels = [null]
    for level in feature.level:
        when = (
            level.when.replace(f"{feature.name}_by", f"(({feature.measure})::FLOAT)") if feature.measure else level.when
        )
        probability = 2.0**level.weight
        m, u = (0.5, 0.5 / probability) if probability >= 1 else (0.5 * probability, 0.5)
        condition = "ELSE" if when == "true" else splinked(when)
        levels.append(
            {"sql_condition": condition, "label_for_charts": level.name, "m_probability": m, "u_probability": u}
        )
    return {"output_column_name": feature.name, "comparison_levels": levels}


def test_splink_gives_the_same_weights():
    from splink import DuckDBAPI, Linker

    published = {f"paper {n}": f"2021-0{5 + n % 4}-1{n % 9}" for n in range(12)}
    con = world(told(), published)
    prepare_units(con)
    con.execute("CREATE TEMP TABLE candidates AS SELECT a.unit AS unit_a, b.unit AS unit_b FROM units a, units b "
                "WHERE a.unit < b.unit")  # fmt: skip
    model = default_model()
    compare_candidates(con, model, everything=True)
    ours = {(a, b): score for a, b, score in con.execute("SELECT unit_a, unit_b, score FROM compared").fetchall()}
    assert len(ours) == 40 * 39 // 2
    con.execute("CREATE TABLE records AS SELECT unit AS unique_id, * EXCLUDE (unit) FROM units")
    api = DuckDBAPI(connection=con)
    odds = 2.0**model.prior
    settings = {
        "link_type": "dedupe_only",
        "probability_two_random_records_match": odds / (1 + odds),
        "blocking_rules_to_generate_predictions": ["1 = 1"],
        "retain_matching_columns": False,
        "comparisons": [comparison(feature) for feature in model.feature],
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        linker = Linker(api.register("records"), settings, log_level="ERROR")
        predicted = linker.inference.predict()
    theirs = con.execute(f"SELECT unique_id_l, unique_id_r, match_weight FROM {predicted.physical_name}").fetchall()
    assert len(theirs) == len(ours)
    for a, b, weight in theirs:
        assert weight == pytest.approx(ours[min(a, b), max(a, b)], abs=0.001)
