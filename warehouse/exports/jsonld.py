"""JSON-LD with the vocabulary of schema.org, for search engines and knowledge graphs."""

import json
from typing import Any

import pyarrow as pa

from warehouse.exports.events import Happening, happenings

PROPERTIES = {"body": "organizer", "actor": "performer", "target": "about", "venue": "location"}
TYPES = {"body": "Organization", "actor": "Thing", "target": "Thing", "venue": "Place"}
STATUS = {
    "planned": "https://schema.org/EventScheduled",
    "negated": "https://schema.org/EventCancelled",
}


def jsonld_bytes(rows: pa.Table) -> bytes:
    """A graph of events; `temporalCoverage` is the interval of days, open where a bound is unknown."""
    graph = {"@context": "https://schema.org", "@graph": [node(told) for told in happenings(rows)]}
    return (json.dumps(graph, ensure_ascii=False, indent=1) + "\n").encode()


def node(told: Happening) -> dict[str, Any]:
    """One event. Only a day that is known is a start date."""
    made: dict[str, Any] = {"@type": "Event", "@id": f"urn:daybook:event:{told.event_id}", "name": told.title}
    if told.certain:
        made["startDate"] = made["endDate"] = str(told.earliest)
    made["temporalCoverage"] = f"{told.earliest or '..'}/{told.latest or '..'}"
    if told.event_type:
        made["additionalType"] = told.event_type
    if told.modality in STATUS:
        made["eventStatus"] = STATUS[told.modality]
    if told.status:
        made["description"] = told.status
    for role, name in told.people:
        made.setdefault(PROPERTIES[role], []).append({"@type": TYPES[role], "name": name})
    if told.outlets:
        made["subjectOf"] = [
            {"@type": "NewsArticle", "publisher": {"@type": "NewsMediaOrganization", "name": outlet}}
            for outlet in told.outlets
        ]
    return made
