"""The recognisers of English, in the order in which they are asked."""

from transforms.dates.rules.beside import BESIDE
from transforms.dates.rules.days import DAYS
from transforms.dates.rules.digits import DIGITS
from transforms.dates.rules.lengths import LENGTHS
from transforms.dates.rules.months import MONTHS
from transforms.dates.rules.periods import PERIODS
from transforms.dates.rules.relative import RELATIVE
from transforms.dates.rules.rule import Rule
from transforms.dates.rules.seasons import SEASONS
from transforms.dates.rules.sets import SETS
from transforms.dates.rules.story import STORY
from transforms.dates.rules.times import TIMES
from transforms.dates.rules.vague import VAGUE
from transforms.dates.rules.weekdays import WEEKDAYS
from transforms.dates.rules.windows import WINDOWS

GROUPS: dict[str, tuple[Rule, ...]] = {
    "Dates in digits": DIGITS,
    "Days": DAYS,
    "Weekdays": WEEKDAYS,
    "Months": MONTHS,
    "Years, decades and centuries": PERIODS,
    "Seasons, quarters and parts of periods": SEASONS,
    "Counted from a date told before": STORY,
    "Up to the day of publication or from it on": WINDOWS,
    "Counted from the day of publication": RELATIVE,
    "Counted from a date told in the same breath": BESIDE,
    "Times of day": TIMES,
    "Past, present and future": VAGUE,
    "Durations": LENGTHS,
    "Sets": SETS,
}

ENGLISH: tuple[Rule, ...] = tuple(rule for rules in GROUPS.values() for rule in rules)
