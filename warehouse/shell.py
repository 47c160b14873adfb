"""The prompt at which people ask the warehouse: history, completion, one answer after another."""

from collections.abc import Callable, Iterable
from pathlib import Path

import duckdb
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.history import FileHistory, InMemoryHistory

from warehouse.errors import UserError
from warehouse.explain import explain_event, explanation_text
from warehouse.explain_pair import pair_text
from warehouse.formats import render
from warehouse.query import Limits, ask

FORMS = ("table", "csv", "json", "jsonl", "markdown")
LEAVE = (".quit", ".exit")

HELP = """A query ends with a semicolon and may take several lines; everything is read-only. Besides SQL:
  .tables          tables, views and macros, with what they hold
  .explain ID      why an event is as it is; the beginning of its id is enough
  .explain ID ID   why two events are not one: the features compared, and their weights
  .format FORM     show answers as table, csv, json, jsonl or markdown
  .help            this text
  .quit            leave, as does Ctrl-D
Try: from timeline limit 10;
"""

TABLES = """
SELECT name, kind, meaning FROM (
  SELECT table_name AS name, 'table' AS kind, comment AS meaning, 1 AS place FROM duckdb_tables() WHERE NOT internal
  UNION ALL SELECT view_name, 'view', comment, 0 FROM duckdb_views() WHERE NOT internal AND comment IS NOT NULL
  UNION ALL SELECT DISTINCT function_name, 'macro', array_to_string(parameters, ', '), 2 FROM duckdb_functions()
    WHERE function_type = 'table_macro' AND NOT internal
) ORDER BY place, name"""

WORDS = (
    *("SELECT", "FROM", "WHERE", "GROUP BY", "ORDER BY", "LIMIT", "JOIN", "USING", "ASC", "DESC", "NULLS LAST"),
    *("DESCRIBE", "SUMMARIZE", "count"),
)


class Shell:
    """A read-only conversation with one snapshot; `say` shows text to the person."""

    def __init__(
        self,
        con: duckdb.DuckDBPyConnection,
        say: Callable[[str], None],
        limits: Limits,
        *,
        form: str = "table",
        width: int = 120,
    ) -> None:
        if form not in FORMS:
            raise UserError(f"the shell shows no format {form!r}; there are {', '.join(FORMS)}")
        self.con = con
        self.say = say
        self.limits = limits
        self.width = width
        self.form = form

    def run(self, session: "PromptSession[str]") -> None:
        """Ask and answer until the person leaves."""
        self.say("Daybook: .help tells what there is.\n")
        waiting = ""
        while True:
            try:
                line = session.prompt("...> " if waiting else "daybook> ")
            except KeyboardInterrupt:
                waiting = ""
                continue
            except EOFError:
                return
            waiting = f"{waiting}\n{line}".strip()
            if waiting in LEAVE:
                return
            waiting = self.take(waiting)

    def read(self, lines: Iterable[str]) -> None:
        """Answer the statements of a text, such as standard input; the last one needs no semicolon."""
        waiting = ""
        for line in lines:
            waiting = f"{waiting}\n{line}".strip()
            if waiting in LEAVE:
                return
            waiting = self.take(waiting)
        self.answer(waiting)

    def take(self, text: str) -> str:
        """Answer a text that is a whole statement or command; what is left to wait for."""
        if not text.startswith(".") and not text.endswith(";"):
            return text
        self.answer(text.rstrip(";"))
        return ""

    def answer(self, text: str) -> None:
        """Answer one query or command; what is wrong with it is said, and the conversation goes on."""
        try:
            if text.startswith("."):
                self.command(*text[1:].split(maxsplit=1))
            elif text.strip():
                self.show(text)
        except UserError as error:
            self.say(f"{error}\n")
        except KeyboardInterrupt:
            self.say("interrupted\n")

    def show(self, sql: str) -> None:
        """Show the rows of a query."""
        rows = ask(self.con, sql, limits=self.limits)
        self.say(render(rows, self.form, width=self.width).decode("utf-8", "replace"))

    def command(self, name: str = "", argument: str = "") -> None:
        """Do what a line with a full stop at its beginning says.

        Raises:
            UserError: there is no such command, or it cannot be done.
        """
        if name == "help":
            self.say(HELP)
        elif name == "tables":
            self.show(TABLES)
        elif name == "explain" and argument:
            first, *other = argument.split(maxsplit=1)
            told = pair_text(self.con, first, other[0]) if other else explanation_text(explain_event(self.con, first))
            self.say(told)
        elif name == "format" and argument in FORMS:
            self.form = argument
        else:
            raise UserError(f"no command .{name} {argument}".rstrip() + "; .help tells what there is")


def prompt_session(con: duckdb.DuckDBPyConnection, history: Path | None) -> "PromptSession[str]":
    """A prompt that completes the names of tables, views, macros and columns; `history` is kept in that file."""
    if history is not None:
        history.parent.mkdir(parents=True, exist_ok=True)
    return PromptSession(
        history=FileHistory(str(history)) if history else InMemoryHistory(),
        completer=WordCompleter(sorted(names(con)) + list(WORDS), ignore_case=True, match_middle=False),
        complete_while_typing=False,
    )


def names(con: duckdb.DuckDBPyConnection) -> Iterable[str]:
    """What a query can name."""
    found = con.execute(
        """SELECT table_name FROM duckdb_tables() WHERE NOT internal UNION SELECT view_name FROM duckdb_views()
        WHERE NOT internal UNION SELECT column_name FROM duckdb_columns() WHERE NOT internal
        UNION SELECT function_name FROM duckdb_functions() WHERE function_type = 'table_macro' AND NOT internal"""
    ).fetchall()
    return [row[0] for row in found]
