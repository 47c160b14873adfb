"""Dates of other languages: `python -m benchmarks.languages CASES`.

CASES is a TOML table by language code with `cases`, pairs of a sentence whose expression stands in brackets and its
value on Wednesday 10 April 2019. Prints, for each language, how many expressions have their value, whether the language
is found from all sentences together, and the CPU seconds that ten and twenty thousand sentences' worth of text take.
"""

import argparse
import json
import time
import tomllib
from datetime import date
from pathlib import Path

from transforms.dates import DateSettings, find_timexes
from transforms.dates.detect import detect

PUBLISHED = date(2019, 4, 10)


def right(code: str, marked: str, value: str) -> bool:
    """Whether the bracketed expression of a sentence is found with its value."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = find_timexes(text, published=PUBLISHED, settings=DateSettings(language=code))
    return [timex.value for timex in found if timex.start < end and timex.end > start] == [value]


def seconds(code: str, text: str) -> float:
    """CPU seconds to read a text."""
    begin = time.process_time()
    find_timexes(text, published=PUBLISHED, settings=DateSettings(language=code))
    return round(time.process_time() - begin, 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path)
    table = tomllib.loads(parser.parse_args().cases.read_text(encoding="utf-8"))
    figures = {}
    for code, row in table.items():
        article = " ".join(marked.replace("[", "").replace("]", "") for marked, _ in row["cases"])
        times = 10_000 // len(row["cases"])
        figures[code] = {
            "cases": len(row["cases"]),
            "right": sum(right(code, marked, value) for marked, value in row["cases"]),
            "detected": detect(article) == code,
            "seconds": seconds(code, article * times),
            "seconds_doubled": seconds(code, article * 2 * times),
        }
    cases = sum(int(figure["cases"]) for figure in figures.values())
    print(json.dumps({"cases": cases, "right": sum(int(f["right"]) for f in figures.values()), "languages": figures}))


if __name__ == "__main__":
    main()
