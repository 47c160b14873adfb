"""What a participle beside a trigger says of a time: "the law, passed in May", "with the last guest leaving today"."""

from transforms.events.stances import words
from transforms.events.tagging import AUXILIARY, VERBAL, Line
from transforms.events.triggers import Hit

SHORT = 3
"""Words from a participle to its time."""
LONG = 9
"""Words of what is told beside the rest of a sentence."""


def made_in_aside(line: Line, hit: Hit, first: int) -> bool:
    """Whether a participle between commas says when a thing was made: "the law, passed in May"."""
    made = hit.last + 2
    if hit.part != "noun" or line.word(hit.last + 1) != "," or line.tag(made) != "ed" or first > made + SHORT:
        return False
    between = line.tags[made + 1 : first]
    return line.lemma(made) in words().realising and not any(tag in VERBAL or tag in AUXILIARY for tag in between)


def of_company(line: Line, low: int, first: int) -> bool:
    """Whether a time says what others do beside what is told: ", with the last ship arriving on Tuesday"."""
    doing = first - 2 if line.tag(first - 1) == "preposition" else first - 1
    if doing <= low or not line.word(doing).endswith("ing"):
        return False
    return any(
        line.words[at] == "with" and line.words[at - 1] == "," for at in range(max(low + 1, doing - LONG), doing)
    )


def in_claim(line: Line, low: int, trigger: int) -> bool:
    """Whether a trigger stands in what is claimed beside a deed: "left in 1995, claiming the vote broke the rules"."""
    for at in range(low, trigger - 1):
        if line.words[at] == "," and line.tag(at + 1) == "ing" and line.lemma(at + 1) in words().reporting:
            return True
    return False
