"""Commands by the command line, on the sample articles' lake."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from command import ARTICLES, daybook, printed
from loopback import Site, page, serving

from warehouse.lake import Lake


@pytest.fixture
def copy(lake: Path, tmp_path: Path) -> Path:
    """A lake that a test may change."""
    return Path(shutil.copytree(lake, tmp_path / "lake"))


def first_event(lake: Path) -> str:
    asked = "select event_id from events where event_type = 'motion' order by event_id limit 1"
    [row] = json.loads(printed("query", asked, "--lake", lake, "--format", "json"))
    return str(row["event_id"])


def test_explain_shows_sentences_and_rules(lake: Path) -> None:
    event = first_event(lake)
    told = printed("explain", event[:10], "--lake", lake)
    assert event in told
    assert "motion" in told
    done = daybook("explain", "zzz", "--lake", lake)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_dates_shows_days_and_rules() -> None:
    told = printed("dates", "They met on Friday 3 May 2019 and yesterday.", "--published", "2019-05-09")
    assert "2019-05-03" in told
    assert "2019-05-08" in told
    assert "2019-05-03" in printed("dates", "-", given="on 3 May 2019")


def test_annotate_writes_a_page(tmp_path: Path) -> None:
    article = sorted(ARTICLES.glob("*.txt"))[0]
    printed("annotate", article, "--out", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "<mark" in page


def test_check_tells_what_it_measured(lake: Path) -> None:
    assert " 0 failed" in printed("check", "--lake", lake).splitlines()[-1]


@pytest.mark.parametrize(
    ("form", "holds"),
    [
        ("csv", "event_id"),
        ("jsonl", '"event_id"'),
        ("ics", "BEGIN:VCALENDAR"),
        ("timelinejs", '"events"'),
        ("jsonld", '"@context"'),
        ("atom", "<feed"),
    ],
)
def test_export_to_a_file_and_to_standard_output(form: str, holds: str, lake: Path, tmp_path: Path) -> None:
    shown = printed("export", form, "--lake", lake)
    assert holds in shown
    printed("export", form, "--lake", lake, "--out", tmp_path / "out")
    assert (tmp_path / "out").read_bytes().decode().splitlines() == shown.splitlines()


def test_status_tells_of_runs_stages_and_freshness(lake: Path) -> None:
    head, run, stages = printed("status", "--lake", lake).splitlines()[:3]
    assert "21 articles, the newest of 2019-07-25" in head
    assert run.startswith("2026-01-01 00:00 ")
    [counted] = json.loads(printed("query", "select count(*) as n from events", "--lake", lake, "--format", "json"))
    assert f" {counted['n']} events, 0 rejects" in run
    for stage in ("land", "annotate", "assemble", "dedup", "date", "merge", "load", "publish"):
        assert f"{stage} " in stages
    assert "a second" in stages
    measured = json.loads(str(Lake(str(lake)).store.read("state.json"), "utf-8"))["metrics"]
    assert measured["seconds"] >= max(stage["seconds"] for stage in measured["stages"])
    assert f" new articles in {measured['seconds']:.1f} s, " in stages


def test_a_later_run_differs_and_a_vacuum_leaves_the_published(copy: Path, tmp_path: Path) -> None:
    before = Lake(str(copy)).current()
    (tmp_path / "late.txt").write_text("The council of Aldwick passed a motion on 3 May 2019.")
    printed("run", tmp_path / "late.txt", "--lake", copy, "--runner", "direct", DAYBOOK_NOW="2026-01-02T00:00:00")
    told = printed("diff", str(before), "--lake", copy, "--format", "csv")
    changes = list(csv.DictReader(told.splitlines()))
    assert [row["change"] for row in changes] == ["added"]
    gone = printed("vacuum", "--lake", copy, "--keep", 1)
    assert gone.splitlines() == ["1 snapshot deleted", f"  {before}"]
    assert [one["snapshot_id"] for one in Lake(str(copy)).snapshots()] == [Lake(str(copy)).current()]


def test_review_exports_pairs_and_imports_decisions(lake: Path, tmp_path: Path) -> None:
    pairs, decided = tmp_path / "pairs.csv", tmp_path / "judgements.csv"
    printed("review", "--lake", lake, "--limit", 3, "--export", pairs)
    rows = list(csv.DictReader(pairs.read_text().splitlines()))
    assert 1 <= len(rows) <= 3
    with pairs.open("w", newline="") as file:
        written = csv.DictWriter(file, list(rows[0]))
        written.writeheader()
        written.writerows([{**row, "judgement": "different"} for row in rows[:1]])
    assert "1 decision added" in printed("review", "--import", pairs, "--judgements", decided)
    asked = printed("review", "--lake", lake, "--limit", 1, "--judgements", decided, given="s\n")
    assert "1 decision added" in asked
    assert len(decided.read_text().splitlines()) == 3


def test_watch_of_a_folder(tmp_path: Path) -> None:
    inbox, sources = tmp_path / "inbox", tmp_path / "sources"
    sources.mkdir()
    (sources / "inbox.toml").write_text(f'name = "inbox"\nkind = "folder"\npath = "{inbox}"\n')
    inbox.mkdir()
    assert printed("watch", "--lake", tmp_path / "lake", "--sources", sources).strip() == "nothing has landed yet"
    (inbox / "a.txt").write_text("The council of Aldwick passed a motion on 3 May 2019.")
    assert "1 of 1 inputs were new" in printed("watch", "--lake", tmp_path / "lake", "--sources", sources)
    assert "inbox" in printed("sources", "list", "--sources", sources)
    assert "1 found" in printed("sources", "check", "--sources", sources)
    shutil.rmtree(inbox)
    assert daybook("sources", "check", "--sources", sources).returncode == 1


def test_what_was_fetched_is_read_again(tmp_path: Path) -> None:
    sources, lake = tmp_path / "sources", tmp_path / "lake"
    sources.mkdir()
    with serving(Site()) as site:
        site.pages["/day.txt"] = page("The council of Aldwick passed a motion on 3 May 2019.")
        (sources / "day.toml").write_text(f'name = "day"\nkind = "file"\naddress = "{site.url}/day.txt"\n')
        printed("watch", "--lake", lake, "--sources", sources, DAYBOOK_PRIVATE_HOSTS="localhost")
    assert "0 of 1 inputs were new" in printed("reread", "--lake", lake)
    assert printed("query", "select count(*) from events", "--lake", lake, "--format", "csv").split()[1] == "1"
