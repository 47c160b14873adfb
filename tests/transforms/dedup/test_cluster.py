from dataclasses import replace

import pytest
from dedup_world import Told, groups, world

from transforms.dedup import cluster_mentions, mark_duplicates, merge_events
from transforms.dedup.judgements import Judgement

PUBLISHED = {"gazette": "2021-05-10", "herald": "2021-05-11", "later": "2021-09-01"}
GAZETTE = Told(
    id="a", article="gazette", sentence="Harwick Town Council passed a motion against Mayor Olive Brand on Saturday.",
    days=("2021-05-08", "2021-05-08"), outcome="passed",
    roles={"body": "Harwick Town Council", "target": "Olive Brand"},
    counts={"for": 12},
)  # fmt: skip
HERALD = Told(
    id="b", article="herald", sentence="Councillors in Harwick backed the motion against Ms Brand last week.",
    days=("2021-05-03", "2021-05-09"), outcome="passed", roles={"body": "Harwick council", "target": "Ms Brand"},
    counts={"for": 13},
)  # fmt: skip
LATER = Told(
    id="c", article="later", sentence="Harwick Town Council passed a second motion against Olive Brand yesterday.",
    days=("2021-08-31", "2021-08-31"), outcome="passed",
    roles={"body": "Harwick Town Council", "target": "Olive Brand"},
)  # fmt: skip


def clustered(told, **options):
    con = world(told, PUBLISHED)
    cluster_mentions(con, **options)
    return con


def test_one_happening_told_twice_is_one_event_and_another_day_is_another():
    assert groups(clustered([GAZETTE, HERALD, LATER])) == {frozenset("ab"), frozenset("c")}


@pytest.mark.parametrize(("modality", "compared"), [("planned", False), ("asserted", True)])
def test_a_body_that_is_still_to_consider_a_motion_tells_it_from_no_other(modality, compared):
    plain = replace(GAZETTE, roles={"target": "Olive Brand"})
    other = replace(plain, id="d", sentence="The motion goes to the Guild.", modality=modality, roles={"body": "Guild"})
    con = clustered([plain, other, HERALD])
    assert con.execute("SELECT body IS NOT NULL FROM pairs").fetchall() == [(compared,)]


def test_a_title_names_no_body_that_is_still_to_decide():
    coming = replace(HERALD, modality="planned", outcome=None, days=GAZETTE.days, roles={
        "body": "Guild of Makers", "target": "Olive Brand"})  # fmt: skip
    con = clustered([GAZETTE, coming])
    merge_events(con)
    assert con.execute("SELECT title FROM events").fetchall() == [
        ("Harwick Town Council passes motion on Olive Brand",)
    ]
    assert ("Guild of Makers",) in con.execute("SELECT name FROM event_roles WHERE role = 'body'").fetchall()


def test_one_who_stays_is_not_another_who_goes():
    left = Told(id="a", article="gazette", sentence="Harwick quits the guild.", type="resignation", trigger="quits")
    stays = replace(left, id="b", article="herald", sentence="Olive Brand of the guild in Harwick will not quit.",
                    trigger="quit", modality="negated", roles={"actor": "Olive Brand"})  # fmt: skip
    assert groups(clustered([left, stays])) == {frozenset("a"), frozenset("b")}
    assert groups(clustered([left, replace(stays, modality="asserted")])) == {frozenset("ab")}


def test_gatherings_of_other_bodies_are_not_one():
    held = Told(
        id="a", article="gazette", sentence="A meeting in Harwick on Saturday.", type="meeting", trigger="meeting",
        days=("2021-05-08", "2021-05-08"), roles={"body": "Harwick Town Council"},
    )  # fmt: skip
    other = replace(held, id="b", article="herald", roles={"body": "Guild of Makers"})
    assert groups(clustered([held, other])) == {frozenset("a"), frozenset("b")}
    assert groups(clustered([held, replace(other, roles={})])) == {frozenset("ab")}


def test_a_meeting_that_was_not_held_is_not_one_that_was_unless_its_day_says_so():
    held = Told(id="a", article="gazette", sentence="A meeting in Harwick.", type="meeting", trigger="meeting")
    none = replace(held, id="b", article="herald", sentence="Harwick held no other meeting.", modality="negated")
    assert groups(clustered([held, none])) == {frozenset("a"), frozenset("b")}
    day = ("2021-05-08", "2021-05-08")
    assert groups(clustered([replace(held, days=day), replace(none, days=day)])) == {frozenset("ab")}


@pytest.mark.parametrize(("reports", "modality"), [("ab", "negated"), ("abd", "asserted")])
def test_one_late_report_that_denies_an_event_does_not_outvote_two_others(reports, modality):
    told = {
        "a": GAZETTE,
        "b": replace(HERALD, days=GAZETTE.days, roles=GAZETTE.roles, modality="negated", outcome=None),
        "d": replace(GAZETTE, id="d", article="early"),
    }
    con = world([told[report] for report in reports], {**PUBLISHED, "early": "2021-05-09"})
    cluster_mentions(con)
    merge_events(con)
    assert con.execute("SELECT modality FROM events").fetchall() == [(modality,)]


def test_words_that_only_one_article_has_do_not_keep_it_from_others():
    strange = "abalone bergamot calabash dulcimer eiderdown flotilla gondola harpoon isinglass jodhpurs kumquat lanyard"
    other = "mandolin nutmeg oatmeal palanquin quagmire rhubarb saltpetre turnip umbra vellum wicker yarrow zither"
    day, kind = ("2021-05-08", "2021-05-08"), {"type": "meeting", "trigger": "meeting"}
    told = [
        Told(id="a", article="gazette", sentence=f"A meeting in Harwick. {strange}", days=day, **kind),
        Told(id="b", article="herald", sentence=f"Harwick held its meeting. {other}", days=day, **kind),
    ]
    assert groups(clustered(told)) == {frozenset("ab")}


def test_every_mention_is_in_one_cluster():
    con = clustered([GAZETTE, HERALD, LATER])
    assert con.execute("SELECT count(*), count(DISTINCT mention_id) FROM clusters").fetchall() == [(3, 3)]


def test_judgements_override_scores_and_conflicts():
    apart = [Judgement(mention_a="a", mention_b="b", same=False), Judgement(mention_a="c", mention_b="a", same=True)]
    assert groups(clustered([GAZETTE, HERALD, LATER], judgements=apart)) == {frozenset("ac"), frozenset("b")}


def test_merge_keeps_both_figures_and_the_tightest_days():
    con = clustered([GAZETTE, HERALD, LATER])
    merge_events(con)
    event = con.execute("SELECT title, earliest::VARCHAR, latest::VARCHAR, sources FROM events WHERE documents = 2")
    assert event.fetchall() == [("Harwick Town Council passes motion on Olive Brand", "2021-05-08", "2021-05-08", 2)]
    claims = con.execute("SELECT value, chosen FROM event_claims WHERE attribute = 'for' ORDER BY value").fetchall()
    assert [value for value, _ in claims] == ["12", "13"]
    assert sum(chosen for _, chosen in claims) == 1


def test_one_value_of_an_attribute_is_chosen_or_none():
    undated = replace(HERALD, id="e", happening=1, days=(None, None), outcome="rejected")
    con = clustered([GAZETTE, HERALD, replace(HERALD, id="d", article="later", days=GAZETTE.days), undated])
    merge_events(con)
    chosen = con.execute(
        "SELECT event_id, attribute, sum(chosen::INTEGER), bool_or(chosen IS NULL) FROM event_claims GROUP BY ALL"
    )
    found = chosen.fetchall()
    assert {attribute for _, attribute, _, _ in found} >= {"date", "for", "outcome"}
    assert {(count, unknown) for _, _, count, unknown in found} == {(1, False)}


@pytest.mark.parametrize(
    ("reports", "outcome"),
    [
        ({"north": "passed", "south": "passed", "west": "rejected"}, "passed"),  # two papers before a later one
        ({"north": "passed", "west": "rejected"}, "rejected"),  # one against one: the later
        ({"north": "rejected", "west": "pending"}, "rejected"),  # decided before pending
    ],
)
def test_the_outcome_is_what_most_outlets_say(reports, outcome):
    con = clustered(replace(GAZETTE, id=paper, article=paper, outcome=said) for paper, said in reports.items())
    con.executemany(
        "UPDATE documents SET published = $day::DATE WHERE document_id = $paper",
        [{"day": f"2021-05-{10 + day}", "paper": paper} for day, paper in enumerate(reports)],
    )
    merge_events(con)
    assert con.execute("SELECT outcome FROM events").fetchall() == [(outcome,)]
    claimed = con.execute("SELECT value FROM event_claims WHERE attribute = 'outcome'").fetchall()
    assert {value for (value,) in claimed} == set(reports.values())


def test_one_outlet_that_says_it_thrice_is_one_voice():
    told = [replace(GAZETTE, id=f"a{day}", article=f"a{day}", outcome="passed") for day in range(3)]
    told += [replace(GAZETTE, id=paper, article=paper, outcome="rejected") for paper in ("north", "south")]
    con = clustered(told)
    con.execute("UPDATE documents SET source = 'The Echo' WHERE document_id LIKE 'a%'")
    merge_events(con)
    assert con.execute("SELECT outcome FROM events").fetchall() == [("rejected",)]


def test_an_article_tells_the_outcome_that_it_tells_first():
    con = clustered([GAZETTE, replace(GAZETTE, id="b", sentence="It was no victory.", outcome="rejected")])
    merge_events(con)
    assert con.execute("SELECT outcome FROM events").fetchall() == [("passed",)]


def test_types_of_others_have_their_families():
    con = clustered([GAZETTE], families={"motion": "gathering"})
    merge_events(con, families={"motion": "gathering"})
    assert con.execute("SELECT family FROM events").fetchall() == [("gathering",)]


@pytest.mark.parametrize("told", [[], [HERALD]], ids=["nothing", "one mention"])
def test_small_worlds_make_all_tables(told):
    con = clustered(told)
    mark_duplicates(con)
    merge_events(con)
    for table in ("pairs", "clusters", "events", "event_claims", "event_links", "event_history", "judgement_conflicts"):
        assert len(con.execute(f"SELECT * FROM {table}").fetchall()) <= 3 * len(told)
    assert con.execute("SELECT count(*) FROM events").fetchall() == [(len(told),)]


def test_nothing_temporary_is_left_to_grow():
    con = clustered([GAZETTE, HERALD, LATER])
    cluster_mentions(con)
    left = {row[0] for row in con.execute("SELECT table_name FROM duckdb_tables() WHERE temporary").fetchall()}
    assert not left & {"units", "compared", "candidates", "document_terms"}
