"""Every format: its sound sample is known by its content and read in full, whatever its name."""

import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from reader_samples import OTHER, PAGE, TEXT, TITLE, mail, pdf, samples, tarred, warc, zipped

from transforms.readers import read, read_stream
from transforms.readers.feed import has_full_text
from transforms.readers.feed import links as feed_links
from transforms.readers.pdf import paragraphs
from transforms.readers.sitemap import links as sitemap_links
from transforms.records import Document, Reject

LANDED = datetime(2026, 1, 2, tzinfo=UTC)
READERS = {
    "a.txt": ["text"],
    "a.md": ["markdown"],
    "a.html": ["html"],
    "a.jsonl": ["jsonl", "jsonl"],
    "a.json": ["json", "json"],
    "a.csv": ["csv"],
    "a.rss": ["feed"],
    "a.atom": ["feed"],
    "a.eml": ["mail", "html"],
    "a.mbox": ["mail", "html", "mail"],
    "a.pdf": ["pdf"],
    "a.docx": ["docx"],
    "a.parquet": ["parquet", "parquet"],
    "a.warc": ["html"],
    "a.txt.gz": ["text"],
    "a.jsonl.bz2": ["jsonl", "jsonl"],
    "a.csv.xz": ["csv"],
    "a.warc.gz": ["html"],
    "a.zip": ["text", "html"],
    "a.tar": ["text", "pdf"],
    "a.tar.gz": ["docx", "text"],
}


@pytest.mark.parametrize("name", READERS)
def test_a_sound_sample(name: str) -> None:
    documents, rejects = read(samples()[name], uri=f"in/{name}", landed_at=LANDED)
    assert [document.reader for document in documents] == READERS[name]
    assert [reject.uri for reject in rejects] == (["in/a.rss#2"] if name == "a.rss" else [])
    assert documents[0].title == TITLE
    assert documents[0].text.startswith(f"{TITLE}\n\n{TEXT}")
    assert name == "a.md" or documents[0].published_latest in {date(2021, 3, 9), date(2021, 3, 10), None}


@pytest.mark.parametrize("name", sorted(set(READERS) - {"a.md"}))
def test_content_decides_not_the_name(name: str) -> None:
    documents, _ = read(samples()[name], uri="in/download", landed_at=LANDED)
    assert [document.reader for document in documents] == READERS[name]


def test_samples_cover_every_reader() -> None:
    assert set(samples()) == set(READERS)


def test_a_page_says_who_published_it_when_and_where() -> None:
    page = PAGE.replace("<head>", '<head><link rel="canonical" href="/news/1?x=1">')
    [document], _ = read(page.encode(), uri="https://q.example/amp/1", landed_at=LANDED)
    assert (document.source, document.language, document.published) == ("The Quay", "en", date(2021, 3, 9))
    assert (document.published_basis, document.uri) == ("metadata", "https://q.example/news/1?x=1")


GRAPH = (
    '{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"},'
    ' {"@type": ["NewsArticle"], "datePublished": "2021-03-09T10:00:00Z"}]}'
)


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def shown(kind: str) -> str:
    return f'<time class="{kind}" datetime="2021-03-09">9 March</time>'


OG = "article:published_time"
DATED = "https://q.example/2021/03/09/a"


@pytest.mark.parametrize(
    ("head", "body", "uri", "day", "basis"),
    [
        (linked(GRAPH), "", "x", "2021-03-09", "metadata"),
        (meta(OG, "2021-03-09"), "", "x", "2021-03-09", "metadata"),
        # A stamp in UTC late at night, and the outlet's own day in the address.
        (meta(OG, "2021-03-08T23:30:00Z"), "", DATED, "2021-03-09", "url"),
        # The time shown to readers wins over loose metadata, but not when it marks a change.
        (meta("dc.date", "2021-03-01"), shown("day"), "x", "2021-03-09", "text"),
        (meta("dc.date", "2021-03-01"), shown("updated"), "x", "2021-03-01", "metadata"),
        ("", "", "https://q.example/news/2021-03-09-harbour", "2021-03-09", "url"),
        ("", "<p>Published 9 March 2021</p>", "x", "2021-03-09", "text"),
        # A day that is still to come when the page lands is a mistake.
        (meta(OG, "2027-03-09"), "", DATED, "2021-03-09", "url"),
        (linked("{broken"), "", DATED, "2021-03-09", "url"),
        ("", "", "x", "None", "unknown"),
    ],
)
def test_the_day_of_a_page_and_its_basis(head: str, body: str, uri: str, day: str, basis: str) -> None:
    article = f"<article><h1>{TITLE}</h1>{body}<p>{TEXT}</p><p>{OTHER}</p></article>"
    page = f"<html><head>{head}</head><body>{article}</body></html>"
    [document], _ = read(page.encode(), uri=uri, landed_at=LANDED)
    assert (str(document.published), document.published_basis) == (day, basis)


WRITERS = '{"@type": "NewsArticle", "author": [{"name": "Ana Reyes"}, {"name": "Tom Hale"}, {"url": "x"}]}'


@pytest.mark.parametrize(
    ("head", "author"),
    [
        (linked(WRITERS), "Ana Reyes, Tom Hale"),
        (linked('{"@type": "NewsArticle", "author": "Ana Reyes"}'), "Ana Reyes"),
        (meta("author", "Ana Reyes"), "Ana Reyes"),
        (meta("article:author", "https://social.example/ana"), None),
        ("", None),
    ],
)
def test_who_wrote_a_page(head: str, author: str | None) -> None:
    [document], _ = read(PAGE.replace("<head>", f"<head>{head}").encode(), uri="a", landed_at=LANDED)
    assert document.author == author


def test_entities_in_linked_data_are_words() -> None:
    headline, outlet = "Vote &#8216;lost&#8217; by Smith &amp; Co", "Q &amp; A"
    data = json.dumps({"@type": "NewsArticle", "headline": headline, "publisher": {"name": outlet}})
    [document], _ = read(PAGE.replace("<head>", f"<head>{linked(data)}").encode(), uri="a", landed_at=LANDED)
    assert (document.title, document.source) == ("Vote ‘lost’ by Smith & Co", "Q & A")


def test_scripts_and_hidden_parts_are_no_text() -> None:
    page = PAGE.replace("<article>", "<article><script>alert('x')</script><style>p{}</style>")
    [document], _ = read(page.encode(), uri="a", landed_at=LANDED)
    assert "alert" not in document.text
    assert "p{}" not in document.text


def test_page_in_a_declared_encoding() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace(
        OTHER, "Депутаты отклонили предложение. "
    )
    [document], _ = read(page.encode("cp1251"), uri="a", landed_at=LANDED)
    assert "Депутаты отклонили предложение." in document.text


def test_feed_links_are_those_without_text() -> None:
    data = samples()["a.rss"]
    assert [(link.uri, link.title, link.language) for link in feed_links(data)] == [
        ("https://q.example/2", "Only a link", "en")
    ]
    assert has_full_text(data)
    assert [link.uri for link in feed_links(samples()["a.atom"])] == ["https://q.example/1"]


def test_sitemap_links() -> None:
    data = (
        b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        b'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://q.example/1</loc><news:news>'
        b"<news:publication><news:name>The Quay</news:name><news:language>en</news:language></news:publication>"
        b"<news:publication_date>2021-03-09</news:publication_date><news:title>Vote lost</news:title></news:news></url>"
        b"<url><loc>https://q.example/2</loc></url></urlset>"
    )
    pages, further = sitemap_links(data)
    assert [(page.uri, page.title, page.source) for page in pages] == [
        ("https://q.example/1", "Vote lost", "The Quay"),
        ("https://q.example/2", None, None),
    ]
    assert pages[0].published is not None
    assert further == []
    index = b"<sitemapindex><sitemap><loc>https://q.example/news.xml</loc></sitemap></sitemapindex>"
    assert sitemap_links(index) == ([], ["https://q.example/news.xml"])
    documents, [reject] = read(data, uri="s.xml", landed_at=LANDED)
    assert (documents, reject.error) == ([], "no article")


def test_web_archive_keeps_addresses_and_bounds_the_day() -> None:
    undated = PAGE.replace("2021-03-09T10:00:00Z", "").encode()
    data = warc(
        (
            ("https://q.example/1", 200, undated),
            ("https://q.example/2", 404, b"gone"),
            ("https://q.example/3", 200, b""),
        )
    )
    [document], rejects = read(data, uri="c.warc", landed_at=LANDED)
    assert (document.uri, document.published, document.published_latest) == (
        "https://q.example/1",
        None,
        date(2021, 3, 11),
    )
    assert [(reject.uri, reject.error) for reject in rejects] == [
        ("c.warc#5", "no page"),
        ("https://q.example/3", "empty"),
    ]


def test_a_message_without_text_is_refused_and_its_attachments_are_read() -> None:
    message = mail().replace(TEXT.encode() + b"\r\n\r\n--XX", b"\r\n\r\n--XX", 1)
    documents, [reject] = read(message, uri="m.eml", landed_at=LANDED)
    assert [document.uri for document in documents] == ["m.eml#a.html"]
    assert (reject.uri, reject.error) == ("m.eml", "empty")


def test_archives_in_archives_keep_the_whole_path() -> None:
    inner = zipped({"b.txt": b"Text of b.", ".hidden": b"x", "__MACOSX/b.txt": b"x", "dir/": b""})
    documents, rejects = read(tarred({"in/c.zip": inner}), uri="d/e.tar", landed_at=LANDED)
    assert [document.uri for document in documents] == ["d/e.tar#in/c.zip#b.txt"]
    assert rejects == []


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (
            "A line that goes\non and on to its end\nShort.\nNext",
            "A line that goes on and on to its end Short.\n\nNext",
        ),
        ("no-\nconfidence motion", "no-confidence motion"),
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("", ""),
    ],
)
def test_lines_of_a_pdf_become_paragraphs(lines: str, text: str) -> None:
    assert paragraphs(lines) == text


def test_a_pdf_without_text_says_so() -> None:
    documents, [reject] = read(pdf(()), uri="scan.pdf", landed_at=LANDED)
    assert (documents, reject.error) == ([], "no text")


class Endless(io.RawIOBase):
    """A file of 2 GB that is made while it is read, and remembers how far."""

    def __init__(self, line: bytes, size: int) -> None:
        self.line, self.size, self.at = line * (65_536 // len(line)), size, 0

    def readable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        self.at = self.size if whence == 2 else offset
        return self.at

    def read(self, size: int | None = -1, /) -> bytes:
        left = min(self.size - self.at, size if size is not None and size >= 0 else self.size)
        start = self.at % len(self.line)
        data = (self.line * (left // len(self.line) + 2))[start : start + left]
        self.at += len(data)
        return data


@pytest.mark.parametrize(
    "line", [b'{"text": "One line."}\n', b"From x\nSubject: s\n\nText.\n\n"], ids=["jsonl", "mbox"]
)
def test_streams_read_no_further_than_they_are_asked(line: bytes) -> None:
    file = Endless(line, 2 << 30)
    items: Iterator[Document | Reject] = read_stream(file, uri="big", landed_at=LANDED)  # type: ignore[arg-type]
    first = [next(items) for _ in range(1000)]
    assert all(isinstance(item, Document) for item in first)
    assert file.at < 4_000_000
