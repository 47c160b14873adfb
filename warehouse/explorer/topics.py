"""What an event is about, in a few words: labels and peaks of the page lead with it, not with who acted."""

import re

_ABOUT = re.compile(r"\b(?:on|over|about|against|into|regarding|concerning|calling for|in)\s+(.{3,})$")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+(?=\S)", re.IGNORECASE)


def topic(title: str, roles: list[tuple[str, str]]) -> str:
    """The topic of an event from its title and its (role, name) pairs.

    What follows "on", "over", "about" and the like in the title; else whom the event is aimed at; else the title
    without the name of an actor at its start.
    """
    told = title.strip()
    for role, name in roles:
        if role in ("actor", "body") and name and told.startswith(name + " "):
            told = told[len(name) + 1 :].strip()
            break
    if found := _ABOUT.search(told):
        return _ARTICLE.sub("", found.group(1))[:80]
    for role, name in roles:
        if role == "target" and name:
            return name[:80]
    return told[:80]
