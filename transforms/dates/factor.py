"""One pattern for many: templates that begin alike share their beginning, so that the automaton walks it once."""

import re

PIECE = re.compile(
    r"""
    \\.                                # an escaped character
    | \[\^?\]?(?:\\.|[^\]\\])*\]       # a class of characters
    | \{[a-z_]+\}|\{\d+(?:,\d*)?\}     # a fragment of the vocabulary, or a repeat inside a group
    | [()|]                            # the edges of groups and alternatives
    | [^\\\[(){}|]                     # any other character
    """,
    re.VERBOSE,
)
INSIDE = re.compile(r"(?:\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^\\\[()])+")
"""What stands inside a group and is neither edge of one."""

REPEAT = re.compile(r"[?*+]|\{\d+(?:,\d*)?\}")
NAMES = re.compile(r"\?P<[a-z]+>|:[a-z]+(?=\})")

Sequence = tuple[str, ...]


def factored(templates: list[str]) -> str:
    """A template that matches what any of the given ones matches; their named parts lose their names."""
    sequences = [sequence for template in templates for sequence in alternatives(nameless(template))]
    return merged(list(dict.fromkeys(sequences)))


def nameless(template: str) -> str:
    """A template without the names of its parts."""
    return NAMES.sub(lambda match: "?:" if match[0][0] == "?" else "", template)


def alternatives(template: str) -> list[Sequence]:
    """A template as its alternatives, each a sequence of pieces; a group with its repeat is one piece."""
    found: list[Sequence] = []
    pieces: list[str] = []
    at = 0
    while at < len(template):
        if template[at] == "|":
            found.append(tuple(pieces))
            pieces, at = [], at + 1
            continue
        end = group_end(template, at)
        repeat = REPEAT.match(template, end)
        end = repeat.end() if repeat else end
        pieces.append(template[at:end])
        at = end
    found.append(tuple(pieces))
    whole = [sequence for sequence in found if len(sequence) == 1 and is_group(sequence[0])]
    rest = [sequence for sequence in found if sequence not in whole]
    return [*rest, *(inner for sequence in whole for inner in alternatives(sequence[0][3:-1]))]


def is_group(piece: str) -> bool:
    """Whether a piece is a plain group without a repeat."""
    return piece.startswith("(?:") and piece.endswith(")")


def group_end(template: str, at: int) -> int:
    """Where the piece at a place ends: past its closing bracket when it opens a group."""
    depth, piece = 0, PIECE
    while True:
        match = piece.match(template, at)
        if match is None:
            raise ValueError(f"no piece at {at} of {template!r}")
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        at = match.end()
        if depth == 0:
            return at
        piece = PIECE if template[at : at + 1] in ("(", ")") else INSIDE


def merged(sequences: list[Sequence]) -> str:
    """One template for sequences of pieces, those that begin alike put together."""
    heads: dict[str, list[Sequence]] = {}
    for sequence in sequences:
        heads.setdefault(sequence[0] if sequence else "", []).append(sequence[1:])
    written = [head + (merged(rest) if rest != [()] else "") if head else "" for head, rest in heads.items()]
    return written[0] if len(written) == 1 else f"(?:{'|'.join(written)})"
