"""Paths on the command line to inputs."""

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from flows.inputs import Input, expand
from transforms.records import Document, Reject
from warehouse.errors import UserError

LANDED = datetime(2026, 1, 2, tzinfo=UTC)


def uris(*paths: Path | str) -> list[str]:
    return [entry.uri for entry in expand(paths, published=None, source=None)]


def only(entry: Input) -> Document | Reject:
    [item] = entry.read(LANDED)
    return item


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "news"
    (root / "deep").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "deep/c.md", ".hidden", "deep/.hidden"):
        (root / name).write_text(f"Text of {name}.", encoding="utf-8")
    return root


def test_a_folder_is_all_its_files_in_order(folder: Path) -> None:
    assert uris(folder) == ["news/a.txt", "news/b.txt", "news/deep/c.md"]


def test_files_globs_and_folders_name_a_file_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert uris(folder / "b.txt") == ["b.txt"]
    assert len(uris(folder, folder / "a.txt", str(folder / "*.txt"))) == 3
    monkeypatch.chdir(folder)
    assert uris(".") == ["news/a.txt", "news/b.txt", "news/deep/c.md"]


def test_manifest_gives_sources_and_days(folder: Path) -> None:
    rows: list[dict[str, str]] = [
        {"file": "a.txt", "source": "The Lantern", "published": "2019-07-18", "note": "kept"},
        {"file": "deep/c.md", "source": "Gazette", "uri": "https://gazette.example/c"},
    ]
    (folder / "manifest.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = {entry.uri: entry.defaults for entry in expand([folder], published="2020-01-01", source="D")}
    assert (found["news/a.txt"].source, found["news/a.txt"].published) == ("The Lantern", date(2019, 7, 18))
    assert (found["news/b.txt"].source, found["news/b.txt"].published) == ("D", date(2020, 1, 1))
    assert (found["https://gazette.example/c"].source, found["https://gazette.example/c"].published) == (
        "Gazette",
        date(2020, 1, 1),
    )
    [single] = expand([folder / "a.txt"], published=None, source=None)
    assert single.defaults.source == "The Lantern"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", "line 1"),
        ('{"source": "x"}', "file"),
        ('{"file": "a.txt", "published": "2019"}', "YYYY-MM-DD"),
        ('{"file": "a.txt", "published": "soon"}', "soon"),
        ('{"file": "a.txt"}\n{"file": "a.txt"}', "line 2: a.txt is listed twice"),
    ],
)
def test_a_manifest_that_cannot_be_read_is_the_users_error(folder: Path, row: str, said: str) -> None:
    (folder / "manifest.jsonl").write_text(row, encoding="utf-8")
    with pytest.raises(UserError) as error:
        expand([folder], published=None, source=None)
    assert said in str(error.value)
    assert "manifest.jsonl" in str(error.value)


@pytest.mark.parametrize(
    ("paths", "day", "said"),
    [
        (["nowhere"], None, "no such file or folder: nowhere"),
        (["*.nothing"], None, "no such file or folder"),
        ([], None, "name files or folders"),
        (["."], "18 July", "not a day: '18 July'; write YYYY-MM-DD"),
        (["."], None, "no articles in"),
    ],
)
def test_errors_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], day: str | None, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError) as error:
        expand(paths, published=day, source=None)
    assert said in str(error.value)


def test_links_and_devices_are_refused_in_the_open(folder: Path) -> None:
    (folder / "circle").symlink_to(folder)
    (folder / "broken.txt").symlink_to(folder / "nowhere.txt")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "linked.txt").symlink_to(folder / "a.txt")
    os.mkfifo(folder / "pipe.txt")
    items = {entry.uri: only(entry) for entry in expand([folder, "/dev/zero"], published=None, source=None)}
    refused = sorted(uri for uri, item in items.items() if isinstance(item, Reject))
    assert refused == ["news/broken.txt", "news/circle", "news/pipe.txt", "news/self.txt", "zero"]
    assert all(isinstance(items[uri], Reject) and items[uri].error == "refused" for uri in refused)  # type: ignore[union-attr]
    assert len(items) == 9


def test_a_file_that_goes_away_is_a_reject(folder: Path) -> None:
    [entry] = expand([folder / "a.txt"], published=None, source=None)
    (folder / "a.txt").unlink()
    item = only(entry)
    assert isinstance(item, Reject)
    assert item.error == "unreadable"
