"""Years, decades and centuries that the calendar names."""

from transforms.dates.meaning import Ancient, Era, Part, Point
from transforms.dates.rules.days import month, year
from transforms.dates.rules.rule import Piece, Product, Rule, Words
from transforms.dates.vocabulary import ordinal


def plain_year(words: Words) -> Product:
    """A year in digits or words."""
    number, short = year(words)
    return Point(year=number, short_year=short)


def fiscal_year(words: Words) -> Product:
    """Fiscal 1989, FY13."""
    number, short = year(words, "y" if words.get("y") else "z")
    return Point(year=number, short_year=short)


def christian_year(words: Words) -> Product:
    """AD 79, 79 AD; "ad" is an advertisement."""
    if not any(era in words.text for era in ("AD", "A.D", "CE")):
        return None
    return Point(year=int(words.get("y") or words["z"]))


def decade(words: Words) -> Product:
    """1990s, the '80s, the nineties."""
    if words.get("y"):
        return Era("decade", int(words["y"]) // 10)
    if words.get("t"):
        tens = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8}
        return Era("decade", (tens | {"nineties": 9})[words["t"]], short=True)
    return Era("decade", int(words["s"]) // 10, short=True)


def year_range(words: Words) -> Product:
    """1914-18: two years, the second of which may be short."""
    first, last = int(words["a"]), int(words["b"])
    if last < 100:
        last += first - first % 100
    if last <= first:
        return None
    one, two = words.spans["a"], words.spans["b"]
    return Piece(*one, Point(year=first)), Piece(*two, Point(year=last))


def ancient_range(words: Words) -> Product:
    """264 to 241 BC: two years, of which the text names the era once."""
    first, last = int(words["a"]), int(words["b"])
    if last >= first:
        return None
    start, end = words.spans["a"]
    return Piece(start, end, Point(year=-first)), Piece(words.spans["b"][0], len(words.text), Point(year=-last))


def century(words: Words) -> Product:
    """19th century; before Christ too."""
    number = ordinal(words["n"])
    return Era("century", -number + 1 if words.get("bc") else number - 1) if number <= 30 else None


def before_christ(words: Words) -> Product:
    """480 BC."""
    return Point(year=-int(words["y"]), month=month(words) if words.get("m") else None)


PERIODS: tuple[Rule, ...] = (
    Rule(
        name="year-bc",
        pattern=r"(?:{month:m},? )?(?P<y>\d{1,4}) ?(?:bce?|b\.c)",
        make=before_christ,
        examples=(("in [480 BC]", "BC0480"),),
    ),
    Rule(
        name="year-ad",
        pattern=r"(?P<y>\d{1,4}) ?(?:ad|a\.d|ce)|(?:ad|a\.d\.) ?(?P<z>\d{1,4})",
        make=christian_year,
        examples=(("in [AD 79]", "0079"), ("in [410 AD]", "0410")),
        counters=("for 1 ad", "an ad 2 minutes long"),
    ),
    Rule(
        name="year-word",
        pattern=r"(?:the year )?(?P<y>{yearword})",
        make=plain_year,
        examples=(("in [nineteen ninety-six]", "1996"),),
        not_before=r"\d ",
        not_after=(
            r" (?:dollars|pounds|euros|people|men|women|votes|feet|miles|years|percent|per|troops"
            r"|million)\b"
        ),
        counters=("two thousand people", "nineteen sixty votes"),
    ),
    Rule(
        name="year-the",
        pattern=r"(?:the )?(?:(?:fiscal|financial|tax|school|academic) )?year(?: of)? (?P<y>{year}|\d{3})",
        make=plain_year,
        examples=(("in [the year 2008]", "2008"), ("[fiscal year 2004]", "2004")),
        not_after=r"[.,]?\d|%|[/-]\d",
        counters=("crop year 1986/87",),
    ),
    Rule(
        name="year-fiscal",
        pattern=r"(?:fiscal|calendar) (?P<y>{year}|'\d\d)|fy[ -]?'?(?P<z>{year}|\d\d)",
        make=fiscal_year,
        examples=(("in [fiscal 1989]", "1989"), ("in [FY2013]", "2013"), ("for [FY19]", "2019")),
    ),
    Rule(
        name="year",
        pattern=r"(?P<y>(?:1[6-9]\d\d|20\d\d))",
        make=plain_year,
        examples=(
            ("in [1997]", "1997"),
            ("the [2001] elections", "2001"),
            ("the [1978] resolution calls for it", "1978"),
        ),
        not_before=r"(?:[$#.,/\d&@+=]|\d{3} |[a-z0-9]-|\b{label}\.?\s?)",
        not_after=r"(?:[,.]?\d|[/%]|-\d\d?-|(?: |-)?(?:(?:[a-z]+ )?{counted}|{counted_or_done})\b)",
        counters=(
            "$1997",
            "1997 people came",
            "Agenda 2010",
            "page 1999",
            "2,001 votes",
            "more than 1900 homes",
            "1997 points",
        ),
    ),
    Rule(
        name="year-about",
        pattern=r"(?P<y>(?:1[6-9]\d\d|20\d\d))",
        make=plain_year,
        examples=(("until at least [2025]", "2025"), ("founded in about [1910]", "1910")),
        before=(
            r"\b(?:in|since|until|till|by|from|before|after|founded|born|of) "
            r"(?:at least|about|around|roughly|approximately|almost|nearly) "
        ),
        not_after=r"(?:[,.]?\d|[/%]|(?: |-)?(?:(?:[a-z]+ )?{counted}|{counted_or_done})\b)",
        counters=("in about 1900 homes", "at least 2015 died"),
    ),
    Rule(
        name="year-early",
        pattern=r"(?P<y>1[0-5]\d\d)",
        make=plain_year,
        examples=(("in [1215]", "1215"), ("the revolt of [1381] lasted", "1381")),
        before=r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Dd]uring|[Oo]f|[Cc]irca|year)\s+",
        after=r"(?:[).;:]|, ?\D| (?:and|to|when|by|after|the|he|it|was|were|had|[a-z]{3,}ed)\b|\z)",
    ),
    Rule(
        name="year-apostrophe",
        pattern=r"\B'(?P<y>\d\d)",
        make=lambda words: Point(year=int(words["y"]), short_year=True),
        examples=(("the class of ['99] met", "1999"),),
        not_before=r"[\w'\"]",
        not_after=r"['\w%]",
    ),
    Rule(
        name="year-range",
        pattern=r"(?P<a>{year})(?: ?-{1,2} ?|/)(?P<b>{year}|\d\d)",
        make=year_range,
        examples=(
            ("in [2010]/[11]", "2010 2011"),
            ("the war of [1914]-[18]", "1914 1918"),
            ("from [1861]-[1865]", "1861 1865"),
        ),
        not_before=r"[\d$#.,/-]",
        not_after=r"[\d%/-]|,\d",
        counters=("chapter 1914-18-2", "sold 1914-18,000"),
    ),
    Rule(
        name="year-range-bc",
        pattern=r"(?P<a>\d{1,4})(?: ?-{1,2} ?| to | and | or )(?P<b>\d{1,4}) ?(?:bce?|b\.c)",
        make=ancient_range,
        examples=(("the war of [264] to [241 BC]", "BC0264 BC0241"), ("([431]-[404 BC])", "BC0431 BC0404")),
        not_before=r"[\d$#.,/-]",
    ),
    Rule(
        name="decade-bc",
        pattern=r"(?:the )?(?P<y>\d{1,3}0)'?s ?(?:bce?|b\.c)",
        make=lambda words: Era("decade", -(int(words["y"]) // 10)),
        examples=(("in [the 470s BC]", "BC047"),),
    ),
    Rule(
        name="year-ancient",
        pattern=r"(?P<y>\d{3})",
        make=lambda words: Ancient(Point(year=int(words["y"]))),
        examples=(("In 490 BC they won; in [480], they lost.", "BC0480"),),
        mode="narrative",
        before=r"\b(?:in|since|until|by|of|early|late|from|before|after) ",
        after=r"(?:[.,;:)]|\s(?:and|the|to|he|by)\b|\z)",
    ),
    Rule(
        name="decade",
        pattern=(
            r"(?:the )?(?:(?P<y>(?:1[5-9]|20)\d0)'?s|'?(?P<s>[2-9]0)'?s|(?P<t>twenties|thirties|forties"
            r"|fifties|sixties|seventies|eighties|nineties))"
        ),
        make=decade,
        examples=(("in [the 1970s]", "197"), ("in [the nineties]", "199")),
        not_before=r"\b(?:his|her|their|its|my|mid|early|late|upper|lower|-)\s*'?|\d",
        counters=("in his fifties",),
    ),
    Rule(
        name="decade-part",
        pattern=r"(?P<x>early|late)[ -](?P<s>[2-9]0)s",
        make=lambda words: Part(
            *((1, 4) if words["x"] == "early" else (9, 12)), Era("decade", int(words["s"]) // 10, short=True)
        ),
        examples=(("in the [early 80s]", "198"), ("since the [late 90s]", "199")),
        before=r"\bthe ",
        counters=("a man in his early 80s", "highs in the mid 80s"),
    ),
    Rule(
        name="century",
        pattern=r"(?:the )?(?P<n>{ordinal})(?: |-)century(?P<bc> bc)?",
        make=century,
        examples=(("in [the 20th century]", "19"),),
    ),
)
"""Rules for years and longer periods."""
