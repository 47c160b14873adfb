"""Articles that try to break a page."""

from typing import Any

from benchmarks.explorer_events import rows_of

HOSTILE = {
    "script": "<script>document.title='owned'</script></script><!--<script>",
    "markup": '"><img src=x onerror="document.title=\'owned\'"><b>&lt;&amp;',
    "null": "before\x00after \x1b[31m\ufeff\u2028\u2029",
    "overrides": "\u202eright to left\u202c \u2066isolated\u2069 \u202e",
    "astral": "😀😀 on 𝔘nicode \U0001f468\u200d\U0001f469\u200d\U0001f467 day",
    "long": "x" * 10_000,
    "template": "$script $$ ${events} $policy \\1 \\u0000",
    "formula": '=HYPERLINK("http://evil.example","x")',
    "surrogates": "A" * 200 + "é́́́́" * 100,
}


def hostile_rows(text: str, uri: str) -> dict[str, list[dict[str, Any]]]:
    """One event that is called `text`, told by a sentence that holds it, beside two harmless ones."""
    rows = rows_of(3)
    event = rows["events"][0]
    event["title"] = text
    document_id = next(m["document_id"] for m in rows["mentions"] if m["event_id"] == event["event_id"])
    for document in rows["documents"]:
        if document["document_id"] == document_id:
            document |= {"text": f"{text} {document['text']}", "title": text, "source": text, "uri": uri}
    for mention in rows["mentions"]:
        if mention["document_id"] == document_id:
            shift = len(text) + 1
            mention |= {"start": mention["start"] + shift, "end": mention["end"] + shift}
            mention |= {"sentence_start": 0, "sentence_end": mention["sentence_end"] + shift, "attributed_to": text}
    for timex in rows["timexes"]:
        if timex["document_id"] == document_id:
            timex |= {"start": timex["start"] + len(text) + 1, "end": timex["end"] + len(text) + 1}
    for entity in rows["entities"][:5]:
        entity["name"] = text
    for role in rows["event_roles"][:2]:
        role["name"] = text
    return rows
