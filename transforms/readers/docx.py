"""Word documents."""

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from transforms.readers.article import Article, Place
from transforms.readers.errors import UnreadableError
from transforms.records import Reject

MAX_PART = 20_000_000
MAX_PARTS = 100_000_000
MAX_PARAGRAPHS = 50_000


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The one article of a document: its paragraphs and the cells of its tables, in their order.

    The headline is the paragraph styled as title, else the title in the document's properties.
    """
    import docx

    with zipfile.ZipFile(file) as package:
        sizes = {part.filename: part.file_size for part in package.infolist()}
    if sum(sizes.values()) > MAX_PARTS or sizes.get("word/document.xml", 0) > MAX_PART:
        raise UnreadableError("bomb", f"unpacks to over {MAX_PART // 1_000_000} MB of text with its marks")
    if "word/document.xml" not in sizes:
        raise UnreadableError("unreadable", "an Office file, but no Word document; save it as .docx or .csv")
    file.seek(0)
    document = docx.Document(file)
    title = document.core_properties.title or None
    paragraphs: list[str] = []
    for paragraph in _paragraphs(document):
        text = paragraph.text.strip()
        if text and not paragraphs and paragraph.style is not None and paragraph.style.name == "Title":
            title = text
        paragraphs.append(text)
        if len(paragraphs) > MAX_PARAGRAPHS:
            raise UnreadableError("oversized", f"over {MAX_PARAGRAPHS} paragraphs; split it into articles")
    yield Article(uri=place.uri, text="\n\n".join(filter(None, paragraphs)), title=title)


def _paragraphs(document: Any) -> Iterator[Any]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
        else:
            yield block
