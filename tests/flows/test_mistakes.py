"""Commands mistyped, pointed at the wrong thing, or not allowed to write: one line, exit code 2, nothing made."""

import os
import shlex
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from command import NOW

from flows.cli import main

TEXT = "The Nether Wallop Parish Council passed a motion on 3 September 2019."


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


Call = Callable[..., Done]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Call:
    """Calls a command in a folder of its own, with an article, a folder of two, and nothing else in it."""
    (tmp_path / "article.txt").write_text(TEXT)
    (tmp_path / "folder").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "folder" / name).write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DAYBOOK_NOW", NOW)
    monkeypatch.setenv("COLUMNS", "140")

    def called(*arguments: object) -> Done:
        monkeypatch.setattr("sys.argv", ["daybook", *map(str, arguments)])
        try:
            main()
            code = 0
        except SystemExit as left:
            code = int(left.code or 0)
        told = capfd.readouterr()
        return Done(code, told.out, told.err)

    return called


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("run article.txt --events nowhere --runner direct", "event types: no TOML file in nowhere"),
        ("run article.txt --address tcp://127.0.0.1:1 --runner direct", "runner direct takes none"),
        ("run article.txt --published gestern", "setting published: write YYYY-MM-DD"),
        ("vacuum", "nothing is published yet"),
        ("publish", "nothing is published yet"),
        ("diff 2024-01-01", "nothing is published yet"),
        ("query --file folder", "folder: cannot be read: Is a directory"),
        ("annotate folder", "annotate: folder is a folder of 2 files; name one"),
        ("annotate article.txt --out folder", "folder: Is a directory"),
        ("annotate article.txt --out article.txt/page.html", "article.txt: File exists"),
        ("dates Friday --language xx", "no language 'xx'; there are en, "),
        ("review --import article.txt", "article.txt: line 1: no column 'mention_a'"),
    ],
)
def test_a_mistake_is_told_and_makes_nothing(call: Call, tmp_path: Path, arguments: str, told: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    done = call(*arguments.split())
    assert done.code == 2
    assert done.err.startswith("daybook: ")
    assert told in done.err
    assert len(done.err.splitlines()) == 1
    assert [path for path in sorted(tmp_path.rglob("*")) if not path.is_relative_to(tmp_path / "data")] == before
    assert not (tmp_path / "data" / "current.json").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("query --at '' summarize", "no snapshot ''"),
        ("explain ''", "name an event by its id"),
        ("explain nothing", "there is none"),
        ("shell --format parquet", "the shell shows no format 'parquet'"),
        ("publish --site site --base-url somewhere", "'somewhere' is no address"),
        ("publish --site article.txt", "article.txt/events: Not a directory"),
        ("export csv --out article.txt/x.csv", "article.txt: File exists"),
        ("plot x.svg --type concert", "types of events here: "),
        ("review --export folder", "folder: Is a directory"),
    ],
)
def test_a_mistake_in_a_question_is_told(call: Call, lake: Path, arguments: str, told: str) -> None:
    done = call(*shlex.split(arguments), "--lake", lake)
    assert done.code == 2
    assert told in done.err
    assert len(done.err.splitlines()) == 1


def test_a_lake_of_nothing_but_what_cannot_be_read_says_why(call: Call, tmp_path: Path) -> None:
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 20)
    done = call("run", "noise.txt", "--runner", "direct")
    assert done.code == 2
    assert done.err.startswith("daybook: no article could be read: noise.txt: binary")
    assert call("run", "noise.txt", "article.txt", "--runner", "direct").code == 0


def test_too_little_memory_is_told(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAYBOOK_MEMORY", "1MB")
    done = call("run", "article.txt", "--runner", "direct")
    assert done.code == 2
    assert done.err == (
        "daybook: assemble: DuckDB needs more memory than 1MB; give it more, such as DAYBOOK_MEMORY=2GB\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_is_full_is_told(call: Call, lake: Path) -> None:
    done = call("export", "csv", "--lake", lake, "--out", "/dev/full/x.csv")
    assert done.code == 2
    assert "/dev/full: " in done.err


def test_two_ids_are_compared_feature_by_feature(call: Call, lake: Path) -> None:
    sql = "select mention_a, mention_b, a.event_id as one, b.event_id as other, score from pairs p join mentions a on "
    sql += "a.mention_id = mention_a join mentions b on b.mention_id = mention_b where a.event_id {} b.event_id limit 1"
    for relation, ids in (("<>", slice(2, 4)), ("=", slice(0, 2))):
        row = call("query", sql.format(relation), "--lake", lake, "--format", "csv").out.splitlines()[1].split(",")
        told = call("explain", *row[ids], "--lake", lake).out
        assert told.startswith('A  "')
        lines = told.splitlines()
        head = next(n for n, line in enumerate(lines) if line.startswith("feature"))
        *steps, last = lines[head + 1 :]
        assert steps[0].startswith("prior")
        assert sum(float(line.split()[-2]) for line in steps) == pytest.approx(float(steps[-1].split()[-1]), abs=0.1)
        assert "is needed" in last
    assert "name two events" in call("explain", row[2], row[2], "--lake", lake).err


def test_what_a_run_tells_can_be_typed_again(call: Call, tmp_path: Path) -> None:
    (tmp_path / "folder" / "noise.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "old.txt").write_text("In 1998 the Nether Wallop Parish Council expelled Ada Thorne.")
    done = call("run", "folder", "old.txt", "--runner", "direct", "--lake", "my lake")
    assert "1 input rejected; 1 repeat;" in done.out
    assert "1998-01-01 .. 1998-12-31" in done.out
    assert "2 of 2 articles say nothing of when they were published" in done.out
    assert 'my lake\' "select uri, error, detail from rejects"' in done.out
    assert "binary" in call("query", "select uri, error, detail from rejects", "--lake", "my lake").out


def test_publish_writes_the_page_again(call: Call, lake: Path, tmp_path: Path) -> None:
    shutil.copytree(lake, tmp_path / "copy", symlinks=True)
    (tmp_path / "copy" / "timeline.html").unlink()
    assert call("publish", "--lake", "copy").code == 0
    assert (tmp_path / "copy" / "timeline.html").read_bytes() == (lake / "timeline.html").read_bytes()


def test_events_that_a_calendar_cannot_hold_are_counted(call: Call, lake: Path) -> None:
    count = "select count(*) from events where earliest is null or latest is null"
    left = call("query", count, "--lake", lake, "--format", "csv").out.split()[1]
    assert call("export", "ics", "--lake", lake).err.startswith(f"{left} of ")
    assert call("export", "csv", "--lake", lake).err == ""


def test_a_closed_folder_is_a_reject(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "folder" / "closed"
    closed.mkdir()
    listed: Callable[[object], object] = os.scandir

    def scan(path: object = ".") -> object:
        if path == str(closed):
            raise PermissionError(13, "Permission denied", str(closed))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scan)
    assert "1 input rejected" in call("run", "folder", "--runner", "direct").out
    told = call("query", "select uri, error, detail from rejects where error = 'refused'", "--format", "csv").out
    assert told.splitlines()[1] == "folder/closed,refused,a folder that cannot be listed: Permission denied"
