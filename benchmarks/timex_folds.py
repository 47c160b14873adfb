"""Figures of the timexes by fold: `python -m benchmarks.timex_folds SCORER GOLD [--but FOLD]`.

SCORER is the script of the shared scorer, GOLD a corpus it reads. Documents fall into five folds by a hash of their id,
the same on every machine. Prints the figures of each fold, their mean and how far the folds lie apart. With `--but`,
prints the errors of the other four instead: rules are written looking at those, and read on the fold kept back.
"""

import argparse
import hashlib
import json
import runpy
from pathlib import Path
from statistics import mean, stdev
from typing import Any

from benchmarks.timex import published, row
from transforms.dates import find_timexes

FOLDS = 5
FIGURES = ("ALL", "value"), ("DATE/TIME", "value"), ("ALL", "relaxed"), ("ALL", "strict")


def fold(name: str) -> int:
    """The fold of a document, 1 to 5, by its id alone."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS + 1


def found(document: dict[str, Any]) -> dict[str, Any]:
    """What is found in a document, as the scorer reads it."""
    timexes = find_timexes(document["text"], published=published(document))
    return {"doc_id": document["doc_id"], "timexes": [row(timex) for timex in timexes]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--but", type=int, choices=range(1, FOLDS + 1))
    options = parser.parse_args()
    score = runpy.run_path(str(options.scorer))["score"]
    with options.gold.open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines if line.strip()]
    if options.but:
        kept = [document for document in documents if fold(document["doc_id"]) != options.but]
        for error in score(kept, [found(document) for document in kept], 1)[1]:
            print(*error, sep=" | ")
        return
    print("fold", "documents", *(f"{block} {figure}" for block, figure in FIGURES), sep="\t")
    rows = []
    for number in range(1, FOLDS + 1):
        part = [document for document in documents if fold(document["doc_id"]) == number]
        blocks, _ = score(part, [found(document) for document in part])
        rows.append([blocks[block][figure]["F1"] for block, figure in FIGURES])
        print(number, len(part), *(f"{figure:.2f}" for figure in rows[-1]), sep="\t")
    columns = list(zip(*rows, strict=True))
    print("mean", len(documents), *(f"{mean(column):.2f}" for column in columns), sep="\t")
    print("spread", "", *(f"{stdev(column):.2f}" for column in columns), sep="\t")


if __name__ == "__main__":
    main()
