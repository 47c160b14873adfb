"""One event as a page of its own: its facts, its evidence, and the same for machines."""

import json
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from string import Template
from typing import Any

from warehouse.explorer.assemble import asset, content_security_policy
from warehouse.explorer.evidence import excerpt
from warehouse.exports.events import ROLES, Happening
from warehouse.exports.jsonld import node


def event_page(
    told: Happening,
    evidence: Sequence[dict[str, Any]],
    claims: Sequence[tuple[str, str]],
    links: Sequence[tuple[str, str, str]],
    base_url: str,
) -> str:
    """The page; `claims` are attributes and values, `links` are relations, ids and titles of other events."""
    head = f'<link rel="canonical" href="{escape(f"{base_url}events/{told.event_id}.html")}">\n'
    head += f'<script type="application/ld+json">{json_ld(told, evidence, base_url)}</script>\n'
    return _page(told.title, head, "\n".join(_body(told, evidence, claims, links)))


def moved_page(event_id: str, successor: str | None, base_url: str) -> str:
    """What stands at the address of an event that was merged into another one, or withdrawn."""
    head, body = "", "<h1>Withdrawn</h1>\n<p>The sources no longer tell this event.</p>"
    if successor:
        target = escape(f"{successor}.html")
        head = f'<link rel="canonical" href="{escape(f"{base_url}events/")}{target}">\n'
        head += f'<meta http-equiv="refresh" content="0; url={target}">\n'
        body = f'<h1>Moved</h1>\n<p>This event is now part of <a href="{target}">another one</a>.</p>'
    return _page(f"Event {event_id}", head, f'{body}\n<p><a href="../index.html">The whole timeline</a></p>')


def _page(title: str, head: str, body: str) -> str:
    style = asset("event.css")
    policy = escape(content_security_policy([], [style]))
    return Template(asset("event.html")).substitute(
        policy=policy, head=head, title=escape(title), style=style, body=body
    )


def json_ld(told: Happening, evidence: Sequence[dict[str, Any]], base_url: str) -> str:
    """schema.org's Event with the articles that tell it; safe inside a script element."""
    made = {"@context": "https://schema.org", **node(told), "url": f"{base_url}events/{told.event_id}.html"}
    articles = {}
    for row in evidence:
        article = {"@type": "NewsArticle", "url": row["uri"] if _is_web(row["uri"]) else None}
        article |= {"headline": row["headline_of"], "datePublished": row["published"] and str(row["published"])}
        article["publisher"] = row["source"] and {"@type": "NewsMediaOrganization", "name": row["source"]}
        articles[row["document_id"]] = {name: value for name, value in article.items() if value}
    made["subjectOf"] = list(articles.values())
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _body(
    told: Happening,
    evidence: Sequence[dict[str, Any]],
    claims: Sequence[tuple[str, str]],
    links: Sequence[tuple[str, str, str]],
) -> Iterable[str]:
    yield f'<p><a href="../index.html#event={escape(told.event_id)}">In the timeline</a></p>'
    yield f'<h1 dir="auto">{escape(told.title)}</h1>'
    parties = [(role, ", ".join(name for own, name in told.people if own == role)) for role in ROLES]
    facts = [("when", told.when), ("type", told.event_type or ""), ("status", told.status), *parties, *claims]
    yield "<dl>"
    yield from (f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts if value)
    yield "</dl>"
    yield "<h2>Who says so</h2>\n<ul>"
    for _, told_by in groupby(evidence, key=lambda row: row["document_id"]):
        yield _article(list(told_by))
    yield "</ul>"
    if links:
        yield "<h2>Linked events</h2>\n<ul>"
        for relation, other, title in links:
            shown = f'<a href="{escape(other)}.html">{escape(title)}</a>'
            yield f"<li>{escape(relation.replace('_', ' '))}: {shown}</li>"
        yield "</ul>"


def _article(rows: Sequence[dict[str, Any]]) -> str:
    """The sentences of one article, and where it is."""
    first = rows[0]
    outlet = escape(f"{first['source'] or 'unnamed source'} · {first['published'] or 'day unknown'}")
    name = escape(first["headline_of"] or first["uri"])
    if _is_web(first["uri"]):
        name = f'<a href="{escape(first["uri"])}" rel="noopener noreferrer nofollow">{name}</a>'
    return f'<li class="told"><p class="soft">{outlet}</p>{"".join(map(_sentence, rows))}{name}</li>'


def _sentence(row: dict[str, Any]) -> str:
    said = f'<p class="soft">in the words of {escape(row["attributed_to"])}</p>' if row["attributed_to"] else ""
    return f'<blockquote dir="auto">{_marked(row)}</blockquote>{said}'


def _marked(row: dict[str, Any]) -> str:
    """The sentence with its trigger and, where they stand apart from it, its time words marked."""
    cut, text = excerpt(row["sentence"], row["trigger_start"])
    spans = [(row["trigger_start"] - cut, row["trigger_end"] - cut, "trigger")]
    if row["date_basis"] and (start := text.find(row["date_basis"])) >= 0:
        spans.append((start, start + len(row["date_basis"]), "time"))
    parts, done = [], 0
    for start, end, kind in sorted(spans):
        if start < done:
            continue
        parts += [escape(text[done:start]), f'<mark class="{kind}">{escape(text[start:end])}</mark>']
        done = end
    return "".join([*parts, escape(text[done:])])


def _is_web(uri: str) -> bool:
    return uri.lower().startswith(("https://", "http://"))
