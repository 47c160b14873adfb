"""A lake on s3://, against a real S3 server on loopback."""

from collections.abc import Iterator
from socket import socket

import boto3
import pytest
from made_up import META, run_tables
from moto.server import ThreadedMotoServer

from warehouse.checks import failures, run_checks
from warehouse.diff import changes
from warehouse.errors import UserError
from warehouse.lake import Lake
from warehouse.query import ask, open_warehouse
from warehouse.snapshot import RunMeta

LATER: RunMeta = {**META, "created_at": META["created_at"].replace(day=20)}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a prefix in a bucket on a server that lives as long as the tests."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    server.start()
    client = boto3.client(
        "s3",
        endpoint_url=f"http://127.0.0.1:{port}",
        aws_access_key_id="key",
        aws_secret_access_key="secret",
        region_name="us-east-1",
    )
    client.create_bucket(Bucket="bucket")
    yield f"s3://key:secret@bucket/{{}}?endpoint_override=127.0.0.1:{port}&scheme=http&region=us-east-1"
    server.stop()


def test_shards_and_snapshots_on_s3(address: str) -> None:
    lake = Lake(address.format("lake"))
    assert (lake.current(), lake.shard_ids("land"), lake.snapshots()) == (None, [], [])
    lake.write_shard("land", "b1", {"documents": run_tables()["documents"]})
    assert lake.has_shard("land", "b1")
    assert lake.shard_ids("land") == ["b1"]
    assert lake.shard_table("land", "documents").count_rows() == 3

    first = lake.stage_snapshot(run_tables(), meta=META)
    lake.publish(first)
    assert lake.stage_snapshot(run_tables(), meta=LATER) == first
    with open_warehouse(lake) as con:
        rows = ask(con, "SELECT event_id, outlets FROM timeline ORDER BY event_id").to_pylist()
        assert rows[0] == {"event_id": "e1", "outlets": ["Northern Post", "Southern Mail"]}
        with pytest.raises(UserError, match="out of reach"):
            ask(con, "FROM read_text('s3://bucket/lake/current.json')")
        assert failures(run_checks(con)) == []

    tables = run_tables()
    tables["rejects"] = tables["rejects"].slice(0, 0)
    second = lake.stage_snapshot(tables, meta=LATER)
    assert lake.current() == first
    lake.publish(second)
    assert lake.current() == second
    assert changes(lake, first, second).num_rows == 0
    with open_warehouse(lake, first) as con:
        assert ask(con, "SELECT count(*) AS n FROM rejects").to_pylist() == [{"n": 1}]
    assert lake.vacuum(1) == [first]
    assert [manifest["snapshot_id"] for manifest in lake.snapshots()] == [second]


def test_what_has_no_manifest_is_not_there_and_is_cleaned_away(address: str) -> None:
    lake = Lake(address.format("torn"))
    lake.publish(lake.stage_snapshot(run_tables(), meta=META))
    lake.store.write("snapshots/half/events/part.parquet", b"half")
    lake.store.write("shards/land/half/documents.parquet", b"half")
    assert len(lake.snapshots()) == 1
    assert lake.shard_ids("land") == []
    assert not lake.has_snapshot("half")
    lake.vacuum(5)
    assert not lake.store.exists("snapshots/half")
    assert not lake.store.exists("shards/land/half")


def test_a_snapshot_that_fails_is_kept_aside_on_s3(address: str) -> None:
    lake = Lake(address.format("failing"))
    tables = run_tables()
    tables["event_links"] = tables["event_links"].set_column(1, "other_id", [["e9"]])
    broken = lake.stage_snapshot(tables, meta=META)
    with pytest.raises(UserError, match="event_links: other_id"):
        lake.publish(broken)
    assert (lake.current(), lake.set_aside(), lake.snapshots()) == (None, [broken], [])


@pytest.mark.parametrize("root", ["s3://", "ftp://example.org/lake", "s3://bucket/x?nonsense=1"])
def test_an_address_that_cannot_be_used_is_one_line(root: str) -> None:
    with pytest.raises(UserError, match="lake ") as told:
        Lake(root)
    assert "\n" not in str(told.value)


def test_no_secret_is_told(address: str) -> None:
    with pytest.raises(UserError, match="lake s3://bucket/lake") as told:
        Lake(address.format("lake")).publish("nothing")
    assert "secret" not in str(told.value)
