"""An article as tests of what is found in one make it up."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from transforms.annotate import annotate
from transforms.events.lexicon import default_lexicon
from transforms.events.summary import Summary, summarise
from transforms.records import Document, Mention

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


def events_of(text: str, published: date | None = PUBLISHED) -> tuple[Document, list[Summary]]:
    """An article of this text, and what it tells in the order in which it does."""
    document = article(text, published)
    return document, summarise(annotate(document, default_lexicon()).mentions, published)


def read_marked(marked: str) -> tuple[Sequence[Mention], int, int]:
    """What a text tells when it is read without its brackets, and where what they stand around begins and ends."""
    text = marked.replace("[", "").replace("]", "")
    return annotate(article(text), default_lexicon()).mentions, marked.index("["), marked.index("]") - 1


def told_there(marked: str, event_type: str) -> Mention:
    """The one mention of a type whose trigger meets what the brackets of a text stand around."""
    mentions, start, end = read_marked(marked)
    (found,) = [m for m in mentions if m.event_type == event_type and m.start < end and start < m.end]
    return found


def roles_of(text: str) -> list[set[tuple[str, str]]]:
    """The roles and names of those who take part in each event of a text."""
    return [{(role.role, role.name) for role in event.roles} for event in events_of(text)[1]]
