"""What must not matter: the order of the input, the order of arrival, and how the work is cut."""

import pickle
import random

import pyarrow as pa
import pytest
from dedup_world import Told, groups, world

from transforms.dedup import cluster_mentions, mark_duplicates, merge_events
from transforms.dedup.compare import Comparison
from transforms.sketch import sketch

TOWNS = ["Harwick", "Pelham", "Brill", "Oakmere", "Tarn"]
PEOPLE = ["Olive Brand", "Tom Field", "Ada Moss", "Ben Crane"]
PUBLISHED = {f"paper {n}": f"2021-05-{10 + n}" for n in range(12)}


def telling(seed: int, size: int = 30) -> list[Told]:
    chance = random.Random(seed)
    made = []
    for n in range(size):
        town, person = chance.choice(TOWNS), chance.choice(PEOPLE)
        kind = chance.choice(["motion", "vote", "resignation", "election"])
        day = f"2021-05-{chance.randint(1, 9):02}"
        made.append(
            Told(
                id=f"m{n:02}",
                article=f"paper {n % 12}",
                happening=n,
                type=kind,
                trigger=kind,
                sentence=f"{town} council and {person} saw the {kind} of the {chance.choice(['pond', 'bridge'])}.",
                days=chance.choice([(day, day), ("2021-05-03", "2021-05-09"), (None, None)]),
                modality=chance.choice(["asserted", "planned"]),
                outcome=chance.choice(["passed", "rejected", None]),
                roles=chance.choice([{"body": f"{town} council"}, {"body": f"{town} council", "target": person}, {}]),
                counts={"for": chance.randint(1, 3)} if chance.random() < 0.3 else {},
            )
        )
    return made


def sent(comparison: Comparison, partitions: int) -> list[pa.Table]:
    """Every partition, last first, by a comparison that came over a wire."""
    return [pickle.loads(pickle.dumps(comparison)).part(part, partitions) for part in reversed(range(partitions))]


def tables(con) -> dict[str, list]:
    names = ("clusters", "pairs", "events", "event_roles", "event_claims", "event_links")
    return {name: con.execute(f"SELECT * FROM {name} ORDER BY ALL").fetchall() for name in names}


@pytest.mark.parametrize("seed", range(3))
def test_order_of_input_and_number_of_partitions_change_no_row(seed):
    told = telling(seed)
    results = []
    for partitions, order in ((1, told), (3, told[::-1]), (7, random.Random(seed).sample(told, len(told)))):
        # Offsets depend on where a sentence stands in its article, so every article is told whole and in order.
        con = world(sorted(order, key=lambda one: one.id), PUBLISHED)
        for table in ("documents", "mentions", "mention_roles", "mention_counts", "entities"):
            con.execute(f"CREATE OR REPLACE TABLE {table} AS FROM {table} ORDER BY hash({table}, ?)", [partitions])
        cluster_mentions(con, spread=sent, units_a_part=len(told) // partitions)
        merge_events(con)
        results.append(tables(con))
    assert results[0] == results[1] == results[2]
    assert 1 < len(results[0]["events"]) < len(told)


@pytest.mark.parametrize("seed", range(3))
def test_arrival_in_any_order_ends_in_the_clusters_of_a_rebuild(seed):
    told = telling(seed)
    rebuilt = world(told, PUBLISHED)
    cluster_mentions(rebuilt)
    articles = sorted(PUBLISHED)
    random.Random(seed).shuffle(articles)
    known: list[tuple[str, str]] = []
    for arrived in (articles[:4], articles[:8], articles):
        con = world([one for one in told if one.article in arrived], PUBLISHED)
        con.execute("CREATE SCHEMA before")
        con.execute("CREATE TABLE before.mentions (mention_id VARCHAR, event_id VARCHAR)")
        con.execute(
            "CREATE TABLE before.event_history (event_id VARCHAR, snapshot_id VARCHAR, became VARCHAR, why VARCHAR)"
        )
        if known:
            con.executemany("INSERT INTO before.mentions VALUES (?, ?)", known)
        cluster_mentions(con, previous="before")
        merge_events(con, previous="before", snapshot_id="now")
        history = {row[0] for row in con.execute("SELECT event_id FROM event_history").fetchall()}
        now = {row[0] for row in con.execute("SELECT event_id FROM events").fetchall()}
        assert {event for _, event in known} - now <= history
        known = con.execute("SELECT mention_id, event_id FROM clusters").fetchall()
    assert groups(con) == groups(rebuilt)


def test_near_copies_are_marked_whatever_their_order_and_other_texts_are_not():
    story = " ".join(f"The council of ward {n} met on the bridge and heard {n * 7} residents speak." for n in range(30))
    copy = story.replace("heard 21 residents", "heard many residents")
    other = " ".join(f"A choir from street {n} sang of {n * 3} ships and the lighthouse keeper." for n in range(30))
    texts = {"a": story, "b": copy, "c": other}
    for order in ("abc", "cba"):
        con = world([Told(id=key, article=key, sentence=texts[key]) for key in order], {"b": "2021-05-01"})
        mark_duplicates(con)
        found = dict(con.execute("SELECT document_id, duplicate_of FROM documents").fetchall())
        assert found == {"a": "b", "b": None, "c": None}


@pytest.mark.parametrize("text", ["", "two words", "\x00" * 50, "a " * 20_000])
def test_any_text_has_a_sketch(text):
    assert len(sketch(text)) in (0, 256)
