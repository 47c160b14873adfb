"""Hostile inputs: each becomes documents or rejects, the same every time, in bounded memory."""

import random
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hostile import hostile
from reader_samples import TEXT, samples

from transforms.readers import read
from transforms.readers.article import MAX_TEXT
from transforms.readers.errors import told
from transforms.records import Document, Reject

LANDED = datetime(2026, 1, 2, tzinfo=UTC)
HOSTILE = hostile()


def safely_read(name: str, data: bytes) -> tuple[list[Document], list[Reject]]:
    documents, rejects = read(data, uri=f"in/{name}", landed_at=LANDED)
    assert documents or rejects
    for document in documents:
        assert 0 < len(document.text.encode("utf-8")) <= MAX_TEXT
        assert "root:x:0" not in document.text
        assert document.published_earliest is None or document.published_latest is not None
        assert (document.published_earliest or date.min) <= (document.published_latest or date.max)
    for reject in rejects:
        assert reject.error
        assert reject.detail
        assert "\n" not in reject.error + reject.detail
        f"{reject.uri}{reject.detail}".encode()
    return documents, rejects


def test_there_are_many() -> None:
    assert len(HOSTILE) >= 400


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input(name: str) -> None:
    safely_read(name, HOSTILE[name]())


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("bomb.gz", "empty"),
        ("bomb.tar.gz", "bomb"),
        ("bomb.xz", "oversized"),
        ("greedy.xz", "unreadable"),
        ("bombs.zip", "bomb"),
        ("attributes.html", "unreadable"),
        ("links.html", "oversized"),
        ("feed-deep.rss", "oversized"),
        ("bomb.docx", "bomb"),
        ("zips-in-zips.zip", "nested"),
        ("entities.rss", "refused"),
        ("outside.rss", "refused"),
        ("encrypted.zip", "refused"),
        ("lzma.zip", "refused"),
        ("link.zip", "refused"),
        ("device.tar", "refused"),
        ("pipe.tar", "refused"),
        ("link.tar", "refused"),
        ("hard-link.tar", "refused"),
        ("name-0.zip", "refused"),
        ("name-1.tar", "refused"),
        ("name-3.zip", "refused"),
        ("name-5.zip", "refused"),
        ("many-members.zip", "oversized"),
        ("line-of-100-mb.jsonl", "oversized"),
        ("value-of-40-mb.json", "oversized"),
        ("over-5-mb.txt", "oversized"),
        ("over-20-mb.txt", "oversized"),
        ("over-5-mb.html", "oversized"),
        ("big-page.warc", "oversized"),
        ("bomb-in-page.warc", "oversized"),
        ("line-of-40-mb.mbox", "oversized"),
        ("executable.exe", "binary"),
        ("picture.jpg", "binary"),
        ("controls.txt", "binary"),
        ("info-only.warc", "no article"),
        ("feed-of-nothing.rss", "no article"),
        ("sitemap.xml", "no article"),
    ],
)
def test_the_reason_is_clear(name: str, error: str) -> None:
    _, rejects = read(HOSTILE[name](), uri=f"in/{name}", landed_at=LANDED)
    assert error in {reject.error for reject in rejects}


@pytest.mark.parametrize(
    ("name", "documents"),
    [
        ("name-0.zip", ["in/name-0.zip#good.txt"]),
        ("name-1.tar", ["in/name-1.tar#good.txt"]),
        ("link.tar", ["in/link.tar#good.txt"]),
        ("line-of-100-mb.jsonl", ["in/line-of-100-mb.jsonl#2"]),
        ("deep.jsonl", ["in/deep.jsonl#2"]),
        ("number-as-title.pdf", ["in/number-as-title.pdf"]),
        ("line-of-40-mb.mbox", ["in/line-of-40-mb.mbox#2"]),
        ("ragged.csv", ["in/ragged.csv#5"]),
    ],
)
def test_what_is_sound_beside_it_is_read(name: str, documents: list[str]) -> None:
    found, _ = read(HOSTILE[name](), uri=f"in/{name}", landed_at=LANDED)
    assert [document.uri for document in found] == documents


@pytest.mark.parametrize(
    ("words", "told_words"),
    [
        ("loop at IndirectObject(4, 0, 139782176051600).", "ValueError: loop at IndirectObject(4, 0, ...)."),
        ("<object at 0x7f89debdb70> on page 12", "ValueError: <object at ...> on page 12"),
    ],
)
def test_an_error_is_told_the_same_in_every_process(words: str, told_words: str) -> None:
    assert told(ValueError(words)) == told_words


def variants(name: str, seed: int, count: int) -> None:
    chosen = random.Random(f"{name} {seed}")
    for _ in range(count):
        data = bytearray(samples()[name])
        for _ in range(chosen.randint(1, 12)):
            chosen.choice(CHANGES)(data, chosen)
        first = safely_read(name, bytes(data))
        assert chosen.random() > 0.05 or first == safely_read(name, bytes(data))


def change_byte(data: bytearray, chosen: random.Random) -> None:
    if data:
        data[chosen.randrange(len(data))] = chosen.randrange(256)


def drop(data: bytearray, chosen: random.Random) -> None:
    start = chosen.randrange(len(data) + 1)
    del data[start : start + chosen.randint(1, 200)]


def repeat(data: bytearray, chosen: random.Random) -> None:
    start = chosen.randrange(len(data) + 1)
    data[start:start] = data[start : start + chosen.randint(1, 200)] * chosen.randint(1, 20)


def insert(data: bytearray, chosen: random.Random) -> None:
    start = chosen.randrange(len(data) + 1)
    data[start:start] = chosen.choice(TOKENS)


TOKENS = [
    b"\0",
    b"\xff\xff\xff\xff",
    b"<",
    b">",
    b'"',
    b"\n\n",
    b"---\n",
    b"{",
    b"]",
    b"%00",
    b"\r\n\r\n",
    b"-1",
    b"99999999999",
]
CHANGES: list[Callable[[bytearray, random.Random], None]] = [change_byte, drop, repeat, insert]


@pytest.mark.parametrize("name", samples())
def test_variants_of_every_format(name: str) -> None:
    variants(name, seed=1, count=25)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 110))
@pytest.mark.parametrize("name", samples())
def test_ten_thousand_variants_of_each_format(name: str, seed: int) -> None:
    variants(name, seed, count=1000)


READ = """
import re, sys
from datetime import UTC, datetime
from transforms.readers import read_stream
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        for item in read_stream(file, uri=path, landed_at=datetime(2026, 1, 2, tzinfo=UTC)):
            pass
    print(path, int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read()).group(1)) // 1024)
"""
HUNGRY = [
    *("bomb-in-zip-in-zip.zip", "bomb.pdf", "bomb.docx", "bomb.bz2", "bomb-in-page.warc", "attached-bomb.eml"),
    *("greedy.xz", "line-of-100-mb.jsonl", "value-of-40-mb.json", "many-keys.json", "long-field.csv", "open-quote.csv"),
    *("over-20-mb.txt", "paragraphs.html", "links.html", "one-long-word.html", "feed-of-html.rss"),
    "wide-zips-in-zips.zip",
]  # fmt: skip


def test_memory_stays_under_500_mb(tmp_path: Path) -> None:
    for name in HUNGRY:
        (tmp_path / name).write_bytes(HOSTILE[name]())
    paths = [str(tmp_path / name) for name in HUNGRY]
    done = subprocess.run([sys.executable, "-c", READ, *paths], capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert len(lines) == len(HUNGRY)
    assert int(lines[-1].split()[-1]) < 500, done.stdout


def test_a_sound_text_survives_among_its_harmed_copies() -> None:
    documents, _ = read(samples()["a.txt"], uri="in/a.txt", landed_at=LANDED)
    assert TEXT in documents[0].text
