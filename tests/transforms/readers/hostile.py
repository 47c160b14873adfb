"""Inputs that mean harm, or were harmed: made here, some hundreds, as name -> a function of the bytes."""

import bz2
import gzip
import io
import json
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial

from reader_samples import PAGE, TEXT, parquet, pdf, samples, tarred, warc, warc_record, word, zipped

Make = Callable[[], bytes]
ZEROS = 150_000_000


def hostile() -> dict[str, Make]:
    """Every hostile input by its name."""
    made: dict[str, Make] = {}
    for name, data in samples().items():
        made |= {f"{kind}-{name}": partial(harm, data) for kind, harm in HARMS.items()}
    for group in (bombs, archives, records, pages, messages, web_archives, texts):
        for name, make in group():
            assert name not in made
            made[name] = make
    return made


def cut(data: bytes, share: float) -> bytes:
    return data[: int(len(data) * share)]


def flipped(data: bytes, step: int) -> bytes:
    out = bytearray(data)
    for place in range(step // 2, len(out), step):
        out[place] ^= 0xFF
    return bytes(out)


HARMS: dict[str, Callable[[bytes], bytes]] = {
    "cut-10": lambda data: cut(data, 0.1),
    "cut-50": lambda data: cut(data, 0.5),
    "cut-90": lambda data: cut(data, 0.9),
    "cut-last": lambda data: data[:-1],
    "flipped-few": lambda data: flipped(data, 97),
    "flipped-many": lambda data: flipped(data, 7),
    "hole": lambda data: data[: len(data) // 3] + bytes(64) + data[len(data) // 3 + 64 :],
    "twice": lambda data: data + data,
    "rubbish-after": lambda data: data + bytes(range(256)) * 4,
    "rubbish-before": lambda data: b"\x07" * 3 + data,
    "backwards": lambda data: data[::-1],
    "packed-six-times": lambda data: packed(data, 6),
}


def packed(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = gzip.compress(data, mtime=0)
    return data


def zeros_packed(times: int) -> bytes:
    return packed(bytes(ZEROS), times)


def bombs() -> Iterator[tuple[str, Make]]:
    yield "bomb.gz", lambda: zeros_packed(1)
    yield "bomb.gz.gz", lambda: zeros_packed(2)
    yield "bomb-of-text.gz", lambda: packed(b"All work and no play. " * (ZEROS // 22), 1)
    yield "bomb.bz2", lambda: bz2.compress(bytes(ZEROS))
    yield "bomb.xz", lambda: lzma.compress(b"A vote. " * (ZEROS // 8))
    yield "greedy.xz", lambda: lzma.compress(b"A vote.", filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 29}])
    yield "two-streams.xz", lambda: lzma.compress(b"A vote was ") + lzma.compress(b"lost on 3 May 2019.")
    yield "bomb.zip", lambda: zipped({"a.txt": b"text " * (ZEROS // 5)})
    yield "bombs.zip", lambda: zipped({f"{number}.jsonl": b"[1]\n" + b" " * 9_000_000 for number in range(10)})
    yield "bomb-in-zip-in-zip.zip", lambda: zipped({"b.zip": zipped({"a.gz": zeros_packed(1)})})
    yield "bomb.tar.gz", lambda: packed(tarred({"a.jsonl": b"\n" * ZEROS}), 1)
    yield "zips-in-zips.zip", partial(nested_zips, 9)
    yield "wide-zips-in-zips.zip", partial(wide_zips, 3, 12)
    yield "bomb.docx", partial(docx_with, "<w:t>" + "a" * 60_000_000 + "</w:t>")
    yield "number-as-title.pdf", lambda: pdf().replace(b"(Harbour vote lost)", b"-1                 ")
    yield "bomb.pdf", partial(pdf_with_stream, bytes(ZEROS))
    yield "entities.rss", partial(entities, '<rss version="2.0"><channel><title>{}</title></channel></rss>')
    yield "entities.atom", partial(entities, '<feed xmlns="http://www.w3.org/2005/Atom"><title>{}</title></feed>')
    yield "entities.xml", partial(entities, "<urlset><url><loc>{}</loc></url></urlset>")
    yield "entities.html", partial(entities, "<html><body><p>{}</p></body></html>")
    yield "entities.docx", partial(docx_with, "<w:t>&j;</w:t>", doctype=ENTITIES)
    yield "outside.docx", partial(docx_with, "<w:t>&x;</w:t>", doctype=OUTSIDE)
    yield "outside.rss", f"{OUTSIDE}<rss><channel><title>&x;</title></channel></rss>".encode
    yield "aliases.txt", partial(yaml_aliases, 12)


ENTITIES = (
    '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
OUTSIDE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def entities(form: str) -> bytes:
    return (ENTITIES + form.format("&j;")).encode()


def yaml_aliases(depth: int) -> bytes:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, depth)]
    return ("---\n" + "\n".join(rows) + f"\ntitle: *a{depth - 1}\n---\n{TEXT}\n").encode()


def nested_zips(depth: int) -> bytes:
    data = TEXT.encode()
    for number in range(depth):
        data = zipped({f"{number}.zip" if number else "a.txt": data})
    return data


def wide_zips(depth: int, width: int) -> bytes:
    data = zipped({"a.jsonl": b" " * 5_000_000})
    for _ in range(depth):
        data = zipped({f"{number}.zip": data for number in range(width)})
    return data


def docx_with(body: str, doctype: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as sound, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in sound.infolist():
            data = sound.read(member)
            if member.filename == "word/document.xml":
                data = data.replace(b"<w:body>", b"<w:body><w:p><w:r>" + body.encode() + b"</w:r></w:p>")
                data = data.replace(b"<w:document", doctype.encode() + b"<w:document", 1)
            archive.writestr(member, data)
    return out.getvalue()


def pdf_with_stream(content: bytes) -> bytes:
    data = zlib.compress(content)
    head, rest = pdf().split(b"4 0 obj", 1)
    tail = rest.split(b"endobj", 1)[1]
    stream = b"4 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream\nendobj" % (len(data), data)
    return head + stream + tail


def archives() -> Iterator[tuple[str, Make]]:
    names = [
        *("../a.txt", "/etc/passwd", "C:\\a.txt", "..\\..\\a.txt", "a/../../b.txt", "a\nb.txt", "x" * 600),
        *("a\u202etxt.exe", "\\\\host\\share\\a.txt", "a/./b.txt", " ", "é" * 20, "con.txt", "a//b.txt"),
    ]  # fmt: skip
    for number, name in enumerate(names):
        yield f"name-{number}.zip", partial(zipped, {name: TEXT.encode(), "good.txt": TEXT.encode()})
        yield f"name-{number}.tar", partial(tarred, {name: TEXT.encode(), "good.txt": TEXT.encode()})
    kinds = {"link": tarfile.SYMTYPE, "hard-link": tarfile.LNKTYPE, "device": tarfile.CHRTYPE, "pipe": tarfile.FIFOTYPE}
    for name, kind in kinds.items():
        yield f"{name}.tar", partial(tar_with, kind)
    yield "size-lies.tar", lambda: tarred({"a.txt": TEXT.encode()}).replace(b"00000000114", b"77777777777", 1)[:2048]
    yield "empty.zip", partial(zipped, {})
    yield "empty.tar", lambda: bytes(10_240)
    yield "folders-only.zip", partial(zipped, {"a/": b"", "b/": b""})
    yield "same-name-twice.zip", partial(zip_twice, "a.txt")
    yield "many-members.zip", partial(zipped, {f"{number}.txt": b"" for number in range(10_500)})
    yield "link.zip", partial(zip_with, 0xA1ED0000, 0)
    yield "encrypted.zip", partial(zip_with, 0, 1)
    yield "lzma.zip", partial(zipped, {"a.txt": TEXT.encode()}, zipfile.ZIP_LZMA)
    yield "no-directory.zip", lambda: zipped({"a.txt": TEXT.encode()})[:60]
    yield "wrong-check.gz", lambda: packed(TEXT.encode(), 1)[:-8] + bytes(8)
    yield "only-a-head.gz", lambda: b"\x1f\x8b\x08\x00" + bytes(6)
    yield "only-a-head.bz2", lambda: b"BZh9"
    yield "only-a-head.xz", lambda: b"\xfd7zXZ\0"
    yield "executable.exe", lambda: b"MZ\x90\x00" + bytes(range(256)) * 20
    yield "picture.jpg", lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 20
    yield "spreadsheet.xlsx", partial(zipped, {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})


def tar_with(kind: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        entry = tarfile.TarInfo("a.txt")
        entry.type, entry.linkname = kind, "/etc/passwd"
        archive.addfile(entry)
        entry = tarfile.TarInfo("good.txt")
        entry.size = len(TEXT)
        archive.addfile(entry, io.BytesIO(TEXT.encode()))
    return out.getvalue()


def zip_twice(name: str) -> bytes:
    first, second = zipped({name: TEXT.encode()}), zipped({name.replace("a", "b"): b"Other text."})
    return first + second


def zip_with(attributes: int, flag: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo("a.txt")
        entry.external_attr = attributes
        archive.writestr(entry, "/etc/passwd")
    data = bytearray(out.getvalue())
    if flag:
        data[6] |= flag
        data[data.index(b"PK\x01\x02") + 8] |= flag
    return bytes(data)


def records() -> Iterator[tuple[str, Make]]:
    values = [
        *('{"text": NaN}', '{"text": 1e99999}', '{"text": "\\ud800"}', '{"text": "a", "text": "b"}', '{"text": ["a"]}'),
        *('{"text": {"a": 1}}', '{"text": "a", "date": 1e400}', '{"text": "a", "date": [1]}', "{}"),
        *('{"text": "a", "uri": "javascript:alert(1)"}', '{"text": "a", "source": {"name": {"name": 1}}}', "null"),
        *('{"text": "\\u0000"}', "[[[]]]"),
        *('{"articles": {"articles": []}}', '{"articles": [1, null, [], {}]}', '"text"', "-", '{"text": "a"'),
        *("[1,]", "[,]"),
        '{"AyeCount": 1e3, "NoCount": true, "Title": "x", "Date": "2021-01-01"}',
    ]  # fmt: skip
    for number, value in enumerate(values):
        yield f"value-{number}.json", value.encode
        yield f"value-{number}.jsonl", (value + '\n{"text": "Good."}\n').encode
    yield "deep.json", lambda: b"[" * 200_000
    yield "deep.jsonl", lambda: b'{"a":' * 200_000 + b'\n{"text": "Good."}'
    yield "long-number.json", lambda: b'[{"text": "a", "date": ' + b"9" * 100_000 + b"}]"
    yield "line-of-100-mb.jsonl", lambda: b'{"text": "' + b"a" * 100_000_000 + b'"}\n{"text": "Good."}\n'
    yield "value-of-40-mb.json", lambda: b'[{"text": "' + b"a" * 40_000_000 + b'"}]'
    yield "many-keys.json", lambda: json.dumps([{f"k{number}": number for number in range(200_000)}]).encode()
    yield "open-quote.csv", lambda: b'title,text\na,"' + b"b\n" * 1_000_000
    yield (
        "many-columns.csv",
        lambda: b"title,text," + b",".join(b"c%d" % number for number in range(100_000)) + b"\na,b\n",
    )
    yield "ragged.csv", lambda: b"title,text\na,b,c,d\na\n\na,b\n"
    yield "head-only.csv", lambda: b"title,text\n"
    yield "nothing-known.csv", lambda: b"a,b\n1,2\n"
    yield "zeros.csv", lambda: b"title,text\na\0,b\0\n"
    yield "long-field.csv", lambda: b"title,text\na," + b"b" * 20_000_000 + b"\n"
    yield "other-columns.parquet", lambda: parquet({"a": "1"})
    yield "foot-lies.parquet", lambda: b"PAR1" + bytes(100) + struct.pack("<I", 0x7FFFFFFF) + b"PAR1"
    yield "no-foot.parquet", lambda: b"PAR1" + bytes(1000)


def pages() -> Iterator[tuple[str, Make]]:
    body = f"<p>{TEXT}</p>"
    yield "nested.html", lambda: b"<div>" * 100_000 + body.encode()
    yield "nested-in-page.html", lambda: PAGE.replace("<article>", "<article>" + "<b><i>" * 5_000).encode()
    yield "links.html", lambda: b"<html><body>" + b'<a href="/x">x</a> ' * 100_000
    yield "attributes.html", lambda: b"<html><body><p " + b"".join(b"a%d=1 " % n for n in range(50_000)) + b">x</p>"
    yield "paragraphs.html", f"<html><body><article>{body * 20_000}</article>".encode
    yield "one-long-word.html", lambda: b"<html><body><article><p>" + b"a" * 4_000_000 + b"</p></article>"
    yield "script-only.html", lambda: b"<html><script>document.write('text')</script></html>"
    yield "frames.html", lambda: b"<html><frameset><frame src='file:///etc/passwd'></frameset></html>"
    yield "open-comment.html", lambda: b"<html><!--" + b" a " * 100_000
    yield "open-tag.html", lambda: b"<html><body><p" + b" a" * 100_000
    yield "comments.html", lambda: b"<!-- a -->" * 20_000 + PAGE.encode()
    yield (
        "times.html",
        lambda: PAGE.replace("<article>", "<article>" + '<time datetime="2021-01-01">x</time>' * 20_000).encode(),
    )
    yield "metas.html", lambda: PAGE.replace("<head>", "<head>" + '<meta name="date" content="soon">' * 50_000).encode()
    yield "linked-data-deep.html", partial(page_with_data, "[" * 100_000)
    yield "linked-data-wide.html", partial(page_with_data, json.dumps([{"@type": "NewsArticle"}] * 100_000))
    yield (
        "linked-data-odd.html",
        partial(page_with_data, '{"@type": [{}], "headline": [[]], "publisher": [{"name": {}}]}'),
    )
    yield "canonical-odd.html", partial(page_with_link, "http://[::1")
    yield "canonical-script.html", partial(page_with_link, "javascript:alert(1)")
    yield "charset-odd.html", lambda: PAGE.replace("<head>", '<head><meta charset="x-none">').encode("cp1252")
    yield "charset-lies.html", lambda: PAGE.replace("<head>", '<head><meta charset="utf-16">').encode()
    yield "zeros.html", lambda: PAGE.replace("board", "bo\0ard").encode()
    yield "over-5-mb.html", lambda: PAGE.encode() + b" " * 10_000_000
    yield "feed-without-end.rss", lambda: b'<rss version="2.0"><channel>' + b"<item><title>a</title>" * 5_000
    yield "feed-of-nothing.rss", lambda: b'<rss version="2.0"><channel></channel></rss>'
    yield "feed-deep.rss", lambda: b'<rss version="2.0"><channel>' + b"<item>" * 250_000
    yield "feed-of-html.rss", lambda: b'<rss version="2.0"><channel><item><description>' + b"&lt;div&gt;" * 50_000
    yield "feed-dates.rss", partial(feed_with, "<pubDate>99 Foo 99999 99:99</pubDate>")
    yield "feed-links.rss", partial(feed_with, "<link>javascript:alert(1)</link>")
    yield "sitemap-deep.xml", lambda: b"<urlset>" + b"<url>" * 50_000
    yield "sitemap.xml", lambda: b"<urlset><url><loc>https://q.example/1</loc></url></urlset>"
    yield "unknown.xml", lambda: b'<?xml version="1.0"?><invoice><total>3</total></invoice>'


def page_with_data(data: str) -> bytes:
    return PAGE.replace("<head>", f'<head><script type="application/ld+json">{data}</script>').encode()


def page_with_link(address: str) -> bytes:
    return PAGE.replace("<head>", f'<head><link rel="canonical" href="{address}">').encode()


def feed_with(inner: str) -> bytes:
    return f'<rss version="2.0"><channel><item><description>{TEXT}</description>{inner}</item></channel></rss>'.encode()


def messages() -> Iterator[tuple[str, Make]]:
    head = b"From: a@q.example\r\nSubject: s\r\nMIME-Version: 1.0\r\n"
    yield "parts-in-parts.eml", partial(nested_message, 500)
    yield "no-boundary.eml", lambda: head + b"Content-Type: multipart/mixed\r\n\r\ntext\r\n"
    yield "no-end.eml", lambda: head + b"Content-Type: multipart/mixed; boundary=X\r\n\r\n--X\r\n\r\ntext"
    yield (
        "many-parts.eml",
        lambda: head + b"Content-Type: multipart/mixed; boundary=X\r\n\r\n" + b"--X\r\n\r\nt\r\n" * 5_000,
    )
    yield (
        "odd-charset.eml",
        lambda: head + b"Content-Type: text/plain; charset=x-none\r\n\r\ncaf\xe9 and more text here",
    )
    yield "odd-base64.eml", lambda: head + b"Content-Transfer-Encoding: base64\r\n\r\n" + b"====" * 1_000
    yield "long-header.eml", lambda: b"From: " + b"a <" * 500_000 + b"\r\nSubject: s\r\n\r\ntext"
    yield "many-headers.eml", lambda: b"From: a\r\nTo: b\r\n" * 20_000 + b"\r\ntext"
    yield "odd-words.eml", lambda: b"From: =?x-none?q?=FF?= <a>\r\nSubject: =?utf-8?b?!?=\r\nDate: soon\r\n\r\ntext"
    yield "no-text.eml", lambda: head + b"Content-Type: image/png\r\n\r\nxx"
    yield "attached-bomb.eml", partial(attached, "bomb.gz", ZEROS)
    yield "only-separators.mbox", lambda: b"From a\n\n" * 50_000
    yield (
        "line-of-40-mb.mbox",
        lambda: b"From a\nSubject: s\n\n" + b"x" * 40_000_000 + b"\n\nFrom b\nSubject: t\n\nGood.\n",
    )


def nested_message(depth: int) -> bytes:
    data = b"From: a@q.example\r\nSubject: s\r\n"
    for number in range(depth):
        data += b"Content-Type: multipart/mixed; boundary=X%d\r\n\r\n--X%d\r\n" % (number, number)
    return data + b"\r\ntext\r\n"


def attached(name: str, size: int) -> bytes:
    from base64 import encodebytes

    return (
        b"From: a@q.example\r\nSubject: s\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n"
        b"--X\r\n\r\ntext\r\n--X\r\nContent-Type: application/gzip\r\nContent-Transfer-Encoding: base64\r\n"
        b"Content-Disposition: attachment; filename="
        + name.encode()
        + b"\r\n\r\n"
        + encodebytes(packed(bytes(size), 1))
    )


def web_archives() -> Iterator[tuple[str, Make]]:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    good = warc()
    yield "length-lies.warc", lambda: good.replace(b"Content-Length: 5", b"Content-Length: 99999999995", 1)
    yield "length-negative.warc", lambda: good.replace(b"Content-Length: ", b"Content-Length: -", 1)
    yield "length-odd.warc", lambda: good.replace(b"Content-Length: ", b"Content-Length: x", 1)
    yield "no-end-of-head.warc", lambda: b"WARC/1.0\r\n" + b"A: b\r\n" * 100_000
    yield "long-head.warc", lambda: b"WARC/1.0\r\nA: " + b"b" * 5_000_000
    yield "version-odd.warc", lambda: good.replace(b"WARC/1.0", b"WARC/9.9")
    yield (
        "bomb-in-page.warc",
        lambda: warc_record(
            "response", "https://q.example/1", http + b"Content-Encoding: gzip\r\n\r\n" + packed(bytes(ZEROS), 1)
        ),
    )
    yield (
        "chunks-odd.warc",
        lambda: warc_record(
            "response", "https://q.example/1", http + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFF\r\ntext"
        ),
    )
    yield (
        "packed-odd.warc",
        lambda: warc_record("response", "https://q.example/1", http + b"Content-Encoding: br\r\n\r\ntext"),
    )
    yield "no-http.warc", lambda: warc_record("response", "https://q.example/1", b"text without any header")
    yield "no-uri.warc", lambda: warc_record("response", "", http + b"\r\n" + PAGE.encode())
    yield "status-odd.warc", lambda: warc_record("response", "x", b"HTTP/1.1 9999999999 X\r\n\r\n" + PAGE.encode())
    yield "info-only.warc", lambda: warc_record("warcinfo", "", b"a: b\r\n")
    yield "big-page.warc", partial(warc, (("https://q.example/1", 200, b"<p>" + b"a " * 6_000_000),))


def texts() -> Iterator[tuple[str, Make]]:
    yield "mark-only.txt", lambda: b"\xef\xbb\xbf"
    yield "odd-bytes.txt", lambda: b"text \xff\xfe\xfa\x81 text " * 10
    yield "half-utf16.txt", lambda: "text".encode("utf-16")[:-1]
    yield "utf7.txt", lambda: b"+/v8-text"
    yield "controls.txt", lambda: bytes(range(1, 32)) * 100
    yield "escapes.txt", lambda: b"\x1b[31mtext\x1b[0m " * 100
    yield "both-ways.txt", lambda: "\u202etext\u202c \u2066x\u2069 ".encode() * 100
    yield "marks.txt", lambda: ("a" + "\u0301" * 1000).encode() * 100
    yield "lines.txt", lambda: b"\n" * 4_000_000 + b"a"
    yield "one-line.txt", lambda: b"word " * 900_000
    yield "over-5-mb.txt", lambda: b"word " * 1_000_001
    yield "over-20-mb.txt", lambda: b"word " * 5_000_000
    yield "spaces.txt", lambda: b" " * 4_000_000
    yield "no-breaks.txt", lambda: "\u00a0".encode() * 1_000
    yield "yaml-object.txt", lambda: b"---\ntitle: !!python/object/apply:os.system ['true']\n---\nText."
    yield "yaml-deep.txt", lambda: b"---\na: " + b"[" * 30_000 + b"\n---\nText."
    yield "yaml-tabs.txt", lambda: b"---\n\ttitle: x\n---\nText."
    yield "yaml-list.txt", lambda: b"---\n- a: b\n---\nText."
    yield "rules.txt", lambda: b"---\n---\n---\nText."
    yield "links.md", lambda: b"[" * 100_000 + b"](x)"
    yield "stars.md", lambda: b"*_`" * 100_000
    yield "headings.md", lambda: b"# " * 100_000
