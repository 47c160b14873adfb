"""The recognisers of English, in the order in which they are asked."""

from transforms.dates.rules.days import DAYS
from transforms.dates.rules.others import OTHERS
from transforms.dates.rules.periods import PERIODS
from transforms.dates.rules.relative import RELATIVE
from transforms.dates.rules.rule import Rule

GROUPS: dict[str, tuple[Rule, ...]] = {
    "Days": DAYS,
    "Months, years and other periods": PERIODS,
    "Counted from another day": RELATIVE,
    "Times, durations, sets and vague words": OTHERS,
}

ENGLISH: tuple[Rule, ...] = tuple(rule for rules in GROUPS.values() for rule in rules)
