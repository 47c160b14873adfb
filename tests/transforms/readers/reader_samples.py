"""One small sound sample of each format, made from two made-up articles."""

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from functools import cache

TITLE, TEXT = "Harbour vote lost", "Members of the harbour board rejected the motion by 12 votes to 9 on Friday."
OTHER = "The ferry company opened an inquiry last week."
PAGE = (
    '<!DOCTYPE html><html lang="en-GB"><head><title>Harbour vote lost | The Quay</title>'
    '<meta property="og:site_name" content="The Quay"><meta property="article:published_time" '
    'content="2021-03-09T10:00:00Z"></head><body><nav>Home</nav><article><h1>Harbour vote lost</h1>'
    f"<p>{TEXT}</p><p>{OTHER} {OTHER} {OTHER}</p></article></body></html>"
)


@cache
def samples() -> dict[str, bytes]:
    """Name to bytes; every one holds at least one article that tells TEXT."""
    front = f"---\ntitle: {TITLE}\nsource: The Quay\npublished: 2021-03-09\n---\n{TEXT}\n\n{OTHER}\n"
    record = {
        "title": TITLE,
        "text": TEXT,
        "source": "The Quay",
        "published": "2021-03-09",
        "uri": "https://q.example/1",
    }
    plain = {
        "a.txt": front.encode(),
        "a.md": f"# {TITLE}\n\n**{TEXT}**\n\n- {OTHER}\n".encode(),
        "a.html": PAGE.encode(),
        "a.jsonl": f"{json.dumps(record)}\n{json.dumps({'text': OTHER})}\n".encode(),
        "a.json": json.dumps([record, {"text": OTHER}], indent=1).encode(),
        "a.csv": table(record).encode(),
        "a.rss": rss().encode(),
        "a.atom": atom().encode(),
        "a.eml": mail(),
        "a.mbox": b"From a@q.example Tue Mar  9 10:00:00 2021\n" + mail() + b"\n\nFrom b Tue\nSubject: B\n\nMore.\n",
        "a.pdf": pdf(),
        "a.docx": word(),
        "a.parquet": parquet(record),
        "a.warc": warc(),
    }
    packed = {
        "a.txt.gz": gzip.compress(plain["a.txt"], mtime=0),
        "a.jsonl.bz2": bz2.compress(plain["a.jsonl"]),
        "a.csv.xz": lzma.compress(plain["a.csv"]),
        "a.warc.gz": gzip.compress(plain["a.warc"], mtime=0),
        "a.zip": zipped({"in/a.txt": plain["a.txt"], "a.html": plain["a.html"]}),
        "a.tar": tarred({"in/a.txt": plain["a.txt"], "a.pdf": plain["a.pdf"]}),
        "a.tar.gz": gzip.compress(tarred({"a.docx": plain["a.docx"], "a.txt": plain["a.txt"]}), mtime=0),
    }
    return plain | packed


def table(record: dict[str, str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(record), delimiter=";")
    writer.writeheader()
    writer.writerow(record | {"text": f'{TEXT}\n\nHe said "no"; she said yes.'})
    return out.getvalue()


def rss() -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        "<channel><title>The Quay</title><language>en-gb</language>"
        f"<item><title>{TITLE}</title><link>https://q.example/1</link><pubDate>Tue, 09 Mar 2021 10:00:00 GMT</pubDate>"
        f"<content:encoded><![CDATA[<p>{TEXT}</p><p>{OTHER}</p>]]></content:encoded></item>"
        "<item><title>Only a link</title><link>https://q.example/2</link></item></channel></rss>"
    )


def atom() -> str:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Quay</title><entry>'
        f'<title>{TITLE}</title><link href="https://q.example/1"/><published>2021-03-09T10:00:00Z</published>'
        f"<summary>{TEXT}</summary></entry></feed>"
    )


def mail() -> bytes:
    return (
        "From: =?utf-8?q?The_Quay?= <news@q.example>\r\nTo: reader@q.example\r\nSubject: Harbour vote lost\r\n"
        "Date: Tue, 09 Mar 2021 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=XX\r\n\r\n"
        f"--XX\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{TEXT}\r\n\r\n"
        f"--XX\r\nContent-Type: text/html; charset=utf-8\r\nContent-Disposition: attachment; filename=a.html\r\n\r\n"
        f"{PAGE}\r\n"
        "--XX--\r\n"
    ).encode()


def pdf(lines: tuple[str, ...] = (TEXT[:42], TEXT[42:], OTHER)) -> bytes:
    drawn = "BT /F1 12 Tf 72 720 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Title ({TITLE}) /CreationDate (D:20210310080000Z) >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{place:010} 00000 n \n" for place in places).encode()
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return out


def word() -> bytes:
    import docx

    document = docx.Document()
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph(TEXT)
    document.add_table(1, 1).cell(0, 0).text = OTHER
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def parquet(record: dict[str, str]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([record, {"text": OTHER}]), out)
    return out.getvalue()


def warc(pages: tuple[tuple[str, int, bytes], ...] = (("https://q.example/1", 200, PAGE.encode()),)) -> bytes:
    out = warc_record("warcinfo", "", b"software: none\r\n")
    for uri, status, body in pages:
        http = f"HTTP/1.1 {status} X\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
        out += warc_record("request", uri, b"GET / HTTP/1.1\r\nHost: q.example\r\n\r\n")
        out += warc_record("response", uri, http.encode() + body)
    return out


def warc_record(kind: str, uri: str, block: bytes) -> bytes:
    media = "application/warc-fields" if kind == "warcinfo" else f"application/http; msgtype={kind}"
    target = f"WARC-Target-URI: {uri}\r\n" if uri else ""
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:0-{len(block)}>\r\n"
            "WARC-Date: 2021-03-11T00:00:00Z\r\n"
            f"{target}Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
        ).encode()
        + block
        + b"\r\n\r\n"
    )


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=method)
    return out.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()
