"""Resolves single expressions: `python -m benchmarks.datesuite IN OUT`.

Reads lines {"id", "text", "span", "reference", "prefer"}, writes lines {"id", "intervals"} with days, ends exclusive.
The given span is not used: the recogniser has to find the expression. Prints cases a second of CPU time.
"""

import argparse
import json
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from transforms.dates import DateSettings, find_timexes


def intervals(case: dict[str, Any]) -> list[dict[str, object]]:
    """The intervals of every expression that is found and resolved."""
    settings = DateSettings(prefer=case.get("prefer"), day_month="MDY", mode="news", language="en")
    found = find_timexes(case["text"], published=date.fromisoformat(case["reference"][:10]), settings=settings)
    return [
        {
            "start": timex.earliest.isoformat(),
            "end": (timex.latest + timedelta(days=1)).isoformat(),
            "span": [timex.start, timex.end],
        }
        for timex in found
        if timex.earliest is not None and timex.latest is not None
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    options = parser.parse_args()
    with options.source.open(encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines if line.strip()]
    begin = time.process_time()
    rows = [{"id": case["id"], "intervals": intervals(case)} for case in cases]
    spent = time.process_time() - begin
    with options.target.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row) + "\n")
    print(json.dumps({"cases": len(cases), "cases_per_s": round(len(cases) / spent, 1)}))


if __name__ == "__main__":
    main()
