"""Commands that read a published timeline: `query`, `shell`, `explain`."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.options import AtOption, FormatOption, LakeOption
from warehouse.errors import UserError

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

HELP = "A statement ends with `;`. `.tables` lists the tables, `.help` this text, `.quit` or Ctrl-D leaves."


def query(
    sql: Annotated[str, typer.Argument(help="One statement that reads; `-` takes it from standard input.")],
    lake: LakeOption = "data",
    form: FormatOption = "table",
    parameters: Annotated[
        list[str] | None, typer.Option("--parameter", "-p", metavar="NAME=VALUE", help="A value for $NAME; repeatable.")
    ] = None,
    at: AtOption = None,
) -> None:
    """Ask the timeline in SQL; nothing can be changed by it."""
    from warehouse.lake import Lake
    from warehouse.query import ask, open_warehouse, parameter

    bound = dict(parameter(text) for text in parameters or [])
    with open_warehouse(Lake(lake), at) as con:
        write(ask(con, sys.stdin.read() if sql == "-" else sql, bound), form)


def write(rows: "pa.Table", form: str) -> None:
    """Rows on standard output, in a form."""
    from warehouse.formats import render

    width = shutil.get_terminal_size((160, 40)).columns
    sys.stdout.buffer.write(render(rows, form, width=width))
    sys.stdout.flush()


def shell(lake: LakeOption = "data", form: FormatOption = "table", at: AtOption = None) -> None:
    """Ask the timeline statement by statement, with history and completion."""
    from warehouse.lake import Lake
    from warehouse.query import ask, open_warehouse

    with open_warehouse(Lake(lake), at) as con:
        for statement in statements(con):
            try:
                write(ask(con, statement), form)
            except UserError as error:
                print(f"daybook: {error}", file=sys.stderr)


def statements(con: "duckdb.DuckDBPyConnection") -> Iterator[str]:
    """The statements that a person types, or that standard input holds."""
    names = con.execute(
        "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns() WHERE NOT internal "
        "GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    typed = ""
    for line in lines({word for name, columns in names for word in [name, *columns]}):
        if not typed and line.strip() in {".quit", ".exit"}:
            return
        if not typed and line.strip().startswith("."):
            print("\n".join(name for name, _ in names) if line.strip() == ".tables" else HELP)
            continue
        typed += line + "\n"
        if typed.rstrip().endswith(";"):
            yield typed
            typed = ""
    if typed.strip():
        yield typed


def lines(words: set[str]) -> Iterator[str]:
    """Lines of standard input; typed ones with completion of names and a history kept for the user."""
    if not sys.stdin.isatty():
        yield from sys.stdin.read().splitlines()
        return
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import WordCompleter
    from prompt_toolkit.history import FileHistory

    kept = Path.home() / ".local" / "state" / "daybook"
    kept.mkdir(parents=True, exist_ok=True)
    session: PromptSession[str] = PromptSession(
        history=FileHistory(str(kept / "history")), completer=WordCompleter(sorted(words), ignore_case=True)
    )
    print(HELP)
    while True:
        try:
            yield session.prompt("daybook> ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def explain(
    event_id: Annotated[str, typer.Argument(help="Id of an event, or the beginning of one.")],
    lake: LakeOption = "data",
    at: AtOption = None,
) -> None:
    """Show why an event stands as it does: its sentences, its date's words and rule, its claims, why it was merged."""
    from warehouse.explain import explain_event, explanation_text
    from warehouse.lake import Lake
    from warehouse.query import open_warehouse

    with open_warehouse(Lake(lake), at) as con:
        sys.stdout.write(explanation_text(explain_event(con, event_id)))
