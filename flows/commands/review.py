"""`daybook review`: a person decides on the pairs that the comparison is least sure of."""

import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.options import LakeOption
from warehouse.cells import counted
from warehouse.errors import UserError

if TYPE_CHECKING:
    from transforms.dedup.review import Doubt

KEYS = {"s": "same", "d": "different"}
COLUMNS = ("mention_a", "mention_b", "judgement", "score", "sentence_a", "sentence_b")


def review(
    lake: LakeOption = "data",
    judgements: Annotated[Path, typer.Option(help="CSV file that decisions are added to.")] = Path("judgements.csv"),
    limit: Annotated[int, typer.Option(min=1, help="How many pairs.")] = 20,
    export: Annotated[Path | None, typer.Option("--export", help="Write the pairs to a CSV file to fill in.")] = None,
    filled: Annotated[Path | None, typer.Option("--import", help="Take decisions from a filled-in CSV file.")] = None,
) -> None:
    """Decide on doubtful pairs: s same, d different, Enter skips, q leaves; `run --judgements FILE` obeys."""
    if filled is not None:
        add(judgements, decided(filled))
        return
    doubts = doubtful(lake, limit)
    if export is not None:
        with export.open("w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(COLUMNS)
            rows.writerows(
                [doubt.a.mention_id, doubt.b.mention_id, "", doubt.score, doubt.a.sentence, doubt.b.sentence]
                for doubt in doubts
            )
        print(f"pairs     {export}")
        return
    add(judgements, asked(doubts))


def doubtful(lake: str, limit: int) -> "list[Doubt]":
    """The pairs nearest to the threshold."""
    from transforms.dedup.review import doubtful_pairs
    from warehouse.lake import Lake
    from warehouse.query import open_warehouse

    with open_warehouse(Lake(lake)) as con:
        return doubtful_pairs(con, limit)


def asked(doubts: "list[Doubt]") -> list[tuple[str, str, str]]:
    """What a person at the terminal decides, pair by pair."""
    found = []
    for number, doubt in enumerate(doubts, 1):
        print(f"\n{number} of {len(doubts)}, score {doubt.score:+.1f}: {'same' if doubt.same else 'different'} so far")
        for one in (doubt.a, doubt.b):
            print(f"  {one.source or one.uri}, {one.published or 'day unknown'}: {' '.join(one.sentence.split())}")
        print("[s]ame [d]ifferent [Enter] skip [q]uit? ", end="", flush=True)
        key = sys.stdin.readline()
        if not key:
            print()
        if not key or key.strip() == "q":
            break
        if key.strip() in KEYS:
            found.append((doubt.a.mention_id, doubt.b.mention_id, KEYS[key.strip()]))
    return found


def decided(path: Path) -> list[tuple[str, str, str]]:
    """The decisions of a filled-in file; rows without one are skipped."""
    from transforms.dedup.judgements import JudgementError, read_judgements

    try:
        found = read_judgements(path.read_text(encoding="utf-8-sig"), undecided=True)
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: cannot be read: {error}") from error
    except JudgementError as error:
        raise UserError(f"{path}: {error}") from error
    return [(one.mention_a, one.mention_b, "same" if one.same else "different") for one in found]


def add(path: Path, decisions: list[tuple[str, str, str]]) -> None:
    """Adds decisions to a file of judgements, which is made if there is none."""
    if not decisions:
        print("nothing decided")
        return
    new = not path.exists()
    with path.open("a", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        if new:
            rows.writerow(COLUMNS[:3])
        rows.writerows(decisions)
    print(f"{counted(len(decisions), 'decision')} added to {path}")
