"""An annotated article for people: which words told what, as marked stretches of text and as an HTML page."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from transforms.events.summary import Summary, summarise
from transforms.records import Annotation, Document, Mention, Timex

MarkKind = Literal["trigger", "role", "count", "time"]
_RANK: dict[MarkKind, int] = {"trigger": 0, "count": 1, "time": 2, "role": 3}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text and what it was read as; `label` says it in a few words."""

    start: int
    end: int
    kind: MarkKind
    label: str


def marks(annotation: Annotation) -> list[Mark]:
    """Marked stretches in order of the text, none overlapping: where two readings meet, triggers win over names."""
    found = {*_of_mentions(annotation.mentions), *map(_of_timex, annotation.timexes)}
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (_RANK[mark.kind], mark.start, -mark.end, mark.label)):
        at = bisect_left(kept, mark.start, key=lambda other: other.start)
        clear_before = at == 0 or kept[at - 1].end <= mark.start
        if clear_before and (at == len(kept) or mark.end <= kept[at].start):
            kept.insert(at, mark)
    return kept


def _of_mentions(mentions: Sequence[Mention]) -> Iterator[Mark]:
    for mention in mentions:
        number = mention.happening + 1
        status = " ".join(filter(None, (mention.modality, mention.outcome)))
        yield Mark(mention.start, mention.end, "trigger", f"{number} {mention.event_type}, {status}, {_days(mention)}")
        for role in mention.roles:
            yield Mark(role.start, role.end, "role", f"{role.role} of {number}: {role.name}")
        for count in mention.counts:
            yield Mark(count.start, count.end, "count", f"{count.counted} of {number}: {count.n}")


def _of_timex(timex: Timex) -> Mark:
    return Mark(timex.start, timex.end, "time", f"{timex.value}, {_days(timex)}, {timex.rule}")


def _days(dated: Mention | Timex | Summary) -> str:
    if dated.earliest == dated.latest:
        return str(dated.earliest or "no day")
    return f"{dated.earliest or ''}..{dated.latest or ''}"


_STYLE = """
body { font: 17px/1.6 Georgia, serif; max-width: 44em; margin: 2em auto; padding: 0 1em; white-space: pre-wrap; }
table { font: 14px/1.4 sans-serif; border-collapse: collapse; white-space: normal; margin-bottom: 2em; }
td, th { border: 1px solid #999; padding: .2em .6em; text-align: left; vertical-align: top; }
mark { color: inherit; border-radius: 3px; padding: 0 2px; }
mark.trigger { background: #ffd166; font-weight: bold; }
mark.role { background: #cfe8ff; }
mark.count { background: #d8f5d0; }
mark.time { background: #eadcff; }
@media (prefers-color-scheme: dark) {
  body { background: #1b1b1b; color: #eee; }
  mark.trigger { background: #7a5a00; } mark.role { background: #16405f; }
  mark.count { background: #255c1a; } mark.time { background: #47307a; }
}
"""


def html_page(document: Document, annotation: Annotation) -> str:
    """A page that shows the article with its marks, and a table of its events. Nothing of the text is trusted."""
    title = escape(document.title or document.uri)
    body = "".join(_html(document.text, marks(annotation)))
    return (
        f'<!doctype html>\n<html lang="{escape(document.language or "en", quote=True)}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{_STYLE}</style></head>\n"
        f"<body>{_table(document, annotation)}{body}</body></html>\n"
    )


def _html(text: str, marked: Sequence[Mark]) -> Iterator[str]:
    at = 0
    for mark in marked:
        yield escape(text[at : mark.start])
        label = escape(mark.label, quote=True)
        yield f'<mark class="{mark.kind}" title="{label}">{escape(text[mark.start : mark.end])}</mark>'
        at = mark.end
    yield escape(text[at:])


def _table(document: Document, annotation: Annotation) -> str:
    rows = []
    for summary in summarise(annotation.mentions, document.published):
        roles = "; ".join(f"{role.role}: {role.name}" for role in summary.roles)
        counts = "; ".join(f"{count.counted}: {count.n}" for count in summary.counts)
        cells = (
            str(summary.happening + 1),
            summary.event_type,
            summary.modality,
            summary.outcome or "",
            _days(summary),
            roles,
            counts,
        )
        rows.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
    heads = ("no.", "type", "modality", "outcome", "days", "roles", "counts")
    return f"<table><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr>{''.join(rows)}</table>"
