import pytest
from dedup_world import Told, world

from transforms.dedup import cluster_mentions, merge_events
from transforms.dedup.judgements import Judgement

SENTENCE = "The Pelham Allotment Society voted on Saturday to keep its eleven hives of bees."
ROLES = {"body": "Pelham Allotment Society"}


def run(ids: str, before: dict[str, str], judgements=()):
    con = world([Told(id=key, article=f"paper {key}", sentence=SENTENCE, roles=ROLES) for key in ids])
    con.execute("CREATE SCHEMA before")
    con.execute("CREATE TABLE before.mentions (mention_id VARCHAR, event_id VARCHAR)")
    con.execute(
        "CREATE TABLE before.event_history (event_id VARCHAR, snapshot_id VARCHAR, became VARCHAR, why VARCHAR)"
    )
    for row in before.items():
        con.execute("INSERT INTO before.mentions VALUES (?, ?)", row)
    cluster_mentions(con, previous="before", judgements=judgements)
    merge_events(con, previous="before", snapshot_id="s2")
    history = con.execute("SELECT event_id, became, why FROM event_history ORDER BY ALL").fetchall()
    return dict(con.execute("SELECT mention_id, event_id FROM clusters").fetchall()), history


def different(a, b):
    return Judgement(mention_a=a, mention_b=b, same=False)


def test_an_event_keeps_its_id_when_an_older_article_comes_in():
    assert run("abc", {"b": "old", "c": "old"}) == ({"a": "old", "b": "old", "c": "old"}, [])


def test_a_merge_keeps_the_id_of_the_oldest_and_tells_what_became_of_the_other():
    now, history = run("abc", {"a": "first", "b": "second"})
    assert set(now.values()) == {"first"}
    assert history == [("second", "first", "merged")]


def test_a_split_leaves_the_id_with_the_oldest():
    now, history = run("ab", {"a": "one", "b": "one"}, [different("a", "b")])
    assert now["a"] == "one" != now["b"]
    assert history == [("one", now["b"], "split")]


def test_an_event_whose_mentions_are_gone_is_withdrawn():
    assert run("a", {"a": "here", "z": "gone"})[1] == [("gone", None, "withdrawn")]


@pytest.mark.parametrize("ids", ["ab", "ba"])
def test_ids_depend_on_content_alone(ids):
    assert run(ids, {})[0] == run("ab", {})[0]


def test_a_piece_that_would_take_an_id_in_use_gets_another():
    first = run("ab", {}, [different("a", "b")])[0]
    # The id that b's event would make for itself names the event of a.
    now = run("ab", {"a": first["b"]}, [different("a", "b")])[0]
    assert now["a"] == first["b"] != now["b"]
