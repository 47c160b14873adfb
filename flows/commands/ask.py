"""Commands that read a published timeline: `query`, `shell`, `explain`."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.options import AtOption, FormatOption, LakeOption

if TYPE_CHECKING:
    import pyarrow as pa


def query(
    sql: Annotated[
        str | None, typer.Argument(help="One statement that reads; `-` takes it from standard input.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="A file that holds the statement.")] = None,
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

    statement = _statement(sql, file)
    bound = dict(parameter(text) for text in parameters or [])
    with open_warehouse(Lake(lake), at) as con:
        write(ask(con, statement, bound), form)


def _statement(sql: str | None, file: Path | None) -> str:
    """The SQL of an argument, of standard input or of a file.

    Raises:
        UserError: none is given or two are, or the file cannot be read.
    """
    from warehouse.errors import UserError

    if (sql is None) == (file is None):
        raise UserError("query: give one statement, either as SQL or with --file")
    if file is None:
        return sys.stdin.read() if sql == "-" else str(sql)
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise UserError(f"{file}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{file}: cannot be read as SQL: {error}") from error


def write(rows: "pa.Table", form: str) -> None:
    """Rows on standard output, in a form."""
    from warehouse.formats import render

    width = shutil.get_terminal_size((160, 40)).columns
    sys.stdout.buffer.write(render(rows, form, width=width))
    sys.stdout.flush()


def shell(
    lake: LakeOption = "data",
    form: Annotated[str, typer.Option("--format", help="table, csv, json, jsonl or markdown.")] = "table",
    at: AtOption = None,
) -> None:
    """Ask the timeline statement by statement, with history and completion; reads standard input when it is piped."""
    from warehouse.lake import Lake
    from warehouse.query import Limits, open_warehouse
    from warehouse.shell import Shell, prompt_session

    with open_warehouse(Lake(lake), at) as con:
        width = shutil.get_terminal_size((160, 40)).columns
        talk = Shell(con, lambda text: print(text, end="", flush=True), Limits(), form=form, width=width)
        if sys.stdin.isatty():
            talk.run(prompt_session(con, Path.home() / ".local" / "state" / "daybook" / "history"))
        else:
            talk.read(sys.stdin.read().splitlines())


def explain(
    event_id: Annotated[str, typer.Argument(help="Id of an event, or the beginning of one.")],
    other_id: Annotated[
        str | None,
        typer.Argument(help="Another: why the two are not one. Ids of mentions do, too.", show_default=False),
    ] = None,
    lake: LakeOption = "data",
    at: AtOption = None,
) -> None:
    """Show why an event stands as it does: its sentences, its date's words and rule, its claims, why it was merged.

    With two ids, show the features that were compared, and what each weighed.
    """
    from warehouse.explain import explain_event, explanation_text
    from warehouse.explain_pair import pair_text
    from warehouse.lake import Lake
    from warehouse.query import open_warehouse

    with open_warehouse(Lake(lake), at) as con:
        if other_id is None:
            sys.stdout.write(explanation_text(explain_event(con, event_id)))
        else:
            sys.stdout.write(pair_text(con, event_id, other_id))
