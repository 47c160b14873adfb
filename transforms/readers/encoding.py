"""Bytes to text when nobody says how they are encoded."""

import codecs
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from transforms.readers.errors import UnreadableError

SAMPLE = 65_536
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\f\r\x1b"})
# Encodings that text on the web is in; the detector knows more, and finds them in noise.
_PLAUSIBLE = [
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "iso8859_15", "koi8_r", "koi8_u", "mac_roman"),
    *("cp932", "shift_jis", "euc_jp", "euc_kr", "cp949", "gbk", "gb18030", "big5"),
]


def encoding(sample: bytes) -> str | None:
    """The encoding of the bytes at the beginning of a text, or null when they look like no text at all.

    A byte order mark decides; else UTF-8 if they are that; else what `charset-normalizer` finds least chaotic, Windows
    Western when it finds that no worse than another.
    """
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    if b"\0" in sample:
        return _sixteen_bits(sample)
    if len(sample.translate(None, _CONTROLS)) < 0.95 * len(sample):
        return None
    if _is_utf8(sample):
        return "utf-8"
    from charset_normalizer import from_bytes

    matches = from_bytes(sample, cp_isolation=_PLAUSIBLE, threshold=0.15)
    best = matches.best()
    if best is None:
        return None
    rank = (best.chaos, -best.coherence)
    western = any(match.encoding == "cp1252" and (match.chaos, -match.coherence) <= rank for match in matches)
    return "cp1252" if western else best.encoding


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of the bytes; a declared encoding is believed when the bytes fit it.

    Raises:
        UnreadableError: binary, or in no encoding that is known.
    """
    sample = data[:SAMPLE]
    if declared and not _is_utf8(sample):
        try:
            return data.decode(declared)
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    name = encoding(sample)
    if name is None:
        raise UnreadableError("binary", "the bytes are no text in any encoding known")
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        pass
    wider = encoding(data) if len(data) > SAMPLE else None
    try:
        return data.decode(wider or "utf-8")
    except UnicodeDecodeError as error:
        detail = f"byte {error.start} does not fit {name}; save the file as UTF-8"
        raise UnreadableError("undecodable", detail) from None


def chunks(file: BinaryIO, size: int = 1 << 20) -> Iterator[str]:
    """The text of a file piece by piece; bytes that do not fit its encoding become U+FFFD.

    Raises:
        UnreadableError: the beginning is no text.
    """
    sample = file.read(SAMPLE)
    name = encoding(sample)
    if name is None:
        raise UnreadableError("binary", "the bytes are no text in any encoding known")
    decoder = codecs.getincrementaldecoder(name)(errors="replace")
    yield decoder.decode(sample)
    for data in iter(partial(file.read, size), b""):
        yield decoder.decode(data)
    yield decoder.decode(b"", final=True)


def lines(file: BinaryIO, longest: int) -> Iterator[str | None]:
    """The lines of a file without their ends; null stands for a line over `longest` characters, which is skipped."""
    kept = ""
    skipping = False
    for chunk in chunks(file):
        *whole, rest = chunk.split("\n")
        for line in whole:
            yield None if skipping or len(kept) + len(line) > longest else (kept + line).removesuffix("\r")
            kept, skipping = "", False
        if skipping or len(kept) + len(rest) > longest:
            kept, skipping = "", True
        else:
            kept += rest
    if skipping or kept:
        yield None if skipping else kept


def _sixteen_bits(sample: bytes) -> str | None:
    # Without a mark, text of mostly Western characters still shows in every other byte being zero.
    for name, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) > 0.4 * len(zeros) and sample.count(0) < 0.6 * len(sample):
            return name
    return None


def _is_utf8(sample: bytes) -> bool:
    # An incremental decoder forgives a character that the end of the sample cuts in two.
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True
