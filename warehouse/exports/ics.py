"""iCalendar (RFC 5545): all-day entries that calendars subscribe to."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pyarrow as pa

from warehouse.exports.events import Happening, happenings

if TYPE_CHECKING:
    from icalendar import Event

NO_DAY = date(1970, 1, 1)


def ics_bytes(rows: pa.Table) -> bytes:
    """A calendar of the events whose interval is closed; an event that is vague, planned or possible is TENTATIVE."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Daybook//Timeline//EN")
    calendar.add("version", "2.0")
    for told in happenings(rows):
        if told.earliest is not None and told.latest is not None:
            calendar.add_component(entry(told, told.earliest, told.latest))
    return bytes(calendar.to_ical())


def entry(told: Happening, earliest: date, latest: date) -> "Event":
    """One all-day entry; the end of a calendar entry is exclusive. Its stamp is the day of the last report."""
    from icalendar import Event

    made = Event()
    made.add("uid", f"{told.event_id}@daybook")
    made.add("dtstamp", datetime.combine(told.reported or NO_DAY, time(), UTC))
    made.add("dtstart", earliest)
    made.add("dtend", latest + timedelta(days=1) if latest < date.max else latest)
    made.add("summary", told.title)
    made.add("description", "\n".join(told.lines()))
    made.add("status", status(told))
    made.add("transp", "TRANSPARENT")
    if told.event_type:
        made.add("categories", [told.event_type])
    return made


def status(told: Happening) -> str:
    """The calendar's word for how sure an event is."""
    if told.modality == "negated":
        return "CANCELLED"
    return "CONFIRMED" if told.certain and told.modality in (None, "asserted") else "TENTATIVE"
