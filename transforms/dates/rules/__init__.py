"""The recognisers of English, in the order in which they are asked."""

from transforms.dates.rules.days import DAYS
from transforms.dates.rules.others import OTHERS
from transforms.dates.rules.periods import PERIODS
from transforms.dates.rules.relative import RELATIVE
from transforms.dates.rules.rule import Rule

ENGLISH: tuple[Rule, ...] = (*DAYS, *PERIODS, *RELATIVE, *OTHERS)
