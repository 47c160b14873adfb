"""Reads dates in texts of one and of two sizes: `python -m benchmarks.linear [--size CHARACTERS]`.

Each text repeats a piece that invites work: digits, emoji, right-to-left script, words that begin expressions. Prints
CPU seconds for a size and its double; twice the size must take about twice as long, whatever the text.
"""

import argparse
import json
import time
from datetime import date

from transforms.dates import DateSettings, find_timexes

PIECES = {
    "digits": "7",
    "spaced digits": "1 ",
    "dashed digits": "2019-",
    "clocks": "12:",
    "blanks": " ",
    "lines": "\n",
    "one word": "a",
    "articles": "the ",
    "numbers": "one hundred and ",
    "months": "May ",
    "weekdays": "Friday, ",
    "steps": "last ",
    "ranges": "1 to 2 May and ",
    "short years": "'99",
    "emoji": "\U0001f5d3",
    "right to left": "\u05d0\u05ea\u05de\u05d5\u05dc ",
    "half a pair": "\ud83d",
    "news": "The council met on Friday, 5 April, and will vote in two weeks; a year ago it rose in the third quarter. ",
}


def seconds(text: str) -> float:
    """CPU seconds to read a text."""
    begin = time.process_time()
    find_timexes(text, published=date(2019, 4, 10), settings=DateSettings(language="en"))
    return time.process_time() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=500_000)
    size = parser.parse_args().size
    seconds(" ".join(PIECES.values()))
    figures = {}
    for name, piece in PIECES.items():
        once, twice = (seconds(piece * (length // len(piece))) for length in (size, 2 * size))
        figures[name] = {"seconds": round(once, 3), "seconds_doubled": round(twice, 3)}
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
