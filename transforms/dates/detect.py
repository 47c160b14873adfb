"""The language of a text, by its script and its words."""

import re
from collections import Counter
from functools import cache

import seeds
from transforms.dates.languages import codes, encodable, recognise_in
from transforms.dates.recognise import PLAIN, flat, recognise, shadow

SCRIPTS = (
    ("ja", 0x3040, 0x30FF),
    ("ko", 0xAC00, 0xD7A3),
    ("zh", 0x4E00, 0x9FFF),
    ("ar", 0x0600, 0x06FF),
    ("hi", 0x0900, 0x097F),
    ("el", 0x0370, 0x03FF),
    ("ru", 0x0400, 0x04FF),
)
"""Languages with a script of their own, and the letters of it."""

ENGLISH = frozenset(
    ["the", "of", "and", "to", "was", "that", "is", "for", "on", "by", "with", "will", "he", "it", "were", "in"]
)
"""The function words of English."""

WORD = re.compile(r"[^\W\d_]+(?:['’](?:s|ll|re|ve|m|d|t|clock)\b)?")
"""A word, with what English joins to it: "I'll" has no Polish "i" in it."""

TOLD = 8
"""Where more than one word in so many is one of these, no other language needs to be thought of."""

TELLING = 3
"""How many different function words tell that a text in plain letters is not English."""

SHORT = 12
"""Up to how many words a text is too short for its function words alone to tell."""


def detect(text: str) -> str:
    """The language of a text: by its script, by its function words, and by `py3langid` where these leave doubt.

    Anything unknown counts as English, whose rules are careful.
    """
    if text[:20_000].count(" the ") * 400 > min(len(text), 20_000):
        return "en"
    head = encodable(text[:2000].translate(PLAIN).lower())
    script = by_script(head)
    if script == "ru" and any(letter in head for letter in "іїєґ"):
        return "uk"
    if script is not None:
        return script
    words = WORD.findall(head)
    counts = Counter(words)
    if sum(counts[word] for word in ENGLISH) * TOLD > len(words) > SHORT:
        return "en"
    said = frozenset(counts)
    heard = {code: listed & said for code, listed in function_words().items()}
    scores = {code: sum(counts[word] for word in listed) for code, listed in heard.items()}
    if len(words) <= SHORT:
        return of_few_words(text.translate(PLAIN), scores)
    best = max(sorted(scores), key=lambda code: scores[code])
    ordered = sorted(scores.values())
    # English that is short of function words has some that look like another language's: "per", "s", "care".
    foreign = max(len(listed) for code, listed in heard.items() if code != "en")
    if head.isascii() and foreign < TELLING:
        return "en"
    if ordered[-1] > ordered[-2]:
        return best
    # Tables and lists have hardly a function word; in plain letters they are English unless words tell more.
    return "en" if head.isascii() and scores["en"] == scores[best] else guessed(head)


def of_few_words(text: str, scores: dict[str, int]) -> str:
    """The language of a short text: of those with the most words, or one fewer, that which reads most of it as time."""
    most = max(scores.values())
    if most == 0 and text.isascii():
        return "en"
    least = max(most - 1, min(most, 1))
    likely = [code for code in sorted(scores) if scores[code] >= (most - 1 if code == "en" else least)]
    if likely == ["en"]:
        return "en"
    return max(likely, key=lambda code: (letters_read(code, text), scores[code], code == "en"))


def letters_read(code: str, text: str) -> int:
    """How many characters of a text are time expressions in a language."""
    found = recognise(text, flat(shadow(text))) if code == "en" else recognise_in(code, text)
    return sum(one.end - one.start for one in found)


@cache
def function_words() -> dict[str, frozenset[str]]:
    """The words by which a language is known."""
    table = seeds.toml("words/languages.toml")
    return {**{code: frozenset(row["function"]) for code, row in table.items()}, "en": ENGLISH}


def by_script(text: str) -> str | None:
    """The language that a script belongs to when it makes up most letters of a text."""
    if max(text, default="") < chr(min(low for _, low, _ in SCRIPTS)):
        return None
    letters = [ord(char) for char in text if char.isalpha()]
    if not letters:
        return None
    shares = {code: sum(low <= letter <= high for letter in letters) for code, low, high in SCRIPTS}
    if shares["ja"] * 10 > len(letters):
        return "ja"
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] * 2 > len(letters) else None


def guessed(text: str) -> str:
    """The language that `py3langid` finds, or English when it is none of ours."""
    import py3langid

    code = str(py3langid.classify(text)[0])
    return code if code in codes() else "en"
