"""Times of day, durations, sets of times, and words for past, present and future."""

from transforms.dates.meaning import Clock, Length, Meaning, Repeated, Same, Step, Vague
from transforms.dates.rules.relative import ABOUT, amount, code, unit
from transforms.dates.rules.rule import Product, Rule, Words
from transforms.dates.vocabulary import cardinal, numbered, table

DAY = (
    r"(?P<p>(?:(?:last|this|next|early|late) )?{weekday}(?:,? {month} {dd}(?:,? {year})?)?|today"
    r"|yesterday|tomorrow|(?:the )?{dd}(?: of)? {month}(?:,? {year})?|{month} {dd}(?:,? {year})?"
    r"|{holiday})"
)


def clock_code(text: str) -> str:
    """What follows the T for a time of day: 15:30."""
    plain = text.replace(".", ":").replace("o'clock", "").strip()
    if plain.startswith("noon") or plain.startswith("midday"):
        return "12:00"
    if plain.startswith("midnight"):
        return "24:00"
    digits = "".join(char if char.isdigit() else " " for char in plain).split()
    late = "pm" in plain.replace(" ", "").replace("p:m", "pm") or "afternoon" in plain or "evening" in plain
    early = "am" in plain.replace(" ", "").replace("a:m", "am")
    hour = int(digits[0]) if digits else int(cardinal(plain.split()[0]))
    minute = int(digits[1]) if len(digits) > 1 else 0
    hour = hour + 12 if late and hour < 12 else 0 if early and hour == 12 else hour
    return f"{hour:02d}:{minute:02d}"


def part_code(text: str) -> str:
    """The TIMEX3 code of a part of day."""
    found: str = table("time_parts", "day")[text]
    return found


def clock(words: Words) -> Product:
    """A time of day, with its day when told."""
    day = words.read(words.raw("p")) if words.get("p") else None
    return Clock(clock_code(words["c"]), day)


def day_part(words: Words) -> Product:
    """Saturday night, yesterday afternoon."""
    day = words.read(words.raw("p"))
    return Clock(part_code(words["q"]), day) if day is not None else None


def spoken_part(words: Words) -> Product:
    """Tonight, last night, this morning."""
    if words.get("q") is None:
        return Clock("NI", Step("day", 0))
    return Clock(part_code(words["q"]), Step("day", {"last": -1, "this": 0, "tomorrow": 1}[words["s"]]))


def length(words: Words) -> Product:
    """Five years, a couple of hours, two-year."""
    _, _, text = amount(words)
    name = unit(words)
    if (name == "quarter" and text != "X") or (name == "second" and text == "1"):
        return None
    return Length(code(text, name))


def length_one(words: Words) -> Product:
    """A week, another year, a minute and a half."""
    name = unit(words)
    if name == "quarter" or (name == "second" and words["n"] != "another"):
        return None
    return Length(code("1.5" if words.get("h") else "1", name))


def regular(words: Words) -> Product:
    """Daily, each month, every Thursday."""
    names = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M",
             "annually": "P1Y", "yearly": "P1Y"}  # fmt: skip
    if words.get("r"):
        return Repeated(names[words["r"]])
    if words.get("u"):
        return Repeated(code("1", unit(words)))
    if words.get("w"):
        return Repeated(f"XXXX-WXX-{numbered('weekdays')[words['w']]}")
    return Repeated(f"XXXX-{numbered('months')[words['m']]:02d}")


def story_vague(words: Words) -> Product:
    """Words for past and future that histories use of people and things."""
    text = words.text.lower()
    return Vague("PAST_REF" if text in ("former", "recent") else "FUTURE_REF" if text == "future" else "PRESENT_REF")


PAST = "recently|the past|lately"
PRESENT = "now|right now|currently|current|these days|nowadays|at present|the present|at this time|at the moment"
FUTURE = "the future|the near future|the foreseeable future|the near term|the short term"


def vague(words: Words) -> Meaning:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""
    text = words["r"]
    return Vague(
        "PAST_REF" if text in PAST.split("|") else "PRESENT_REF" if text in PRESENT.split("|") else "FUTURE_REF"
    )


OTHERS: tuple[Rule, ...] = (
    Rule(
        name="clock-day",
        pattern=rf"(?P<c>{{clock}})(?: {{zone}})?,?(?: on)? {DAY}",
        make=clock,
        examples=(("at [3.30pm today]", "2019-04-10T15:30"),),
    ),
    Rule(
        name="day-clock",
        pattern=rf"{DAY}(?:,| at|,? at)? (?P<c>{{clock}})(?: {{zone}})?",
        make=clock,
        examples=(("[Friday at 3 p.m.]".replace(".]", "]."), "2019-04-05T15:00"),),
    ),
    Rule(
        name="clock",
        pattern=(
            r"(?P<c>(?:[01]?\d|2[0-3]):[0-5]\d(?: ?[ap]\.?m\b)?|(?:1[0-2]"
            r"|[1-9])(?:[.:][0-5]\d)? ?[ap]\.?m\b|noon|midnight|midday|(?:1[0-2]|[1-9]"
            r"|{small}) o'clock|(?:1[0-2]|[1-9]|{small})(?: o'clock)? in the (?:morning|afternoon|evening))(?: {zone})?"
        ),
        make=clock,
        examples=(
            ("at [10:35 a.m]. it", "2019-04-10T10:35"),
            ("at [four in the afternoon]", "2019-04-10T16:00"),
        ),
        not_before=r"[\d$:.\-]",
        not_after=r":?\d",
    ),
    Rule(
        name="day-part",
        pattern=rf"(?:{{part_of_part}}[ -]?)?{DAY}(?:'s)? (?:{{part_of_part}}[ -]?)?(?P<q>{{part}})",
        make=day_part,
        examples=(("[Saturday night]", "2019-04-06TNI"), ("[yesterday afternoon]", "2019-04-09TAF")),
    ),
    Rule(
        name="part-day",
        pattern=rf"(?:the )?(?:{{part_of_part}}[ -]?)?(?P<q>{{part}})(?: hours)? (?:of|on) {DAY}",
        make=day_part,
        examples=(
            ("on [the night of 4 August 1789]", "1789-08-04TNI"),
            ("in [the early morning hours of 30 April 1975]", "1975-04-30TMO"),
        ),
    ),
    Rule(
        name="part-then-day",
        pattern=r"(?:{part_of_part}[ -]?)?(?P<q>{part}) (?P<p>yesterday|today|{fullday})",
        make=day_part,
        examples=(("at [mid-afternoon yesterday]", "2019-04-09TAF"),),
        not_before=r"\b(?:of|last|this|that|the) ",
    ),
    Rule(
        name="part-alone",
        pattern=r"(?:mid[ -]?(?P<q>morning|afternoon|evening)|overnight)",
        make=lambda words: Clock(part_code(words["q"]), None) if words.get("q") else Clock("NI", Step("day", -1)),
        examples=(("by [mid-afternoon]", "2019-04-10TAF"), ("shares fell [overnight]", "2019-04-09TNI")),
        not_after=r" (?:success|stay|guest|train|bag|sensation|rate)",
        counters=("an overnight success",),
    ),
    Rule(
        name="part-the",
        pattern=r"the (?:{part_of_part}[ -]?)?(?P<q>morning|afternoon|evening|night)",
        make=lambda words: Clock(part_code(words["q"]), None),
        examples=(("he spoke on Friday; in [the evening], he left", "2019-04-05TEV"),),
        before=r"\b(?:in|during|by|through|throughout|until|into|later in) ",
        not_after=r" (?:of|after|before|sky|air|sessions?|shift|sun|hours|newspapers?|papers?|edition)",
        counters=("a light in the night sky", "in the morning papers"),
    ),
    Rule(
        name="part-word",
        pattern=r"(?:late |early |earlier |later )?(?:tonight|(?P<s>last|this) (?:{part_of_part}[ -]?)?(?P<q>{part}))",
        make=spoken_part,
        examples=(("[last night]", "2019-04-09TNI"), ("[this afternoon]", "2019-04-10TAF")),
    ),
    Rule(
        name="story-part",
        pattern=r"(?:early )?the (?:next|following) (?P<q>morning|afternoon|evening|night)",
        make=lambda words: Clock(part_code(words["q"]), Same("day", 1)),
        examples=(("on 3 March and [the next morning]", "2019-03-04TMO"),),
    ),
    Rule(
        name="that-part",
        pattern=r"that (?:same )?(?P<q>morning|afternoon|evening|night)",
        make=lambda words: Clock(part_code(words["q"]), Same("day")),
        examples=(("on 3 March; [that night]", "2019-03-03TNI"),),
    ),
    Rule(
        name="length",
        pattern=(
            rf"{ABOUT}(?:(?:the first|the|these|those|another|an additional|a further) )?"
            rf"(?:(?P<v>{{vague}})|(?P<n>a couple of|couple of|half an?|{{number}}))(?: "
            rf"|-)(?:{{length_adjective}} )?{{unit:u}}"
        ),
        make=length,
        examples=(
            ("for [five years]", "P5Y"),
            ("a [two-year] ban", "P2Y"),
            ("for [2 1/2 years]", "P2Y6M"),
            ("for [several months]", "PXM"),
            ("after [two long weeks]", "P2W"),
            ("in [the nine months]", "P9M"),
        ),
        not_before=r"[$£\d]|\d[.,]",
        not_after=r"(?:-| )?(?:old|olds|of age)\b",
    ),
    Rule(
        name="length-one",
        pattern=(
            rf"{ABOUT}(?:(?P<n>an?|another|an additional|a further|one)(?: |-)(?:{{length_adjective}} )?{{unit:u}}"
            r"(?P<h> and a half)?)"
        ),
        make=length_one,
        examples=(
            ("for [a week]", "P1W"),
            ("for [another year]", "P1Y"),
            ("for [a minute and a half]", "PT1M30S"),
            ("twice [a week]", "P1W"),
        ),
        not_before=r"[$£\d]|\d[.,]|(?:\d|\b(?:{small}|hundreds?|thousands?|dozens?|[mb]illion))(?: [a-z]+){0,2} ",
        not_after=r"(?:-| )?(?:old|olds|of age)\b|-(?:ago|earlier)\b",
        counters=("they paid $500 million a year", "four flights a week", "a year-earlier loss"),
    ),
    Rule(
        name="regular",
        pattern=(
            r"(?P<r>hourly|daily|nightly|weekly|monthly|annually|yearly)|(?:each"
            r"|every) (?:(?P<u>day|week|month|quarter|year|hour|minute|night)|(?P<w>monday|tuesday"
            r"|wednesday|thursday|friday|saturday|sunday)|(?P<m>january|february|march|april|may|june"
            r"|july|august|september|october|november|december))"
        ),
        make=regular,
        examples=(("[daily]", "P1D"), ("[each Thursday]", "XXXX-WXX-4")),
        not_after=r" {paper}\b",
        counters=("the Daily Mail",),
    ),
    Rule(
        name="length-bare",
        pattern=r"(?:the )?(?P<u>days|weeks|months|years|decades|centuries)",
        make=lambda words: Length(code("X", unit(words))),
        examples=(("it lasted for [weeks]", "PXW"), ("in [the days] before the vote", "PXD")),
        before=r"\b(?:for|within|after|just|only|in|over|of|took|spent|last) ",
        not_after=r"(?:-| old\b)",
        counters=("the days",),
    ),
    Rule(
        name="per-unit",
        pattern=r"per (?P<u>day|week|month|year|hour)",
        make=lambda words: Length(code("1", unit(words))),
        examples=(("forty [per month]", "P1M"),),
    ),
    Rule(
        name="story-vague",
        pattern=r"(?:former|recent|future|this time|this period|that time|that period|the same time|the time)",
        make=story_vague,
        examples=(("the [former] king", "PAST_REF"), ("during [this period] Rome fell", "PRESENT_REF")),
        mode="narrative",
    ),
    Rule(
        name="story-night",
        pattern=r"nights?",
        make=lambda words: Clock("NI", None, any_day=True),
        examples=(("they attacked at [night]", "XXXX-XX-XXTNI"),),
        mode="narrative",
        before=r"\b(?:at|by|during the|all) ",
    ),
    Rule(
        name="vague",
        pattern=rf"(?P<r>{PAST}|{PRESENT}|{FUTURE})",
        make=vague,
        examples=(("[recently]", "PAST_REF"), ("[now]", "PRESENT_REF"), ("in [the future]", "FUTURE_REF")),
    ),
)
"""Rules for times, durations, sets and vague words."""
