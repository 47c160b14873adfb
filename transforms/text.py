"""Paragraphs, sentences and quotations of an article; every offset indexes the text as it was read."""

import re
from collections.abc import Iterator
from functools import cache

import re2

from seeds import toml
from transforms.records import Sentence, SentenceKind

# Closing marks stay with the sentence they close. A look-behind lets a match begin only where a run of stops begins and
# possessive quantifiers never give back, so that any text is scanned in linear time.
_STOP = re.compile(r"""[.!?…](?<![.!?…]{2})[.!?…]*+["'”’»)\]]*+(?:\s++(?=[^a-z,;:])|(?=[A-Z“‘][\w ‘]))""")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“‘]{1,20}$")
_NEXT_WORD = re.compile(r"[\"'“‘(\[]*([A-Za-z]+)")
_MARKS = re.compile("[\"“”«»‘’']")
_NEWLINE = re.compile(r"\n\s*")
_WRAP_BREAK = re.compile(r"\n(?:[^\S\n]{2,}|\s*\n\s*)")
_SOFT_BREAK = re.compile(r"^(.+)\n ?(?=\S)", re.MULTILINE)
_ENDED = re.compile(r"[.!?:;,…][\"'”’»)\]]*\s*$")
_PLAIN = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t", " "),
}
_TYPOGRAPHIC = re.compile(f"[{''.join(_PLAIN)}]")
_TYPOGRAPHIC_ASCII = [mark for mark in _PLAIN if mark.isascii()]
_SHORT = 160
"""Characters up to which a paragraph without a full stop is taken for a heading or a caption."""
_WRAPPED_LINE = range(40, 91)


def shadow(text: str) -> str:
    """The text with plain quotation marks, hyphens and spaces; as long as the original, so offsets hold in both."""
    if text.isascii() and not any(mark in text for mark in _TYPOGRAPHIC_ASCII):
        return text
    return _TYPOGRAPHIC.sub(lambda match: _PLAIN[match.group()], text)


def sentences(text: str) -> list[Sentence]:
    """Sentences in order: disjoint, and together they cover every character of the text that is not white space."""
    found: list[Sentence] = []
    for number, (start, end, kind) in enumerate(_paragraphs(text)):
        for first, last in _split(text, start, end):
            found.append(Sentence(start=first, end=last, paragraph=number, kind=kind))
    return found


def quotations(text: str) -> list[tuple[int, int]]:
    """Spans between quotation marks, marks left out; one that is never closed ends with its paragraph."""
    found: list[tuple[int, int]] = []
    for start, end in _blocks(text):
        found.extend(_quoted(text, start, end))
    return found


def _quoted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Quotations of one paragraph. Style is decided by what opens first; marks of the other style are inside it."""
    opened: int | None = None
    single = False
    for match in _MARKS.finditer(text, start, end):
        mark, at = match.group(), match.start()
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        opening = mark in "“‘«" or (
            mark not in "”’»" and not before.isalnum() and before not in ".,!?" and after.strip() != ""
        )
        plain_single = mark in "'’‘"
        if opened is None:
            if opening:
                opened, single = at + 1, plain_single
        elif plain_single == single and (not opening or (mark == '"' and before.isalnum())):
            if single and after.isalnum():
                continue
            yield opened, at
            opened = None
        elif plain_single == single:
            # A mark that opens while another is open: the paragraphs of one speech, run together.
            yield opened, at
            opened = at + 1
    if opened is not None and opened < end and (not single or text[opened - 1] == "‘"):
        yield opened, end


def _blocks(text: str) -> list[tuple[int, int]]:
    """Spans of paragraphs without the white space around them."""
    breaks = _WRAP_BREAK if _is_wrapped(text) else _NEWLINE
    spans: list[tuple[int, int]] = []
    at = 0
    for match in breaks.finditer(text):
        _add_trimmed(spans, text, at, match.start())
        at = match.end()
    _add_trimmed(spans, text, at, len(text))
    return spans


def _add_trimmed(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    body = piece.strip()
    if body:
        first = start + piece.index(body[0])
        spans.append((first, first + len(body)))


def _is_wrapped(text: str) -> bool:
    """Whether lines were broken at a width, as newswire is, so that a newline inside a paragraph means a space."""
    before = _SOFT_BREAK.findall(text)
    full = [line for line in before if len(line.strip()) in _WRAPPED_LINE and not _ENDED.search(line[-6:])]
    return len(full) >= 2 and len(full) > 0.5 * len(before)


def _paragraphs(text: str) -> Iterator[tuple[int, int, SentenceKind]]:
    """Paragraphs and what they are. A heading counts as one only while a story follows it."""
    blocks = _blocks(text)
    seen: set[str] = set()
    headed = False
    for number, (start, end) in enumerate(blocks):
        piece = text[start:end]
        key = _key(piece)
        kind = _kind(piece)
        if kind == "body":
            short = len(piece) <= _SHORT and not _ENDED.search(piece[-4:])
            if not headed and short and number + 1 < len(blocks):
                kind = "headline"
            elif (key in seen and key) or (short and number + 1 < len(blocks)):
                kind = "caption"
            headed = True
        seen.add(key)
        yield start, end, kind


def _key(piece: str) -> str:
    """What two paragraphs share when one repeats the other with other marks or case."""
    return shadow(piece).casefold().replace('"', "'").rstrip(".!?")


def _kind(piece: str) -> SentenceKind:
    if len(piece) > 2 * _SHORT:
        return "body"
    if not any(map(str.isalnum, piece)):
        return "boilerplate"
    # RE2 reads UTF-8, which half a surrogate pair has no place in.
    plain = shadow(piece).replace("\n", " ").encode("utf-8", "replace").decode("utf-8")
    patterns, kinds = _lines()
    return kinds[min(patterns.Match(plain) or (-1,))]


@cache
def _lines() -> tuple[re2.Set, tuple[SentenceKind, ...]]:
    """The patterns of lines, all tried in one pass, and what each of them is; what matches none is body."""
    lines = toml("words/boilerplate.toml")["line"]
    patterns = re2.Set.MatchSet()
    for line in lines:
        patterns.Add(f"(?i){line['pattern']}")
    patterns.Compile()
    return patterns, (*(line["kind"] for line in lines), "body")


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in _STOP.finditer(text, start, end):
        if match.end() >= end or not _ends(text, first, match):
            continue
        yield first, match.start() + len(match.group().rstrip())
        first = match.end()
    if first < end:
        yield first, end


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a stop ends a sentence rather than an abbreviation, an initial or a piece of an address."""
    marks = match.group()
    if not marks[-1].isspace():
        # No space follows: a paragraph break was lost where a word runs into a capitalised one ("century.The").
        before = text[max(start, match.start() - 2) : match.start()]
        ended = before[-1:].islower() or before[-1:].isdigit() or before[-1:] in "%)\"”’'" or len(marks) > 1
        initials = len(before) == 2 and before.isalpha() and before.isupper()
        return ended or (initials and text[match.end() : match.end() + 2].istitle())
    if marks[0] != "." or marks[1] in ".!?":
        return True
    before_stop = _WORD_BEFORE.search(text, max(start, match.start() - 20), match.start())
    if before_stop is None:
        return True
    word = before_stop.group().lower()
    abbreviations = _abbreviations()
    if word in abbreviations["before_name"]:
        return False
    if (len(word) == 1 and word.isalpha()) or "." in word or word in abbreviations["before_either"]:
        following = _NEXT_WORD.match(text, match.end())
        if following is not None and "." in word and following.group(1).lower() in abbreviations["goes_on"]:
            return False
        return following is not None and following.group(1).lower() in _openers()
    return True


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in toml("words/abbreviations.toml").items()}


@cache
def _openers() -> frozenset[str]:
    return frozenset(toml("words/openers.toml")["words"].split())
