"""What a reader makes of one input of each plain format."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.ids import content_id
from transforms.readers import Defaults, read
from transforms.records import Document, Reject

LANDED = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def read_one(data: bytes | str, uri: str = "folder/article.txt", **defaults: object) -> Document:
    raw = data.encode() if isinstance(data, str) else data
    documents, rejects = read(raw, uri=uri, defaults=Defaults(**defaults), landed_at=LANDED)  # type: ignore[arg-type]
    assert rejects == []
    [document] = documents
    return document


def refused(data: bytes | str, uri: str = "folder/article.txt") -> Reject:
    documents, rejects = read(data.encode() if isinstance(data, str) else data, uri=uri, landed_at=LANDED)
    assert documents == []
    [reject] = rejects
    return reject


def test_front_matter() -> None:
    document = read_one(
        "---\ntitle: 'Peers: an advert'\nsource: The Lantern\npublished: 2019-07-18\nuri: https://lantern.example/1\n"
        "author: Ana Reyes\nsection: news\n---\n\nSixty peers signed it.\r\n\r\n\r\nIt cost £18,000.\n"
    )
    assert document == Document(
        document_id=content_id("document", "The Lantern", document.text),
        source="The Lantern",
        uri="https://lantern.example/1",
        title="Peers: an advert",
        author="Ana Reyes",
        language=document.language,
        published=date(2019, 7, 18),
        published_earliest=date(2019, 7, 18),
        published_latest=date(2019, 7, 18),
        published_basis="given",
        text="Peers: an advert\n\nSixty peers signed it.\n\nIt cost £18,000.",
        duplicate_of=None,
        landed_at=LANDED,
        reader="text",
    )


def test_no_front_matter_and_no_day() -> None:
    document = read_one("The vote was lost.")
    assert (document.title, document.source, document.published, document.published_basis) == (
        None,
        None,
        None,
        "unknown",
    )
    assert document.uri == "folder/article.txt"


def test_defaults_fill_only_what_is_not_said() -> None:
    defaults = {"source": "D", "published": date(2020, 1, 1), "language": "en", "title": "T"}
    bare = read_one("The vote was lost.", **defaults)
    assert (bare.source, bare.published, bare.language, bare.title) == ("D", date(2020, 1, 1), "en", "T")
    assert bare.text == "T\n\nThe vote was lost."
    said = read_one("---\nsource: S\npublished: 2019\ntitle: U\n---\nThe vote was lost.", **defaults)
    assert (said.source, said.title, said.published) == ("S", "U", None)
    assert (said.published_earliest, said.published_latest) == (date(2019, 1, 1), date(2019, 12, 31))


def test_a_text_that_begins_with_its_headline_gets_it_once() -> None:
    assert read_one("---\ntitle: Vote lost\n---\nVOTE  LOST\n\nIt was close.").text == "VOTE  LOST\n\nIt was close."


def test_markdown_loses_its_marks() -> None:
    document = read_one(
        "# Vote *lost*\n\n- It was [close](http://x.example/a_b_c), **very**.\n> Said the chair.", "n.md"
    )
    assert document.text == "Vote lost\n\nIt was close, very.\nSaid the chair."
    assert (document.title, document.reader) == ("Vote lost", "markdown")


@pytest.mark.parametrize(
    ("record", "text", "published"),
    [
        ({"title": "T", "text": "One.", "source": "S", "published": "2019-02-03"}, "T\n\nOne.", date(2019, 2, 3)),
        ({"headline": "T", "body": "<p>One.</p><p>Two &amp; three.</p>"}, "T\n\nOne.\n\nTwo & three.", None),
        ({"content": "One.", "date": 1563408000}, "One.", date(2019, 7, 18)),
        ({"Body-Text": "One.", "pubDate": "Thu, 18 Jul 2019 23:30:00 +0100"}, "One.", date(2019, 7, 18)),
    ],
)
@pytest.mark.parametrize("form", ["lines", "array", "wrapped", "object"])
def test_json_records(record: dict[str, object], text: str, published: date | None, form: str) -> None:
    data = {
        "lines": json.dumps(record),
        "array": json.dumps([record], indent=1),
        "wrapped": json.dumps({"status": "ok", "articles": [record]}),
        "object": json.dumps(record, indent=1),
    }[form]
    document = read_one(data, "feed.dat")
    assert (document.text, document.published) == (text, published)
    assert document.uri.startswith("feed.dat#1")


def test_each_line_is_a_document_or_a_reject_that_names_it() -> None:
    lines = [
        '{"text": "One."}',
        "",
        "{broken",
        "[1]",
        '{"text": ""}',
        '{"text": "Six.", "date": "soon"}',
        '{"text":"7"}',
    ]
    documents, rejects = read("\n".join(lines).encode(), uri="x.jsonl", landed_at=LANDED)
    assert [document.uri for document in documents] == ["x.jsonl#1", "x.jsonl#7"]
    assert [(reject.uri, reject.error) for reject in rejects] == [
        ("x.jsonl#3", "not JSON"),
        ("x.jsonl#4", "no record"),
        ("x.jsonl#5", "no text"),
        ("x.jsonl#6", "bad date"),
    ]


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("The council’s “plan” cost £5 — again, members of the town’s party said.", "cp1252"),
        ("Les députés ont rejeté la motion à la majorité, où le débat a été animé.", "iso-8859-1"),
        ("Депутаты отклонили предложение о недоверии правительству на прошлой неделе.", "koi8-r"),
        ("Депутаты отклонили предложение о недоверии правительству на прошлой неделе.", "cp1251"),
        ("Members backed the café motion.", "utf-8"),
        ("Members backed the café motion.", "utf-8-sig"),
        ("Members backed the café motion.", "utf-16"),
        ("Members backed the café motion.", "utf-16-be"),
        ("Members backed the café motion.", "utf-32"),
        ("議会は先週、不信任案を否決した。賛成は二百票だった。", "shift_jis"),
    ],
)
def test_encodings_are_detected(text: str, codec: str) -> None:
    assert read_one(text.encode(codec)).text == text


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "empty"),
        (b"\n \t\n", "empty"),
        (b"\0\0\0\0", "empty"),
        (bytes(range(256)) * 10, "binary"),
        (b"\x7fELF\x02\x01\x01" + bytes(64), "binary"),
        (b"caf\xc3\xa9 " * 20_000 + b"\x81\xfe\xff\x00", "undecodable"),
        (b"---\ntitle: [a\n---\nText.", "bad front matter"),
        (b"---\ntitle: {a: b}\n---\nText.", "bad front matter"),
        (b"---\npublished: last Friday\n---\nText.", "bad date"),
        (b"---\npublished: 2019-02-30\n---\nText.", "bad date"),
        (b"---\ntitle: Only a headline\n---\n", "empty"),
        (b"words and words " * 400_000, "oversized"),
        (b"[]", "no article"),
        (b'{"articles": []}', "no article"),
        (b'[{"text": "cut', "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"a":' * 100_000, "not JSON"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, error: str) -> None:
    reject = refused(data, "folder/article.json" if data[:1] in b"[{" else "folder/article.txt")
    assert (reject.error, reject.stage) == (error, "read")
    assert reject.uri.startswith("folder/article.")
    assert reject.detail
    assert "\n" not in reject.detail


def test_a_json_array_streams_and_keeps_what_came_before_a_fault() -> None:
    rows = ", ".join(json.dumps({"text": f"Article {number}. " * 50}) for number in range(500))
    documents, rejects = read(f"[{rows}, {{".encode(), uri="x.json", landed_at=LANDED)
    assert len(documents) == 500
    assert [reject.error for reject in rejects] == ["not JSON"]


@given(st.text())
def test_any_text_is_one_document_or_one_reject(text: str) -> None:
    documents, rejects = read(text.encode("utf-8", "surrogatepass"), uri="a.txt", landed_at=LANDED)
    assert len(documents) + len(rejects) >= 1
    for document in documents:
        assert document.text == document.text.strip()
        document.text.encode("utf-8")


@given(st.binary(max_size=300))
def test_any_bytes_are_taken_in_or_refused(data: bytes) -> None:
    first, second = (read(data, uri="a", landed_at=LANDED) for _ in range(2))
    assert first == second
    assert first[0] or first[1]


@given(st.dictionaries(st.sampled_from(["text", "title", "date", "source", "uri", "lang"]), st.text() | st.integers()))
def test_any_record_is_one_document_or_one_reject(record: dict[str, object]) -> None:
    documents, rejects = read(json.dumps([record]).encode(), uri="a.json", landed_at=LANDED)
    assert len(documents) + len(rejects) == 1
