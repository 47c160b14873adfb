"""An article as tests of what is found in one make it up."""

from datetime import UTC, date, datetime

from transforms.records import Document

PUBLISHED = date(2024, 3, 12)


def article(text: str, published: date | None = PUBLISHED, uri: str = "d") -> Document:
    """An English article of a day, by default Tuesday 12 March 2024."""
    return Document(
        document_id="d",
        source=None,
        uri=uri,
        title=None,
        language="en",
        published=published,
        published_earliest=published,
        published_latest=published,
        published_basis="given" if published else "unknown",
        text=text,
        duplicate_of=None,
        landed_at=datetime(2024, 3, 12, tzinfo=UTC),
        reader="test",
    )
