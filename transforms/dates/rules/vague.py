"""Words that say no more than past, present or future."""

from transforms.dates.meaning import Meaning, Vague
from transforms.dates.rules.rule import Product, Rule, Words


def story_vague(words: Words) -> Product:
    """Words for past and future that histories use of people and things."""
    text = words.text.lower()
    return Vague({"former": "PAST_REF", "recent": "PAST_REF", "future": "FUTURE_REF"}.get(text, "PRESENT_REF"))


PAST = "recently|lately"
PRESENT = "now|right now|currently|current|these days|nowadays|at present|the present|at this time|at the moment"
FUTURE = "the future|the near future|the foreseeable future|the near term|the short term"


def vague(words: Words) -> Meaning:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""
    text = words["r"]
    return Vague(
        "PAST_REF" if text in PAST.split("|") else "PRESENT_REF" if text in PRESENT.split("|") else "FUTURE_REF"
    )


VAGUE: tuple[Rule, ...] = (
    Rule(
        name="story-vague",
        pattern=r"(?:former|recent|future|this period|that period|the time being)",
        make=story_vague,
        examples=(("the [former] king", "PAST_REF"), ("during [this period] Rome fell", "PRESENT_REF")),
        mode="narrative",
    ),
    Rule(
        name="story-time",
        pattern=r"(?:this time|that time|the same time)",
        make=lambda words: Vague("PRESENT_REF"),
        examples=(("by [this time] Rome had fallen", "PRESENT_REF"),),
        before=r"\b(?:at|by|from|around|about|during|until|till|since|of|in|to) ",
        counters=("They sailed again, this time to Rome.",),
        mode="narrative",
    ),
    Rule(
        name="story-the-time",
        pattern=r"the time",
        make=lambda words: Vague("PRESENT_REF"),
        examples=(("a port that was small at [the time].", "PRESENT_REF"),),
        before=r"\b(?:at|of|around|during|in) ",
        counters=("By the time they came, Rome had fallen.",),
        mode="narrative",
    ),
    Rule(
        name="vague",
        pattern=rf"(?P<r>{PAST}|{PRESENT}|{FUTURE})",
        make=vague,
        examples=(
            ("[recently]", "PAST_REF"),
            ("[now]", "PRESENT_REF"),
            ("in [the future]", "FUTURE_REF"),
        ),
    ),
    Rule(
        name="one-day",
        pattern=r"(?:one|some) day",
        make=lambda words: Vague("FUTURE_REF"),
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
        make=lambda words: Vague("PRESENT_REF"),
        examples=(("in [today]'s world", "PRESENT_REF"), ("at [today]'s prices", "PRESENT_REF")),
        after=r"'s {ages}\b",
        counters=("today's vote",),
    ),
    Rule(
        name="vague-past",
        pattern=r"the past",
        make=lambda words: Vague("PAST_REF"),
        examples=(("in [the past]", "PAST_REF"),),
        not_after=r" (?:{number}|{vague}) ",
        counters=("over the past three summers",),
    ),
)
"""Rules for words without a place of their own on the calendar."""
