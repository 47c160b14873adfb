"""CSV and its kin: a header line, then a row an article, columns named as in records of JSON."""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from transforms.readers.article import Article, Place
from transforms.readers.encoding import lines
from transforms.readers.errors import UnreadableError
from transforms.readers.fields import articles_of
from transforms.readers.sniff import delimiter
from transforms.records import Reject

LONGEST = 16_000_000


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The article of each row."""
    # The module's own limit is 128 KB for a field, and is one for the whole process.
    csv.field_size_limit(LONGEST)
    source = _whole_lines(file)
    header = next(source, "").lstrip("\ufeff")
    rows = csv.reader(source, delimiter=delimiter(header))
    names = next(csv.reader([header], delimiter=delimiter(header)), [])
    try:
        for number, row in enumerate(rows, 2):
            if len(row) > len(names):
                yield place.reject("no record", f"row {number} has {len(row)} fields for {len(names)} columns", number)
            elif any(row):
                yield from articles_of(dict(zip(names, row, strict=False)), place, number)
    except csv.Error as error:
        raise UnreadableError("not CSV", f"line {rows.line_num}: {error}") from None


def _whole_lines(file: BinaryIO) -> Iterator[str]:
    for line in lines(file, LONGEST):
        if line is None:
            raise UnreadableError("oversized", f"a line over {LONGEST // 1_000_000} MB; what came before was read")
        yield line + "\n"
