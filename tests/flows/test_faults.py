"""Faults from outside: what a run leaves behind, and that the next one comes to the same state."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from command import ARTICLES, NOW, daybook

from flows.inputs import expand
from flows.outcome import Outcome
from flows.pipeline import run
from flows.plain import PlainCaller
from flows.runners import Direct
from flows.settings import settings
from warehouse.explorer import explorer
from warehouse.lake import DATABASE, POINTER, Lake
from warehouse.query import ask, open_warehouse

TOLD = "The council of Aldwick passed a motion on 3 May 2019."


def article(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def published(inbox: Path, lake: Path, now: str = NOW, published: date | None = None) -> Outcome:
    chosen = settings(lake=str(lake), runner="direct", now=now)
    return run(expand([inbox], published=published, source=None), chosen, PlainCaller(Direct(), 1))


def read(lake: Path) -> dict[str, bytes]:
    return {name: (lake / name).read_bytes() for name in (DATABASE, POINTER, "timeline.html") if (lake / name).exists()}


def leftovers(lake: Path) -> list[str]:
    return [path.name for path in lake.rglob(".*") if path.name.startswith((".tmp-", ".work-"))]


def test_a_failed_publish_is_rolled_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inbox, lake = article(tmp_path / "in", "a.txt", TOLD), tmp_path / "lake"
    published(inbox, lake)
    before, first = read(lake), Lake(str(lake)).current()
    article(inbox, "b.txt", "The council of Brackley rejected a motion on 4 May 2019.")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(explorer, "write_whole", refuse)
        with pytest.raises(OSError, match="No space"):
            published(inbox, lake)
    assert (read(lake), Lake(str(lake)).current()) == (before, first)
    assert leftovers(lake) == []
    again = published(inbox, lake)
    assert (again.changed, again.new_inputs, again.rows["documents"]) == (True, 0, 2)


def test_a_failed_first_publish_leaves_nothing_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inbox, lake = article(tmp_path / "in", "a.txt", TOLD), tmp_path / "lake"

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(explorer, "write_whole", refuse)
        with pytest.raises(OSError, match="No space"):
            published(inbox, lake)
    assert read(lake) == {}
    assert published(inbox, lake).rows["documents"] == 1


@pytest.mark.parametrize("later", ["2026-01-02", "2019-06-01"])
def test_what_was_said_last_counts_wherever_the_clock_jumps(later: str, tmp_path: Path) -> None:
    inbox, lake = (
        article(tmp_path / "in", "a.txt", "The council of Aldwick passed a motion on Friday."),
        tmp_path / "lake",
    )
    runs = [(f"{NOW[:10]}T10:00:00", 4), (f"{later}T11:00:00", 7), (f"{later}T12:00:00", 6)]
    made = [published(inbox, lake, now, published=date(2019, 5, day)).snapshot_id for now, day in runs]
    with open_warehouse(Lake(str(lake))) as con:
        assert ask(con, "SELECT published FROM documents").to_pylist() == [{"published": date(2019, 5, 6)}]
    # oldest first, as a vacuum keeps the newest
    assert [one["snapshot_id"] for one in Lake(str(lake)).snapshots()] == made


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    if not shutil.which("mount"):
        pytest.skip("a small disk needs the right to mount one")
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"no small disk here: {mounted.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("left", [0, 20_000, 300_000, 1_000_000])
def test_a_full_disk_is_one_line_and_the_run_goes_on_when_there_is_room(left: int, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 12) as disk:
        lake = disk / "lake"
        inbox = article(tmp_path / "in", "a.txt", TOLD)
        published(inbox, lake)
        before = read(lake)
        for path in ARTICLES.glob("*.txt"):
            article(inbox, path.name, path.read_text(encoding="utf-8"))
        (disk / "ballast").write_bytes(b"x" * (shutil.disk_usage(disk).free - left))
        done = daybook("run", inbox, "--lake", lake, "--runner", "direct")
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
        assert read(lake) == before
        assert leftovers(lake) == []
        (disk / "ballast").unlink()
        assert published(inbox, lake).rows["documents"] == len(list(inbox.iterdir()))
