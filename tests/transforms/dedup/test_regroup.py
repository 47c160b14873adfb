"""Dating and dedup help each other."""

from dedup_world import Told, groups, world

from transforms.dates.network import date_and_regroup
from transforms.dedup import cluster_mentions


def test_days_that_the_network_finds_group_mentions_again() -> None:
    con = world(
        [
            Told(id="may", article="gazette", sentence="Harwick Town Council passed a motion against Olive Brand.",
                 days=("2021-05-08", "2021-05-08"), outcome="passed",
                 roles={"body": "Harwick Town Council", "target": "Olive Brand"}),
            Told(id="august", article="later", sentence="Harwick Town Council passed a new motion against Olive Brand.",
                 days=("2021-08-31", "2021-08-31"), outcome="passed",
                 roles={"body": "Harwick Town Council", "target": "Olive Brand"}),
            Told(id="undated", article="herald", sentence="Harwick Town Council passed a motion against Olive Brand.",
                 outcome="passed", roles={"body": "Harwick Town Council", "target": "Olive Brand"}),
            Told(id="fair", article="herald", sentence="Its summer fair was held.", type="meeting", trigger="fair",
                 happening=1, days=("2021-08-30", "2021-08-30")),
        ],
        {"gazette": "2021-05-10", "later": "2021-09-01"},
    )  # fmt: skip
    con.execute("alter table documents add column published_earliest date")
    con.execute("alter table documents add column published_latest date")
    con.execute("alter table documents add column published_basis varchar default 'unknown'")
    con.execute("alter table mentions add column timex_no integer")
    con.execute(
        "create table timexes as select 'herald' as document_id, 0 as timex_no, 0 as start, 0 as \"end\", "
        "'DATE' as type, 'XXXX-XX-XX' as value, "
        "'day' as grain, 'published' as anchor, -1 as offset_earliest, -1 as offset_latest"
    )
    con.execute(
        "update mentions set timex_no = 0, date_basis = 'yesterday', offset_earliest = -1, "
        "offset_latest = -1 where mention_id = 'undated'"
    )
    con.execute("update mentions set offset_latest = 0 where mention_id = 'fair'")
    cluster_mentions(con)
    date_and_regroup(con, lambda: cluster_mentions(con))
    assert groups(con) == {frozenset({"may"}), frozenset({"august", "undated"}), frozenset({"fair"})}
    found = con.execute("select published::varchar from document_days where document_id = 'herald'").fetchall()
    assert found == [("2021-09-01",)]
    assert con.execute("select earliest from mentions where mention_id = 'undated'").fetchall() == [(None,)]
