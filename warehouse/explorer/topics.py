"""What an event is about, in a few words: labels and peaks of the page lead with it, not with who acted."""

import re
from collections.abc import Sequence

LONGEST = 80

_ABOUT = re.compile(r"\b(?:on|over|about|against|into|in|regarding|concerning|calling for) (?=(.{3,})$)")
_DAY = re.compile(
    r"\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_ARTICLE = re.compile(r"(?:the|an?) (?=\S)", re.IGNORECASE)
_JOINED = re.compile(r"^[\s,]*(?:and others\b|and\b)?[\s,]*")


def topic(title: str, roles: Sequence[tuple[str, str]]) -> str:
    """The topic of an event from its title and its (role, name) pairs.

    What follows "on", "about", "against" and the like in the title, when it is neither a day nor the venue; else whom
    the event is aimed at; else the title without the parties it begins with.
    """
    venues = tuple(name for role, name in roles if role == "venue" and name)
    for match in _ABOUT.finditer(title):
        about = match.group(1)
        if not _DAY.match(about) and not about.startswith(venues):
            return _without_article(_without_venue(about, venues))[:LONGEST]
    for role, name in roles:
        if role == "target" and name:
            return name[:LONGEST]
    return (_without_parties(title, [name for _, name in roles if name]) or title)[:LONGEST]


def _without_article(words: str) -> str:
    return words[match.end() :] if (match := _ARTICLE.match(words)) else words


def _without_venue(words: str, venues: Sequence[str]) -> str:
    for venue in venues:
        words = words.removesuffix(f" in {venue}")
    return words


def _without_parties(title: str, names: Sequence[str]) -> str:
    """The title from where its list of names ends, such as "hold meeting" of "Council and others hold meeting"."""
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    rest = title
    while name := next((name for name in ordered if _begins(rest, name)), None):
        rest = _JOINED.sub("", rest[len(name) :], count=1)
    return rest.strip()


def _begins(words: str, name: str) -> bool:
    return words.lower().startswith((f"{name.lower()} ", f"{name.lower()},"))
