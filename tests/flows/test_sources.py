"""Sources as data: strict, with file and line in every complaint."""

from pathlib import Path

import pytest

from flows.sources import Kind, load_sources, parse
from warehouse.errors import UserError

GOOD = 'name = "quay"\nkind = "feed"\naddress = "https://q.example/feed"\n'


def test_the_sources_that_come_with_daybook() -> None:
    sources = load_sources()
    assert [source.name for source in sources if source.enabled] == ["inbox"]
    assert all(source.kind is not Kind.FOLDER for source in sources if not source.enabled)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD + 'colour = "red"\n', "q.toml:4: colour: unknown key; the keys are name, kind"),
        (GOOD + "\nlimit = 0\n", "q.toml:5: limit: "),
        (GOOD + 'limit = "many"\n', "q.toml:4: limit: "),
        (GOOD + 'timezone = "Quayside"\n', "q.toml:4: timezone: no such time zone: Quayside; write one like"),
        (GOOD + 'timezone = "../../etc/passwd"\n', "q.toml:4: timezone: no such time zone"),
        (GOOD + 'every = "often"\n', "q.toml:4: every: "),
        (GOOD + 'path = "inbox"\n', "q.toml: a folder has a path, every other kind has an address"),
        (GOOD.replace('"feed"', '"folder"'), "q.toml: a folder has a path"),
        (GOOD.replace("https", "ftp"), "q.toml:3: address: "),
        (GOOD.replace("quay", "The Quay"), "q.toml:1: name: "),
        ('kind = "feed"\naddress = "https://q.example"\n', "q.toml: name: "),
        (GOOD + "limit = \n", "q.toml: "),
        (GOOD + "[limit]\na = 1\n", "q.toml:4: limit: "),
    ],
)
def test_a_slip_of_the_pen_is_found_with_its_line(text: str, said: str) -> None:
    with pytest.raises(UserError) as error:
        parse("q.toml", text)
    assert str(error.value).startswith(said)
    assert "\n" not in str(error.value)


def test_sources_of_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no sources in"):
        load_sources(tmp_path)
    (tmp_path / "b.toml").write_text(GOOD + 'every = "30m"\n', encoding="utf-8")
    (tmp_path / "a.toml").write_text(GOOD.replace("quay", "pier"), encoding="utf-8")
    assert [source.name for source in load_sources(tmp_path)] == ["pier", "quay"]
    assert load_sources(tmp_path)[1].interval.total_seconds() == 1800
    (tmp_path / "c.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(UserError, match="taken by another source"):
        load_sources(tmp_path)
