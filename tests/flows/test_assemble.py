"""What the shards hold is the same tables, whoever reads their files."""

from pathlib import Path

import pytest

from flows import assemble
from flows.pipeline import Run
from flows.plain import PlainCaller
from flows.runners import Direct
from flows.settings import settings
from warehouse.lake import Lake


class Remote(Lake):
    """A lake whose files only Arrow can reach, as those in a bucket."""

    def __init__(self, root: str) -> None:
        super().__init__(root)
        self.store.local = None


def assembled(lake: Path) -> dict[str, list[tuple[object, ...]]]:
    chosen = settings(lake=str(lake), runner="direct")
    job = Run([], chosen, PlainCaller(Direct(), 1)).job
    with assemble.workspace(chosen) as con:
        assemble.assemble(con, job)
        return {
            name: [*con.execute(f"DESCRIBE {name}").fetchall(), *con.execute(f"FROM {name} ORDER BY ALL").fetchall()]
            for name in ("documents", *assemble.ANNOTATED)
        }


def test_files_here_and_in_a_bucket_give_the_same_tables(lake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = assembled(lake)
    assert len(here["mentions"]) > 100
    monkeypatch.setattr(assemble, "Lake", Remote)
    assert assembled(lake) == here
