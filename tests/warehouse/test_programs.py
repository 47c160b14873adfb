"""Other programs on a published snapshot: DuckDB's own command line, and Spark."""

import subprocess
import sys
from pathlib import Path

import pytest

from warehouse.lake import Lake


def test_the_command_line_of_duckdb_reads_the_file(database: Path) -> None:
    duckdb = Path(sys.executable).with_name("duckdb")
    sql = "SELECT count(*) AS events, count(DISTINCT family) AS families FROM timeline"
    done = subprocess.run(
        [duckdb, "-readonly", "-csv", database, sql], capture_output=True, text=True, check=True, timeout=60
    )
    header, row = done.stdout.split()
    assert header == "events,families"
    assert all(int(figure) > 0 for figure in row.split(","))


@pytest.mark.soak
def test_spark_reads_every_table(lake: Lake) -> None:
    sql = pytest.importorskip("pyspark.sql")
    spark = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        snapshot = str(lake.current())
        manifest = lake.manifest(snapshot)
        for table, rows in manifest["rows"].items():
            if rows:
                folder = Path(lake.root) / "snapshots" / snapshot / table
                assert spark.read.parquet(str(folder)).count() == rows
        assert sum(manifest["rows"].values()) > 10
    finally:
        spark.stop()
