"""Watching real feeds, sitemaps and files on loopback: each article lands once, and can be read again."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from loopback import Site, in_turn, page, serving
from test_fetch import POLICY, Clock

from flows.fetch import Fetcher
from flows.inputs import expand
from flows.landing import Landing
from flows.sources import Kind, Source
from flows.watch import Polled, check, paths, poll, poll_due
from transforms.records import Document
from warehouse.errors import UserError

NOW = datetime(2021, 3, 9, 12, tzinfo=UTC)
SENTENCE = "Members of the harbour board rejected the motion by 12 votes to 9 on Friday."


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as found:
        found.pages["/robots.txt"] = page("User-agent: *\nDisallow: /private")
        yield found


def article(title: str, head: str = "") -> str:
    return (
        f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1><p>{title}: {SENTENCE}</p>"
        f"<p>{SENTENCE}</p></article></body></html>"
    )


def feed(*items: str, content: str = "") -> str:
    rows = "".join(
        f"<item><title>T{number}</title><link>{link}</link><pubDate>Mon, 08 Mar 2021 23:30:00 GMT</pubDate>"
        f"{content}</item>"
        for number, link in enumerate(items)
    )
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Quay</title>'
        f"{rows}</channel></rss>"
    )


def source(site: Site, kind: Kind = Kind.FEED, path: str = "/feed", **more: object) -> Source:
    return Source(name="quay", kind=kind, address=f"{site.url}{path}", **more)  # type: ignore[arg-type]


def once(folder: Path, watched: Source, now: datetime = NOW) -> Polled:
    clock = Clock()
    with Landing(folder, now) as landing, Fetcher(POLICY, landing, clock=clock, sleep=clock.sleep) as fetcher:
        return poll(watched, landing, fetcher)


def landed(folder: Path) -> list[Document]:
    items = [item for entry in expand([folder], published=None, source=None) for item in entry.read(NOW)]
    assert all(isinstance(item, Document) for item in items)
    return [item for item in items if isinstance(item, Document)]


def test_a_feed_polled_twice_with_nothing_new(site: Site, tmp_path: Path) -> None:
    site.pages["/feed"] = page(feed("/1", "/2?utm_source=feed"), etag='"1"')
    site.pages |= {"/1": page(article("One")), "/2": page(article("Two"))}
    assert once(tmp_path, source(site)).landed == 2
    assert site.paths() == ["/feed", "/1", "/2"]
    site.asked.clear()
    again = once(tmp_path, source(site))
    assert (again.unchanged, again.landed, again.rejects) == (True, 0, [])
    assert [(path, headers.get("if-none-match")) for path, headers in site.asked] == [("/feed", '"1"')]
    documents = landed(tmp_path)
    assert sorted(document.uri for document in documents) == [f"{site.url}/1", f"{site.url}/2"]


def test_what_a_feed_says_of_an_article_is_kept(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/feed": page(feed("/1")), "/1": page(article("One"))}
    once(tmp_path, source(site, outlet="Quayside News", language="en", timezone="Europe/Paris"))
    [document] = landed(tmp_path)
    assert (document.source, document.language, str(document.published)) == ("Quayside News", "en", "2021-03-09")
    [manifest] = tmp_path.glob("*/manifest.jsonl")
    row = json.loads(manifest.read_text(encoding="utf-8"))
    assert (row["status"], row["fetched_at"], row["headers"].keys() >= {"date", "server"}) == (
        200,
        "2021-03-09T12:00:00+00:00",
        True,
    )
    assert gzip.decompress((manifest.parent / row["file"]).read_bytes()) == article("One").encode()


def test_new_entries_of_a_feed_alone_are_fetched(site: Site, tmp_path: Path) -> None:
    site.pages["/feed"] = in_turn(page(feed("/1")), page(feed("/2", "/1")))
    site.pages |= {"/1": page(article("One")), "/2": page(article("Two"))}
    assert [once(tmp_path, source(site)).landed for _ in range(3)] == [1, 1, 0]
    assert site.paths().count("/1") == 1
    assert len(landed(tmp_path)) == 2


def test_a_feed_with_full_text_lands_itself(site: Site, tmp_path: Path) -> None:
    content = f"<content:encoded><![CDATA[<p>{SENTENCE}</p>]]></content:encoded>"
    site.pages["/feed"] = page(feed("/1", content=content))
    assert once(tmp_path, source(site)).landed == 1
    assert site.paths() == ["/feed"]
    [document] = landed(tmp_path)
    assert (document.uri, document.text) == ("/1", f"T0\n\n{SENTENCE}")


@pytest.mark.parametrize(
    ("head", "articles"),
    [
        ('<link rel="canonical" href="/1">', 1),
        ('<link rel="canonical" href="https://other.example/1">', 2),
        ("", 2),
    ],
)
def test_one_article_under_two_addresses_lands_once(site: Site, tmp_path: Path, head: str, articles: int) -> None:
    site.pages["/feed"] = page(feed("/1", "/amp/1", "/1#part"))
    site.pages |= {"/1": page(article("One", head)), "/amp/1": page(article("One, again", head))}
    once(tmp_path, source(site))
    assert len(landed(tmp_path)) == articles


def test_sitemaps_of_sitemaps(site: Site, tmp_path: Path) -> None:
    site.pages["/map"] = page(
        "<sitemapindex><sitemap><loc>/news.xml</loc></sitemap><sitemap><loc>/gone.xml</loc></sitemap></sitemapindex>"
    )
    site.pages["/news.xml"] = page("<urlset><url><loc>/1</loc></url><url><loc>/private/2</loc></url></urlset>")
    site.pages["/1"] = page(article("One"))
    polled = once(tmp_path, source(site, Kind.SITEMAP, "/map"))
    assert polled.landed == 1
    assert [(reject.stage, reject.uri, reject.error) for reject in polled.rejects] == [
        ("fetch", "/gone.xml", "not found"),
        ("fetch", "/private/2", "robots"),
    ]


def test_a_file_lands_as_it_is_and_again_when_it_changes(site: Site, tmp_path: Path) -> None:
    vote = {"Date": "2021-03-09", "Title": "Harbours Bill", "AyeCount": 2, "NoCount": 1}
    first, second = json.dumps([vote]), json.dumps([vote, vote | {"Title": "Ferries Bill"}])
    site.pages["/votes"] = in_turn(page(first), page(first), page(second))
    assert [once(tmp_path, source(site, Kind.FILE, "/votes")).landed for _ in range(3)] == [1, 0, 1]
    assert {document.text for document in landed(tmp_path)} == {
        "In a vote on 9 March 2021 the House of Commons passed Harbours Bill by 2 votes to 1.",
        "In a vote on 9 March 2021 the House of Commons passed Ferries Bill by 2 votes to 1.",
    }


def test_a_page_that_fails_for_now_is_fetched_at_the_next_poll(site: Site, tmp_path: Path) -> None:
    site.pages["/feed"] = page(feed("/1", "/2"), etag='"1"')
    site.pages["/1"] = in_turn(*[page("", 503)] * POLICY.attempts, page(article("One")))
    site.pages["/2"] = page(article("Two"))
    first = once(tmp_path, source(site))
    assert (first.landed, [reject.error for reject in first.rejects]) == (1, ["unreachable"])
    assert (once(tmp_path, source(site)).landed, once(tmp_path, source(site)).unchanged) == (1, True)


def test_a_limit_leaves_the_rest_for_the_next_poll(site: Site, tmp_path: Path) -> None:
    site.pages["/feed"] = page(feed("/1", "/2", "/3"), etag='"1"')
    site.pages |= {f"/{number}": page(article(f"N{number}")) for number in (1, 2, 3)}
    polls = [once(tmp_path, source(site, limit=2)) for _ in range(3)]
    assert [polled.landed for polled in polls] == [2, 1, 0]
    assert polls[2].unchanged


def test_a_killed_poll_is_taken_up_again(site: Site, tmp_path: Path) -> None:
    class Killed(BaseException):
        pass

    def kill(_: object) -> None:
        site.pages["/60"] = page(article("N60"))
        raise Killed

    numbers = range(120)
    site.pages["/feed"] = page(feed(*(f"/{number}" for number in numbers)), etag='"1"')
    site.pages |= {f"/{number}": page(article(f"N{number}")) for number in numbers}
    clock = Clock()
    with Landing(tmp_path, NOW) as landing, Fetcher(POLICY, landing, clock=clock, sleep=kill) as fetcher:
        fetcher.get(f"{site.url}/0")
        site.pages["/60"] = page("", 503)
        with pytest.raises(Killed):
            poll(source(site), landing, fetcher)
    assert len(landed(tmp_path)) == 50
    (tmp_path / ".tmp-left").mkdir()
    assert once(tmp_path, source(site)).landed == 70
    assert len({document.document_id for document in landed(tmp_path)}) == 120
    assert not list(tmp_path.glob(".tmp-*"))


@pytest.mark.parametrize(
    ("kind", "body", "error"),
    [
        (Kind.FEED, "<html>no feed</html>", "unreadable"),
        (Kind.FEED, '<!DOCTYPE r [<!ENTITY a "b">]><rss><channel/></rss>', "refused"),
        (Kind.SITEMAP, '<!DOCTYPE r [<!ENTITY a "b">]><urlset/>', "unreadable"),
        (Kind.SITEMAP, "no xml", "unreadable"),
    ],
)
def test_a_source_that_is_not_what_it_should_be(site: Site, tmp_path: Path, kind: Kind, body: str, error: str) -> None:
    site.pages["/feed"] = page(body)
    polled = once(tmp_path, source(site, kind))
    assert (polled.landed, [reject.error for reject in polled.rejects]) == (0, [error])


def test_sources_are_polled_when_they_are_due(site: Site, tmp_path: Path) -> None:
    site.pages["/feed"] = page(feed())
    hourly, off = source(site, every="1h"), source(site, every="1h", enabled=False)
    folder = Source(name="inbox", kind=Kind.FOLDER, path=str(tmp_path / "inbox"))

    def polled(minutes: int, *, early: bool = False) -> list[str]:
        now = NOW + timedelta(minutes=minutes)
        with Landing(tmp_path / "landing", now) as landing, Fetcher(POLICY, landing) as fetcher:
            return [result.source for result in poll_due([hourly, off, folder], landing, fetcher, early=early)]

    assert [polled(0), polled(59), polled(59, early=True), polled(118), polled(119)] == [
        ["quay"],
        [],
        ["quay"],
        [],
        ["quay"],
    ]
    # the clock was put back
    assert [polled(-600), polled(-599)] == [["quay"], []]


def test_paths_of_a_timeline(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    watched = [Source(name="inbox", kind=Kind.FOLDER, path=str(inbox))]
    with Landing(tmp_path / "landing") as landing:
        assert paths(watched, landing) == []
        inbox.mkdir()
        (inbox / "a.txt").write_text(SENTENCE, encoding="utf-8")
        assert paths(watched, landing) == [str(inbox)]
        (tmp_path / "landing" / "2021-03-09-x").mkdir()
        assert paths(watched, landing) == [str(tmp_path / "landing"), str(inbox)]


def test_check_tries_each_source_and_lands_nothing(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/feed": page(feed("/1", "/2")), "/votes": page("[]"), "/map": page("<urlset/>")}
    sources = [
        source(site),
        source(site, Kind.FILE, "/votes"),
        source(site, Kind.SITEMAP, "/map"),
        source(site, Kind.FEED, "/none"),
        Source(name="inbox", kind=Kind.FOLDER, path=str(tmp_path / "none")),
    ]
    clock = Clock()
    with Landing(tmp_path, NOW) as landing, Fetcher(POLICY, landing, clock=clock, sleep=clock.sleep) as fetcher:
        results = [check(one, fetcher) for one in sources]
    assert [(one.found, one.error is None) for one in results] == [
        (2, True),
        (0, False),
        (0, True),
        (0, False),
        (0, False),
    ]
    assert list(tmp_path.glob("*/*")) == []


def test_a_landing_zone_is_a_local_folder() -> None:
    with pytest.raises(UserError, match="local folder"):
        Landing("s3://bucket/landing")


def test_policy_names_its_agent() -> None:
    assert POLICY.agent.endswith("(+https://daybook.example/bot)")
    assert "(" not in replace(POLICY, contact="").agent
