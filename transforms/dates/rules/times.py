"""Times of day: clocks and parts of the day, with or without their day."""

from transforms.dates.meaning import Clock, Point, Repeated, Same, Step
from transforms.dates.rules.rule import Piece, Product, Rule, Words
from transforms.dates.vocabulary import cardinal, numbered, ordinal, table

DAY = (
    r"(?P<p>(?:(?:last|this|next|early|late) )?{weekday}(?:,? (?:{month} {dd}|{dd}(?: of)? {month})(?:,? {year})?)?"
    r"|today|yesterday|tomorrow|(?:the )?{dd}(?: of)? {month}(?:,? {year})?|{month} {dd}(?:,? {year})?"
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
    told = words.get("s")
    if told is not None:
        return Clock(clock_code(words["c"]), Step("day", -1 if told.startswith("last") else 0))
    day = words.read(words.raw("p")) if words.get("p") else None
    return Clock(clock_code(words["c"]), day)


def clock_range(words: Words) -> Product:
    """Between 9 and 10 p.m.: two times of one day, the second of which tells the half of the day."""
    day = words.read(words.raw("p")) if words.get("p") else None
    last = clock_code(words["c"])
    half = "pm" if last >= "12" else "am"
    first = clock_code(words["a"] + half)
    if first > last:
        first = clock_code(words["a"] + "am")
    return Piece(*words.spans["a"], Clock(first, day)), Piece(*words.spans["b"], Clock(last, day))


def four_digits(words: Words) -> Product:
    """1430 GMT, 0900 hours on Friday."""
    day = words.read(words.raw("p")) if words.get("p") else None
    return Clock(f"{words['c'][:2]}:{words['c'][2:]}", day)


def day_part(words: Words) -> Product:
    """Saturday night, yesterday afternoon, the small hours of Sunday."""
    day = words.read(words.raw("p"))
    return Clock(part_code(words.get("q") or "morning"), day) if day is not None else None


def each_part(words: Words) -> Product:
    """Monday and Tuesday nights: each is a set of its own."""
    numbers, part = numbered("weekdays"), part_code(words["q"])
    last = Piece(words.spans["b"][0], len(words.text), Repeated(f"XXXX-WXX-{numbers[words['b']]}T{part}"))
    if words.get("a") is None:
        return (last,)
    return Piece(*words.spans["a"], Repeated(f"XXXX-WXX-{numbers[words['a']]}T{part}")), last


def night_between(words: Words) -> Product:
    """The night from one day of a month to the next."""
    first, last = (words["a"], words["b"]) if words.get("m") else (words["c"], words["d"])
    if ordinal(last) != ordinal(first) + 1:
        return None
    at = numbered("months")[words.get("m") or words["n"]]
    return Clock("NI", Point(year=int(words["y"]) if words.get("y") else None, month=at, day=ordinal(first)), days=2)


def spoken_part(words: Words) -> Product:
    """Tonight, last night, this morning."""
    if words.get("q") is None:
        return Clock("NI", Step("day", 0))
    return Clock(part_code(words["q"]), Step("day", {"last": -1, "this": 0, "tomorrow": 1}[words["s"]]))


TIMES: tuple[Rule, ...] = (
    Rule(
        name="clock-day",
        pattern=(
            rf"(?P<c>{{clock}})(?: {{zone}})?,?(?: on)? (?:{DAY}(?: (?:morning|afternoon|evening|night))?"
            r"|(?P<s>last night|tonight|this (?:morning|afternoon|evening)))"
        ),
        make=clock,
        examples=(
            ("at [3.30pm today]", "2019-04-10T15:30"),
            ("at [10 p.m. ET Tuesday]", "2019-04-09T22:00"),
            ("at [8pm last night]", "2019-04-09T20:00"),
            ("at [8 a.m. Friday morning]", "2019-04-05T08:00"),
        ),
    ),
    Rule(
        name="day-clock",
        pattern=rf"(?:{{part_of_part}}[ -]?)?{DAY}(?:,| at|,? at)? (?P<c>{{clock}})(?: {{zone}})?",
        make=clock,
        examples=(
            ("[Friday at 3 p.m]. it", "2019-04-05T15:00"),
            ("[Sunday 24 March at 3pm]", "2019-03-24T15:00"),
        ),
    ),
    Rule(
        name="clock",
        pattern=r"(?P<c>{clock})(?:\.? {zone})?",
        make=clock,
        examples=(
            ("at [10:35 a.m]. it", "2019-04-10T10:35"),
            ("at [four in the afternoon]", "2019-04-10T16:00"),
            ("at [6 a.m. local time], they left", "2019-04-10T06:00"),
        ),
        not_before=r"[\d$:.\-]|\bhigh ",
        not_after=r":?\d",
        counters=("it was high noon for the government",),
    ),
    Rule(
        name="clock-range",
        pattern=(
            r"(?P<a>(?:1[0-2]|[1-9])(?:[.:][0-5]\d)?)(?: ?- ?| to | and )"
            r"(?P<b>(?P<c>(?:1[0-2]|[1-9])(?:[.:][0-5]\d)? ?[ap]\.?m\b\.?)"
            r"(?:,?(?: on)? (?P<p>today|yesterday|tomorrow|{fullday}))?)"
        ),
        make=clock_range,
        examples=(
            ("between [9] and [10 p.m]. it rained", "2019-04-10T21:00 2019-04-10T22:00"),
            ("from [11] to [1pm on Friday]", "2019-04-05T11:00 2019-04-05T13:00"),
        ),
        not_before=r"[\d$:.,\-]",
        counters=("won by 3 and 10 people left",),
    ),
    Rule(
        name="clock-four-digits",
        pattern=(
            r"(?P<c>(?:[01]\d|2[0-3])[0-5]\d) ?(?:gmt|utc|hrs|hours|[ecmp][sd]t)(?: {zone})?"
            r"(?:(?: \(|/)\d\d\d\d ?(?:gmt|utc|hrs)\)?)?"
            r"(?:,?(?: on)? (?P<p>today|yesterday|tomorrow|{fullday}|{fullmonth} {dd}|{dd} {fullmonth}))?"
        ),
        make=four_digits,
        examples=(
            ("at [1430 GMT]", "2019-04-10T14:30"),
            ("at [0900 GMT tomorrow]", "2019-04-11T09:00"),
            ("at [1430 GMT on Friday]", "2019-04-05T14:30"),
            ("at [0900 hrs EDT (1300 gmt) on Friday]", "2019-04-05T09:00"),
            ("at [0900 EST/1400 GMT] they left", "2019-04-10T09:00"),
        ),
        not_before=r"[\d$:.,\-]|\b(?:for|about|than|over|some) |m\.? \(",
        counters=("after more than 1900 hours", "at 10:35 a.m. (0735 GMT)"),
    ),
    Rule(
        name="night-between",
        pattern=(
            r"(?:the )?nights? (?:of|between) (?:(?P<m>{fullmonth}) (?P<a>{dd})(?:-|/| to | and )(?P<b>{dd})"
            r"|(?P<c>{dd})(?:-|/| to | and )(?P<d>{dd}) (?P<n>{fullmonth}))(?:,? (?P<y>{year}))?"
        ),
        make=night_between,
        examples=(
            ("on [the night of 4-5 August 1789]", "1789-08-04TNI"),
            ("[the night of March 9/10]", "2019-03-09TNI"),
        ),
    ),
    Rule(
        name="day-parts",
        pattern=(r"(?:{fullday:a} (?:and|or|to) )?{fullday:b} (?P<q>mornings|afternoons|evenings|nights)"),
        make=each_part,
        examples=(
            ("on [Friday evenings]", "XXXX-WXX-5TEV"),
            ("on [Monday] and [Tuesday nights]", "XXXX-WXX-1TNI XXXX-WXX-2TNI"),
        ),
    ),
    Rule(
        name="day-part",
        pattern=rf"(?:{{part_of_part}}[ -]?)?{DAY}(?:'s)? (?:{{part_of_part}}[ -]?)?(?P<q>{{part}})",
        make=day_part,
        examples=(("[Saturday night]", "2019-04-06TNI"), ("[yesterday afternoon]", "2019-04-09TAF")),
    ),
    Rule(
        name="part-day",
        pattern=(
            r"(?:the )?(?:(?:{part_of_part}[ -]?)?(?P<q>{part})(?: hours)?|(?:early|small|wee) hours)"
            rf" (?:of|on) {DAY}(?: (?:morning|evening|night))?"
        ),
        make=day_part,
        examples=(
            ("on [the night of 4 August 1789]", "1789-08-04TNI"),
            ("in [the late evening hours of 12 June 1963]", "1963-06-12TEV"),
            ("in [the early hours of Sunday]", "2019-04-07TMO"),
            ("in [the early hours of Sunday morning]", "2019-04-07TMO"),
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
        not_after=r" {overnight_noun}\b",
        counters=("an overnight success", "overnight interbank rates"),
    ),
    Rule(
        name="part-light",
        pattern="(?P<q>dawn|daybreak|first light|sunrise|dusk|sunset|nightfall)",
        make=lambda words: Clock(part_code(words["q"]), None),
        examples=(
            ("they left Leeds at [dawn]", "2019-04-10TMO"),
            ("he spoke on Friday and by [nightfall] had left", "2019-04-05TNI"),
        ),
        before=r"\b(?:at|before|by|until|till|since|after|from|around|about|to) ",
        not_after=r" (?:of|chorus|raids?)\b|'s",
        counters=("at the dawn of time", "homes raided at dawn raid speed", "since dawn of the age", "a new dawn"),
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
        pattern=(
            r"(?:the (?:early|small|wee) hours of |late |early |earlier |later )?"
            r"(?:tonight|(?P<s>last|this) (?:{part_of_part}[ -]?)?(?P<q>{part}))"
        ),
        make=spoken_part,
        examples=(
            ("[last night]", "2019-04-09TNI"),
            ("[this afternoon]", "2019-04-10TAF"),
            ("in [the early hours of this morning]", "2019-04-10TMO"),
        ),
    ),
    Rule(
        name="story-part",
        pattern=r"(?:early )?the (?:next|following) (?P<q>morning|afternoon|evening|night)",
        make=lambda words: Clock(part_code(words["q"]), Same("day", 1)),
        examples=(("on 3 March and [the next morning]", "2019-03-04TMO"),),
    ),
    Rule(
        name="part-before",
        pattern=r"the (?P<q>morning|afternoon|evening|night) before",
        make=lambda words: Clock(part_code(words["q"]), Same("day", -1)),
        examples=(("on 3 March; [the night before], he left", "2019-03-02TNI"),),
        not_after=r" (?:the|his|her|its|their|a|an)\b| (?-i:[A-Z])",
        counters=("the night before the vote",),
    ),
    Rule(
        name="that-part",
        pattern=r"(?:that (?:same )?|the same )(?P<q>morning|afternoon|evening|night)",
        make=lambda words: Clock(part_code(words["q"]), Same("day")),
        examples=(
            ("on 3 March; [that night]", "2019-03-03TNI"),
            ("on 3 March; [the same evening]", "2019-03-03TEV"),
            ("on 3 March, after a row since January; [that night]", "2019-03-03TNI"),
        ),
    ),
    Rule(
        name="story-night",
        pattern=r"nights?",
        make=lambda words: Clock("NI", None, any_day=True),
        examples=(("they attacked at [night]", "XXXX-XX-XXTNI"),),
        mode="narrative",
        before=r"\b(?:at|by|during the|all) ",
    ),
)
"""Rules for times of day."""
