"""The page of documentation that the rules write themselves."""

from transforms.dates.languages import codes
from transforms.dates.rules import GROUPS
from transforms.dates.rules.rule import Rule

HEAD = """# Dates

This page is made by `transforms.dates.document` from the rules; a test keeps it equal to them.

A text is scanned once for all rules; the rule that reads an expression says what it means, and
`transforms.dates.resolve` turns that into a TIMEX3 value and an inclusive interval of days. The command
`daybook dates "TEXT" --published DAY` shows for every expression its value, its days and the name of its rule.

- Weekdays name a day of the last seven unless the verb speaks of the future; months and days of a month take the
  nearest year, where the side that the tense speaks against weighs three times.
- "Last week" is Monday to Sunday of the week before, "last year" and "last month" are whole; "a few weeks ago" is two
  to six weeks before; "earlier this week" ends with the day of publication. A part of a day is that day.
- A history that tells of other times is read as a narrative: dates without a year take that of the date told last.
- The end of a line is a blank, the end of a paragraph parts words. Titles between quotation marks ("This Week") are
  no time.
- Without a day of publication, values stay open (`XXXX-WXX-5`) and the offsets say how far the days can lie from it.

`python -m benchmarks.timex IN OUT` finds the timexes of a corpus and tells how fast. `python -m
benchmarks.timex_folds SCORER GOLD` tells the figures by fold of its documents, or with `--but FOLD` the errors of all
other folds, so that a rule is written looking at four folds and read on the fifth.

Examples have the expression in brackets; values are those on Wednesday 10 April 2019.
"""


def row(rule: Rule) -> list[str]:
    """The lines of one rule."""
    lines = [f"### `{rule.name}`", ""]
    if rule.mode is not None:
        lines += [f"In a {rule.mode} only.", ""]
    lines += [f"- {text} → `{value}`" for text, value in rule.examples]
    lines += [f"- not in: {text}" for text in rule.counters]
    return [*lines, ""]


KINDS = {
    "full": "a day of a month, with a year and a weekday when told",
    "month": "a month, with a year when told",
    "numeric": "a date in digits, in the order of the language",
    "date": "a date with the signs for year, month and day",
    "weekday": "a weekday, with its word for last or next",
    "phrase": "words such as yesterday and last week",
    "moved": "so many units ago or ahead",
    "year": "a year after a word that leads to one",
}


def languages() -> list[str]:
    """The section on languages other than English."""
    known = ", ".join(f"`{code}`" for code in codes())
    lines = ["## Other languages", "", f"Read with the language data of `dateparser`: {known}.", ""]
    return [*lines, *(f"- `xx-{kind}`: {what}" for kind, what in KINDS.items()), ""]


def document() -> str:
    """The whole page in Markdown."""
    lines = [HEAD]
    for title, rules in GROUPS.items():
        lines += [f"## {title}", ""]
        for rule in rules:
            lines += row(rule)
    lines += languages()
    return "\n".join(lines).rstrip() + "\n"
