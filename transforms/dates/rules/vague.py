"""Words that say no more than past, present or future."""

from collections.abc import Callable

from transforms.dates.meaning import Vague
from transforms.dates.rules.rule import Product, Rule, Words


def always(value: str) -> Callable[[Words], Product]:
    """A production for words that say the same wherever they stand."""
    return lambda words: Vague(value)


PAST, PRESENT, FUTURE = always("PAST_REF"), always("PRESENT_REF"), always("FUTURE_REF")

VAGUE: tuple[Rule, ...] = (
    Rule(
        name="story-past",
        pattern=r"former|recent",
        make=PAST,
        examples=(("the [former] king", "PAST_REF"),),
        mode="narrative",
    ),
    Rule(
        name="story-future",
        pattern=r"future",
        make=FUTURE,
        examples=(("a [future] king", "FUTURE_REF"),),
        mode="narrative",
    ),
    Rule(
        name="story-period",
        pattern=r"(?:this|that) period|the time being",
        make=PRESENT,
        examples=(("during [this period] Rome fell", "PRESENT_REF"),),
        mode="narrative",
    ),
    Rule(
        name="story-time",
        pattern=r"(?:this time|that time|the same time)",
        make=PRESENT,
        examples=(("by [this time] Rome had fallen", "PRESENT_REF"),),
        before=r"\b(?:at|by|from|around|about|during|until|till|since|of|in|to) ",
        counters=("They sailed again, this time to Rome.",),
        mode="narrative",
    ),
    Rule(
        name="story-the-time",
        pattern=r"the time",
        make=PRESENT,
        examples=(("a port that was small at [the time].", "PRESENT_REF"),),
        before=r"\b(?:at|of|around|during|in) ",
        counters=("By the time they came, Rome had fallen.",),
        mode="narrative",
    ),
    Rule(
        name="recently",
        pattern=r"recently|lately",
        make=PAST,
        examples=(("[recently]", "PAST_REF"),),
    ),
    Rule(
        name="now",
        pattern=(
            r"(?:right )?now|currently|current|these days|nowadays|at present|the present|at this time|at the moment"
        ),
        make=PRESENT,
        examples=(("[now]", "PRESENT_REF"), ("the [current] law", "PRESENT_REF")),
    ),
    Rule(
        name="future",
        pattern=r"the (?:(?:near |foreseeable )?future|(?:near|short) term)",
        make=FUTURE,
        examples=(("in [the future]", "FUTURE_REF"), ("for [the foreseeable future]", "FUTURE_REF")),
    ),
    Rule(
        name="one-day",
        pattern=r"(?:one|some) day",
        make=FUTURE,
        examples=(
            ("the hall will [one day] be a school", "FUTURE_REF"),
            ("she hopes to [one day] lead it", "FUTURE_REF"),
        ),
        before=(
            r"\b(?:will|would|could|can|may|might|shall|should|must"
            r"|(?:hop|wish|want|dream|mean|plan)[a-z]* (?:to|of)) "
        ),
        not_after=r" (?:of|off|or)\b|-",
        counters=("they cut it to one day of talks", "it could last one day"),
    ),
    Rule(
        name="todays-world",
        pattern="today",
        make=PRESENT,
        examples=(("in [today]'s world", "PRESENT_REF"), ("at [today]'s prices", "PRESENT_REF")),
        after=r"'s {ages}\b",
        counters=("today's vote",),
    ),
    Rule(
        name="past",
        pattern=r"the past",
        make=PAST,
        examples=(("in [the past]", "PAST_REF"),),
        not_after=r" (?:{number}|{vague}) ",
        counters=("over the past three summers",),
    ),
)
"""Rules for words without a place of their own on the calendar."""
