"""The made-up lake, published."""

from pathlib import Path

import pytest
from made_up import META, run_tables

from warehouse.lake import Lake


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    """A lake with one published snapshot of the made-up run."""
    made = Lake(str(tmp_path / "lake"))
    made.publish(made.stage_snapshot(run_tables(), meta=META))
    return made


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The DuckDB file of the made-up run, to read only."""
    made = Lake(str(tmp_path_factory.mktemp("warehouse") / "lake"))
    made.publish(made.stage_snapshot(run_tables(), meta=META))
    return Path(made.root) / "daybook.duckdb"
