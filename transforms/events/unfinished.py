"""Times of which a part is left, and what goes on now: "later today", "are looking into a fire on Friday night"."""

from transforms.events.clauses import group_at
from transforms.events.elsewhere import told_as_past
from transforms.events.phrases import phrase_words
from transforms.events.triggers import Hit
from transforms.records import Timex


def of_what_is_left(hit: Hit, timex: Timex) -> bool:
    """Whether a time lies in what is left of a day, week or year: "later this month", but not "was lost tonight"."""
    told = timex.text.lower().split()
    if timex.anchor != "published" or phrase_words().left.isdisjoint(told):
        return False
    return "tonight" not in told or not told_as_past(hit)


def in_progress(hit: Hit) -> bool:
    """Whether a verb tells what goes on now: "are investigating a fire on Friday night", "continue to look into it"."""
    line = hit.line
    if hit.part != "verb":
        return False
    group = group_at(line, hit.first)
    if group.infinitive and line.word(group.start - 1) in ("continue", "continues"):
        return True
    if line.tag(hit.first) != "ing":
        return False
    return group.be and not group.have and not {"is", "are"}.isdisjoint(line.words[group.start : hit.first])
