"""The sample articles: short, complete, of made-up outlets, and read without a reject."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from flows.inputs import expand
from transforms.records import Document, Reject

FOLDER = Path(__file__).parent.parent / "seeds" / "articles"
ITEMS = [
    item
    for entry in expand([FOLDER], published=None, source=None)
    for item in entry.read(datetime(2026, 1, 2, tzinfo=UTC))
]
DOCUMENTS = [item for item in ITEMS if isinstance(item, Document)]


def test_all_are_read() -> None:
    assert [item for item in ITEMS if isinstance(item, Reject)] == []
    assert len(DOCUMENTS) >= 18
    assert {document.reader for document in DOCUMENTS} == {"text", "markdown", "html", "jsonl", "division"}


def test_one_has_no_day_and_all_others_have_one() -> None:
    undated = [document for document in DOCUMENTS if document.published is None]
    assert [(document.published_basis, document.published_latest) for document in undated] == [("unknown", None)]


def test_ids_and_addresses_differ() -> None:
    assert len({document.document_id for document in DOCUMENTS}) == len(DOCUMENTS)
    assert len({document.uri for document in DOCUMENTS}) == len(DOCUMENTS)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.uri)
def test_each_is_short_and_of_a_made_up_outlet(document: Document) -> None:
    assert len(document.text.split()) <= 500
    assert document.source
    if document.reader != "division":
        assert document.title
        assert document.text.startswith(document.title)
        assert urlsplit(document.uri).hostname
        assert str(urlsplit(document.uri).hostname).endswith(".example")
