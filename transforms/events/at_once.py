"""What is announced to take effect at once, and so has come about: "said he would resign with immediate effect"."""

from transforms.events.phrases import phrase_words
from transforms.events.triggers import Hit

REACH = 10
"""Words behind a trigger in which it is said to take effect at once."""


def at_once(hit: Hit) -> bool:
    """Whether somebody is told to go or come with immediate effect."""
    line = hit.line
    if hit.entry.event.family != "membership" or line.vocabulary.isdisjoint(phrase_words().immediate):
        return False
    behind = line.words[hit.last + 1 : hit.last + 1 + REACH]
    told = next((at for at, word in enumerate(behind) if word in phrase_words().immediate), None)
    if told is None:
        return False
    around = [behind[at] for at in (told - 1, told + 1) if 0 <= at < len(behind)]
    return "effect" in around or "effective" in around
