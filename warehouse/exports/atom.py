"""An Atom feed (RFC 4287) of events, those last reported first."""

from datetime import UTC, date, datetime, time
from html import escape

import pyarrow as pa

from warehouse.exports.events import Happening, happenings

NO_DAY = date(1970, 1, 1)


def atom_bytes(rows: pa.Table) -> bytes:
    """A feed with one entry an event, updated on the day of its last report."""
    from feedgen.feed import FeedGenerator

    told = sorted(happenings(rows), key=lambda each: (each.reported or NO_DAY, each.event_id))
    feed = FeedGenerator()
    feed.id("urn:daybook:timeline")
    feed.title("Daybook timeline")
    feed.author({"name": "Daybook"})
    feed.updated(stamp(told[-1]) if told else datetime.combine(NO_DAY, time(), UTC))
    for each in told:
        entry = feed.add_entry(order="prepend")
        entry.id(f"urn:daybook:event:{each.event_id}")
        entry.title(visible(each.title).strip() or "untitled")
        entry.updated(stamp(each))
        entry.content("".join(f"<p>{escape(visible(line))}</p>" for line in each.lines()), type="html")
        if each.event_type:
            entry.category(term=visible(each.event_type))
    return bytes(feed.atom_str(pretty=True))


def stamp(told: Happening) -> datetime:
    """The instant at which an entry counts as updated."""
    return datetime.combine(told.reported or NO_DAY, time(), UTC)


def visible(text: str) -> str:
    """Text without the control characters that XML cannot hold."""
    return "".join(
        sign
        for sign in text
        if sign in "\t\n" or " " <= sign < "\ud800" or "\ue000" <= sign <= "\ufffd" or sign > "\uffff"
    )
