"""The page in a real browser: what a reporter does with it."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from benchmarks.explorer_events import fill, rows_of
from warehouse.explorer import write_page

Open = Callable[..., Any]
Settle = Callable[[Any], None]


def shown(page: Any) -> list[str]:
    titles: list[str] = page.eval_on_selector_all(
        "#list button > span:first-child", "all => all.map(e => e.textContent)"
    )
    return titles


def test_first_screen_tells_the_facts(open_page: Open, town_page: Path) -> None:
    page = open_page(town_page)
    facts = page.inner_text("#facts")
    assert facts.startswith("600 events · ")
    assert "% of dates approximate" in facts
    assert page.inner_text("#count") == "600 events in view"
    assert page.locator("#peaks button").count() >= 1
    assert page.locator("#list li").count() == 60
    assert page.get_attribute("#canvas", "data-modes").split()[0] == "counts"
    assert page.url.endswith("timeline.html")


def test_zooming_in_turns_counts_into_marks(open_page: Open, town_page: Path, settle: Settle) -> None:
    page = open_page(town_page)
    before = page.inner_text("#span")
    page.focus("#canvas")
    for _ in range(4):
        page.keyboard.press("+")
        settle(page)
    assert page.get_attribute("#canvas", "data-modes").split() == ["marks"] * 7
    assert page.inner_text("#span") != before
    assert "from=" in page.url
    page.keyboard.press("0")
    settle(page)
    assert page.inner_text("#span") == before
    assert "from=" not in page.url


def test_wheel_zooms_and_drag_moves(open_page: Open, town_page: Path, settle: Settle) -> None:
    page = open_page(town_page, "#from=2015-01-01&to=2015-12-31")
    box = page.locator("#canvas").bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 100, steps=4)
    page.mouse.up()
    settle(page)
    assert "Feb 2015" in page.inner_text("#span")
    wide = page.url
    page.mouse.wheel(0, -400)
    page.wait_for_url(lambda url: url != wide)


def test_a_peak_leads_to_its_moment(open_page: Open, town_page: Path, settle: Settle) -> None:
    page = open_page(town_page)
    chip = page.locator("#peaks button").first
    count = int(chip.inner_text().split(" · ")[0])
    chip.click()
    settle(page)
    in_view = int(page.inner_text("#count").split()[0])
    assert count <= in_view < 300


def test_from_search_to_evidence_by_keyboard(open_page: Open, town_page: Path, settle: Settle) -> None:
    page = open_page(town_page)
    page.keyboard.press("/")
    page.keyboard.type('type:motion "allotment rents"')
    page.keyboard.press("Enter")
    settle(page)
    titles = shown(page)
    assert titles
    assert all("tables a motion on allotment rents" in title for title in titles)
    page.keyboard.press("Enter")
    settle(page)
    heading = page.inner_text("#event-view h2")
    assert heading == titles[0]
    assert page.evaluate("document.activeElement.textContent") == heading
    assert page.locator("#event-view mark.trigger").first.inner_text() == "tables a motion on"
    assert page.locator("#event-view mark.time").count() >= 1
    page.keyboard.press("ArrowRight")
    settle(page)
    assert "allotment rents" in page.inner_text("#event-view h2")
    assert page.inner_text("#event-view h2") != heading or len(titles) == 1
    page.keyboard.press("Escape")
    settle(page)
    assert not page.is_visible("#event-view")
    page.keyboard.press("Escape")
    settle(page)
    assert page.input_value("#search") == ""
    assert page.inner_text("#count") == "600 events in view"


def test_filters_write_the_query_and_show_it(
    open_page: Open, town_page: Path, town: duckdb.DuckDBPyConnection, settle: Settle
) -> None:
    page = open_page(town_page)
    page.click("#chips button:has-text('motion')")
    page.click("#filters summary")
    page.select_option("#filter-sheet select >> nth=0", "Library Board")
    page.check("#filter-sheet label:has-text('Sources differ') input")
    settle(page)
    assert page.input_value("#search") == 'type:motion body:"Library Board" disputed'
    assert page.get_attribute("#chips button:has-text('motion')", "aria-pressed") == "true"
    [(expected,)] = town.execute(
        "SELECT count(*) FROM events e WHERE event_type = 'motion' AND EXISTS (FROM event_roles r WHERE r.event_id = "
        "e.event_id AND role = 'body' AND name = 'Library Board') AND EXISTS (SELECT 1 FROM event_claims c WHERE "
        "c.event_id = e.event_id GROUP BY attribute HAVING count(DISTINCT value) > 1)"
    ).fetchall()
    assert page.inner_text("#count").split()[0] == str(expected)
    page.click("#filter-sheet button")
    settle(page)
    assert page.input_value("#search") == ""


def test_a_lanes_name_shows_it_alone_and_keeps_the_focus(open_page: Open, town_page: Path, settle: Settle) -> None:
    page = open_page(town_page)
    page.focus("#names button:has-text('letter')")
    page.keyboard.press("Enter")
    settle(page)
    assert page.input_value("#search") == "type:letter"
    assert page.locator("#names button:visible").all_inner_texts()[0].startswith("letter")
    assert page.locator("#names button:visible").count() == 1
    page.keyboard.press("Enter")
    settle(page)
    assert page.input_value("#search") == ""
    assert page.locator("#names button:visible").count() == 7


def test_search_finds_words_of_the_evidence(
    open_page: Open, town_page: Path, town: duckdb.DuckDBPyConnection, settle: Settle
) -> None:
    page = open_page(town_page)
    page.fill("#search", "crowded cham")
    settle(page)
    [(expected,)] = town.execute(
        "SELECT count(DISTINCT event_id) FROM mentions JOIN documents USING (document_id) "
        "WHERE text LIKE '%crowded cham%'"
    ).fetchall()
    assert page.inner_text("#count").split()[0] == str(expected)


def test_a_wrong_date_is_told(open_page: Open, town_page: Path, settle: Settle) -> None:
    page = open_page(town_page, "#q=before:soon")
    assert "needs a year, month or day" in page.inner_text("#problems")


def test_the_address_brings_the_view_back(open_page: Open, town_page: Path, settle: Settle) -> None:
    page = open_page(town_page, "#q=type:vote&from=2017-03-01&to=2018-02-28&sort=day")
    page.click("#list button >> nth=1")
    settle(page)
    fragment = page.evaluate("location.hash")
    again = open_page(town_page, fragment)
    assert again.inner_text("#event-view h2") == page.inner_text("#event-view h2")
    assert again.inner_text("#span") == page.inner_text("#span") == "1 Mar 2017 – 28 Feb 2018"
    assert again.input_value("#search") == "type:vote"
    assert again.evaluate("location.hash") == fragment


def test_another_address_leads_there(open_page: Open, town_page: Path, settle: Settle) -> None:
    page = open_page(town_page, "#q=type:vote&from=2017-03-01&to=2018-02-28")
    page.click("#list button >> nth=0")
    settle(page)
    page.evaluate("location.hash = '#q=type:letter'")
    page.wait_for_selector("#chips button[aria-pressed=true]:has-text('letter')")
    settle(page)
    assert not page.is_visible("#event-view")
    assert "from=" not in page.url
    assert page.inner_text("#list li:first-child").count("letter") == 1


def test_the_skip_link_leads_to_the_list_and_keeps_the_view(open_page: Open, town_page: Path, settle: Settle) -> None:
    page = open_page(town_page, "#q=type:vote")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate("document.activeElement.id") == "panel"
    assert page.input_value("#search") == "type:vote"
    assert page.url.endswith("#q=type:vote") or page.url.endswith("#q=type%3Avote")


def test_evidence_puts_claims_side_by_side(open_page: Open, town_page: Path, settle: Settle) -> None:
    page = open_page(town_page, "#q=disputed")
    page.click("#list button")
    settle(page)
    story = page.inner_text("#event-view")
    assert "Sources differ" in story
    assert page.locator("#event-view .claim").count() == 2
    assert page.locator("#event-view .claim.chosen").count() == 1
    assert "Why this date" in story
    assert "rule: same clause" in story
    assert "Why one event" in story
    assert page.locator("#event-view a[href^='https://']").count() >= 2


def test_identical_sentences_are_told_once(
    open_page: Open, town_page: Path, town: duckdb.DuckDBPyConnection, settle: Settle
) -> None:
    [(event_id, sentences, mentions)] = town.execute(
        "SELECT event_id, count(DISTINCT substring(text, sentence_start + 1)) AS n, count(*) FROM mentions "
        "JOIN documents USING (document_id) GROUP BY event_id HAVING n < count(*) "
        "ORDER BY count(*) - n DESC, event_id LIMIT 1"
    ).fetchall()
    page = open_page(town_page, f"#event={event_id}")
    assert page.locator("#event-view .told").count() == sentences
    assert page.locator("#event-view .told a").count() == mentions
    assert "Same words in" in page.inner_text("#event-view")


def test_linked_events_lead_to_each_other(
    open_page: Open, town_page: Path, town: duckdb.DuckDBPyConnection, settle: Settle
) -> None:
    [(vote, motion)] = town.execute("SELECT event_id, other_id FROM event_links ORDER BY event_id LIMIT 1").fetchall()
    page = open_page(town_page, f"#event={vote}")
    first = page.inner_text("#event-view h2")
    page.click("#event-view button.linked")
    settle(page)
    assert f"event={motion}" in page.url
    page.click(f"#event-view li:has-text('decided by') button:has-text('{first}')")
    settle(page)
    assert f"event={vote}" in page.url


def test_a_click_on_a_mark_opens_it(
    open_page: Open, town_page: Path, town: duckdb.DuckDBPyConnection, settle: Settle
) -> None:
    [(title, day)] = town.execute(
        "SELECT title, best_day FROM events WHERE event_type = 'resignation' AND earliest = latest "
        "ORDER BY event_id LIMIT 1"
    ).fetchall()
    first, last = day - timedelta(days=10), day + timedelta(days=10)
    page = open_page(town_page, f"#q=type:resignation+-approximate&from={first}&to={last}")
    assert page.get_attribute("#canvas", "data-modes") == "marks"
    box = page.locator("#canvas").bounding_box()
    x = box["x"] + box["width"] / 2
    for y in range(5, 100, 6):
        page.mouse.move(x, box["y"] + y)
        if page.get_attribute("#canvas", "title") == title:
            break
    page.mouse.down()
    page.mouse.up()
    settle(page)
    assert page.inner_text("#event-view h2") == title


def test_a_band_leads_to_the_events_it_stands_for(
    open_page: Open, town_page: Path, town: duckdb.DuckDBPyConnection, settle: Settle
) -> None:
    [(kind, year, many)] = town.execute(
        "SELECT event_type, year(earliest), count(*) AS n FROM events WHERE grain = 'year' AND earliest < latest "
        "GROUP BY ALL ORDER BY n DESC, event_type, year(earliest) LIMIT 1"
    ).fetchall()
    assert many > 1
    page = open_page(town_page, f"#q=type:{kind}&from={year}-06-10&to={year}-06-14")
    in_view = page.inner_text("#count")
    box = page.locator("#canvas").bounding_box()
    page.mouse.click(box["x"] + 150, box["y"] + 8)
    settle(page)
    told, _, rest = page.inner_text("#count").partition(" ")
    assert rest == "events wider than this view"
    assert page.locator("#list li").count() == int(told) >= many
    page.keyboard.press("Escape")
    settle(page)
    assert page.inner_text("#count") == in_view
    assert page.input_value("#search") == f"type:{kind}"


def test_a_far_off_event_does_not_squeeze_the_others_and_is_reached(
    open_page: Open, tmp_path: Path, settle: Settle
) -> None:
    rows = rows_of(60)
    for event in rows["events"]:
        if event["event_id"] == rows["mentions"][0]["event_id"]:
            event.update(dict.fromkeys(("earliest", "latest", "best_day"), date(1215, 6, 15)))
    with duckdb.connect() as con:
        fill(con, rows)
        write_page(con, tmp_path / "far.html")
    page = open_page(tmp_path / "far.html")
    assert "1215" not in page.inner_text("#span")
    page.click("#peaks button:has-text('1 earlier')")
    settle(page)
    assert "1215" in page.inner_text("#span")
    page.fill("#search", "in:1215")
    settle(page)
    assert page.locator("#list button").count() == 1
    assert "15 Jun 1215" in page.text_content("#list button")


def exported(page: Any, label: str) -> bytes:
    page.click("#exports summary")
    with page.expect_download() as download:
        page.click(f"#export-sheet button:has-text('{label}')")
    return Path(download.value.path()).read_bytes()


def test_exports_are_read_by_their_formats_libraries(open_page: Open, town_page: Path) -> None:
    from icalendar import Calendar

    page = open_page(town_page, "#q=type:vote+-undated")
    count = int(page.inner_text("#count").split()[0])
    rows = list(csv.DictReader(io.StringIO(exported(page, "CSV").decode())))
    assert len(rows) == count
    assert {row["type"] for row in rows} == {"vote"}
    calendar = Calendar.from_ical(exported(page, "iCalendar"))
    events = {str(event["UID"]).split("@")[0]: event for event in calendar.walk("VEVENT")}
    whole = {row["event_id"]: row for row in rows if row["earliest"] and row["latest"]}
    assert events.keys() == whole.keys()
    for event_id, row in whole.items():
        event = events[event_id]
        assert str(event["SUMMARY"]) == row["title"]
        assert event["DTSTART"].dt.isoformat() == row["earliest"]
        assert (event["DTEND"].dt - event["DTSTART"].dt).days >= 1
    slides = json.loads(exported(page, "TimelineJS"))["events"]
    assert {slide["unique_id"] for slide in slides} == {row["event_id"] for row in rows}
    years = [slide for slide in slides if slide["display_date"].endswith("(month unknown)")]
    assert all(set(slide["start_date"]) == {"year"} for slide in years)


def test_picture_is_a_png_with_the_lanes(open_page: Open, town_page: Path) -> None:
    from PIL import Image

    page = open_page(town_page)
    image = Image.open(io.BytesIO(exported(page, "PNG"))).convert("RGB")
    assert image.width > 900
    assert len(image.resize((90, 60)).getcolors(5400)) > 50


def test_the_list_shows_more_and_sorts(open_page: Open, town_page: Path, settle: Settle) -> None:
    page = open_page(town_page)
    page.click("#more")
    settle(page)
    assert page.locator("#list li").count() == 120
    page.select_option("#sort", "day")
    settle(page)
    first = page.text_content("#list li:first-child .meta")
    assert "2008" in first or "2009" in first
    assert "sort=day" in page.url


def test_a_phone_shows_the_list_first(open_page: Open, town_page: Path, settle: Settle) -> None:
    page = open_page(town_page, width=390, height=844, has_touch=True, is_mobile=True)
    assert page.is_visible("#list button")
    assert not page.is_visible("#canvas")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.click("#switch button:has-text('Timeline')")
    settle(page)
    assert page.is_visible("#canvas")
    assert not page.is_visible("#list button")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844)])
@pytest.mark.parametrize("fragment", ["", "#q=disputed", "#from=2016-01-01&to=2016-06-30"])
def test_axe_finds_nothing(
    open_page: Open, town_page: Path, settle: Settle, scheme: str, width: int, height: int, fragment: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(town_page, fragment, width=width, height=height, color_scheme=scheme)
    if fragment == "#q=disputed":
        page.click("#list button")
        settle(page)
    found = Axe().run(page)
    assert [(v["id"], [n["html"][:200] for n in v["nodes"]]) for v in found.response["violations"]] == []


def test_help_opens_and_closes(open_page: Open, town_page: Path) -> None:
    page = open_page(town_page)
    page.keyboard.press("?")
    assert page.is_visible("#help")
    assert "before:2019" in page.inner_text("#help")
    page.keyboard.press("Escape")
    assert not page.is_visible("#help")


def test_print_shows_the_list_without_the_tools(open_page: Open, town_page: Path) -> None:
    page = open_page(town_page)
    page.emulate_media(media="print")
    assert not page.is_visible("#search")
    assert page.is_visible("#list")
    assert page.is_visible("h1")


def test_paper_is_light_whatever_the_screen(open_page: Open, town_page: Path) -> None:
    page = open_page(town_page, color_scheme="dark")
    hue = "getComputedStyle(document.documentElement).getPropertyValue('--hue-0')"
    dark = page.evaluate(hue)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate(hue) != dark
    assert page.evaluate(hue) == open_page(town_page, color_scheme="light").evaluate(hue)
