"""Sets of times that come again."""

from transforms.dates.meaning import Repeated
from transforms.dates.rules.amounts import code, unit
from transforms.dates.rules.lengths import COUNTED
from transforms.dates.rules.rule import Piece, Product, Rule, Words
from transforms.dates.rules.times import part_code
from transforms.dates.vocabulary import cardinal, numbered, table

ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y",
    "yearly": "P1Y",
}  # fmt: skip
DAYS_OF_WEEK = {"weekday": "WD", "weekend": "WE"}
PLURALS = {"weekends": "XXXX-WXX-WE", "weekdays": "XXXX-WXX-WD"}


def each_unit(words: Words) -> Product:
    """Each month, twice a week, the last Friday of every month."""
    return Repeated(code("1", unit(words)))


def each_few(words: Words) -> Product:
    """Every other week, every ten minutes."""
    number = 2 if words["n"] == "other" else cardinal(words["n"])
    return Repeated(code(f"{number:g}", unit(words)))


def each_weekday(words: Words) -> Product:
    """Every Monday and Wednesday: each is a set of its own."""
    days = numbered("weekdays")
    first = Piece(0, words.spans["a"][1], Repeated(f"XXXX-WXX-{days[words['a']]}"))
    if words.get("b") is None:
        return (first,)
    return first, Piece(*words.spans["b"], Repeated(f"XXXX-WXX-{days[words['b']]}"))


def each_day_part(words: Words) -> Product:
    """Every morning, every Friday night."""
    name = words.get("w") or words.get("d")
    day = f"XXXX-WXX-{DAYS_OF_WEEK.get(name) or numbered('weekdays')[name]}" if name else "XXXX-XX-XX"
    return Repeated(f"{day}T{part_code(words.get('q') or words['n'])}")


def weekdays(words: Words) -> Product:
    """Sundays, weekdays, weekends."""
    name = words["p"]
    return Repeated(PLURALS.get(name) or f"XXXX-WXX-{numbered('weekdays')[name[:-1]]}")


SETS: tuple[Rule, ...] = (
    Rule(
        name="each-unit",
        pattern=r"(?:each|every) (?P<u>day|week|month|quarter|year|hour|minute|night)",
        make=each_unit,
        examples=(("they meet [each month]", "P1M"),),
    ),
    Rule(
        name="each-weekday",
        pattern=r"(?:each|every)(?: other| second)? {fullday:a}(?:,? and {fullday:b})?",
        make=each_weekday,
        examples=(
            ("[each Thursday]", "XXXX-WXX-4"),
            ("[every Monday] and [Wednesday]", "XXXX-WXX-1 XXXX-WXX-3"),
            ("[every other Friday]", "XXXX-WXX-5"),
        ),
    ),
    Rule(
        name="each-month",
        pattern=r"(?:each|every) {fullmonth:m}",
        make=lambda words: Repeated(f"XXXX-{numbered('months')[words['m']]:02d}"),
        examples=(("they march [every July]", "XXXX-07"),),
    ),
    Rule(
        name="each-season",
        pattern=r"(?:each|every)(?: other| second)? {season:n}",
        make=lambda words: Repeated(f"XXXX-{table('time_parts', 'seasons')[words['n']]}"),
        examples=(("they march [every summer]", "XXXX-SU"), ("they meet [every other winter]", "XXXX-WI")),
    ),
    Rule(
        name="each-holiday",
        pattern=r"(?:each|every) {holiday}",
        make=lambda words: Repeated("P1Y"),
        examples=(("she comes [every Christmas]", "P1Y"),),
    ),
    Rule(
        name="each-part",
        pattern=(
            r"(?:each|every) (?:(?:{fullday:w} (?P<n>night)"
            r"|(?:(?P<d>{fullday}|weekday|weekend) )?(?P<q>morning|afternoon|evening)))"
        ),
        make=each_day_part,
        examples=(
            ("[every morning]", "XXXX-XX-XXTMO"),
            ("[every Friday night]", "XXXX-WXX-5TNI"),
            ("[every weekday morning]", "XXXX-WXX-WDTMO"),
        ),
    ),
    Rule(
        name="each-few",
        pattern=r"every (?P<n>other|{small}|\d{1,2}) (?P<u>days?|weeks?|months?|years?|hours?|minutes?)",
        make=each_few,
        examples=(("[every two weeks]", "P2W"), ("[every other year]", "P2Y")),
    ),
    Rule(
        name="times-a-unit",
        pattern=(
            r"(?:once|twice|(?:{small}|several|many) times) (?:a|an|each|every|per) "
            r"(?P<u>hour|day|night|week|month|year)"
        ),
        make=each_unit,
        examples=(("[twice a week]", "P1W"),),
    ),
    Rule(
        name="nth-of-each",
        pattern=(
            r"(?:the )?(?:first|second|third|fourth|last|final) (?:{fullday}|(?:working |business )?day) (?:of|in) "
            r"(?:each|every) (?P<u>week|month|quarter|year)"
        ),
        make=each_unit,
        examples=(("they meet on [the first Monday of each month]", "P1M"),),
    ),
    Rule(
        name="weekdays",
        pattern=r"(?P<p>mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekdays|weekends)",
        make=weekdays,
        examples=(("on [Sundays]", "XXXX-WXX-7"), ("on [weekdays]", "XXXX-WXX-WD")),
    ),
    Rule(
        name="adverb",
        pattern=r"(?:twice-)?(?P<r>hourly|daily|nightly|weekly|monthly|annually|yearly)",
        make=lambda words: Repeated(ADVERBS[words["r"]]),
        examples=(("they meet [daily]", "P1D"), ("the prize is given [annually]", "P1Y")),
        not_before=COUNTED,
        not_after=r" {paper}\b",
        counters=("the Daily Mail", "sales rose 5% annually", "they make 300 cars yearly"),
    ),
)
"""Rules for sets of times."""
