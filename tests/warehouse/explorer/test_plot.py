"""Pictures of a timeline."""

import io
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hostile_rows import HOSTILE, hostile_rows
from lxml import etree

from benchmarks.explorer_events import fill, rows_of
from warehouse.errors import UserError
from warehouse.plot import Filter, write_plot


def words(path: Path) -> str:
    return " ".join(etree.parse(path).getroot().itertext())


def test_svg_holds_the_lanes_the_facts_and_the_labels(town: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    path = tmp_path / "plot.svg"
    wanted = Filter(types=("resignation", "protest"), after=date(2012, 1, 1), before=date(2016, 12, 31))
    many, undated = write_plot(town, path, wanted)
    [(expected,)] = town.execute(
        "SELECT count(*) FROM events WHERE event_type IN ('resignation', 'protest') AND "
        "coalesce(latest, earliest) >= DATE '2012-01-01' AND coalesce(earliest, latest) <= DATE '2016-12-31'"
    ).fetchall()
    assert 0 < many == expected
    assert undated == 0
    text = words(path)
    assert f"{many} events" in text
    assert "resignation" in text
    assert "motion" not in text


def test_many_events_are_counted(town: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    drawn = write_plot(town, tmp_path / "all.svg")
    assert drawn.events > 500
    assert (sum(drawn), drawn.undated) == town.execute(
        "SELECT count(*), count(*) FILTER (earliest IS NULL AND latest IS NULL) FROM events"
    ).fetchone()
    assert "motion" in words(tmp_path / "all.svg")


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_same_bytes_again(town: duckdb.DuckDBPyConnection, tmp_path: Path, form: str) -> None:
    wanted = Filter(name="okafor", types=("motion",))
    first, again = tmp_path / f"a.{form}", tmp_path / f"b.{form}"
    assert write_plot(town, first, wanted) == write_plot(town, again, wanted)
    assert first.read_bytes() == again.read_bytes()


def test_png_is_a_picture(town: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    from PIL import Image

    write_plot(town, tmp_path / "a.png", Filter(types=("motion",)))
    image = Image.open(io.BytesIO((tmp_path / "a.png").read_bytes()))
    assert image.size[0] > 1000


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_titles_are_text(name: str, tmp_path: Path) -> None:
    with duckdb.connect() as con:
        fill(con, hostile_rows(HOSTILE[name], "x"))
        assert write_plot(con, tmp_path / "a.svg").events >= 1
    assert etree.parse(tmp_path / "a.svg").getroot().findall(".//{*}script") == []


def test_what_cannot_be_drawn_is_told(town: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="a picture ends in svg, png, pdf"):
        write_plot(town, tmp_path / "a.gif")
    with pytest.raises(UserError, match="no event has a day and passes the filter"):
        write_plot(town, tmp_path / "a.svg", Filter(name="nobody of this name"))
    with duckdb.connect() as con:
        fill(con, rows_of(0))
        with pytest.raises(UserError, match="no event"):
            write_plot(con, tmp_path / "a.svg")
    assert list(tmp_path.iterdir()) == []
