"""What other programs need to know of the tables, derived from their declarations.

JSON Schema (draft 2020-12) for rows as JSON, a Frictionless data package, a Croissant description (schema.org and
MLCommons), dbt sources, and the page `docs/tables.md`.
"""

from typing import Any

from warehouse import schema
from warehouse.declaration import Column, Table

JSON_TYPES: dict[str, dict[str, Any]] = {
    "VARCHAR": {"type": "string"},
    "JSON": {"type": "string"},
    "INTEGER": {"type": "integer"},
    "BIGINT": {"type": "integer"},
    "DOUBLE": {"type": "number"},
    "BOOLEAN": {"type": "boolean"},
    "DATE": {"type": "string", "format": "date"},
    "TIMESTAMP": {"type": "string", "format": "date-time"},
    "VARCHAR[]": {"type": "array", "items": {"type": "string"}},
}

FRICTIONLESS_TYPES = {
    "VARCHAR": "string",
    "JSON": "string",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "DOUBLE": "number",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "datetime",
    "VARCHAR[]": "array",
}

CROISSANT_TYPES = {
    "VARCHAR": "sc:Text",
    "JSON": "sc:Text",
    "INTEGER": "sc:Integer",
    "BIGINT": "sc:Integer",
    "DOUBLE": "sc:Float",
    "BOOLEAN": "sc:Boolean",
    "DATE": "sc:Date",
    "TIMESTAMP": "sc:DateTime",
    "VARCHAR[]": "sc:Text",
}


def json_schema(name: str) -> dict[str, Any]:
    """JSON Schema of one row of a table."""
    declared = schema.table(name)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "description": declared.doc,
        "type": "object",
        "properties": {column.name: json_property(column) for column in declared.columns},
        "required": [column.name for column in declared.columns if not column.nullable],
        "additionalProperties": declared.open,
    }


def json_schemas() -> dict[str, Any]:
    """One JSON Schema that holds those of the rows of every table under `$defs`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "daybook",
        "version": schema.VERSION,
        "$defs": {name: json_schema(name) for name in schema.tables()},
    }


def json_property(column: Column) -> dict[str, Any]:
    """JSON Schema of one column."""
    told: dict[str, Any] = {**JSON_TYPES[column.type], "description": schema.sentence(column)}
    if column.allowed:
        told["enum"] = [*column.allowed, *([None] if column.nullable else [])]
    if column.nullable:
        told["type"] = [told["type"], "null"]
    return told


def frictionless(manifest: dict[str, Any]) -> dict[str, Any]:
    """A Frictionless data package of a snapshot: a resource with its table schema for each table."""
    return {
        "profile": "data-package",
        "name": f"daybook-{manifest['snapshot_id']}",
        "version": schema.VERSION,
        "resources": [frictionless_resource(declared, manifest) for declared in schema.tables().values()],
    }


def frictionless_resource(declared: Table, manifest: dict[str, Any]) -> dict[str, Any]:
    """One table of a Frictionless data package."""
    return {
        "name": declared.name.replace("_", "-"),
        "description": declared.doc,
        "path": [file["path"] for file in manifest["files"] if file["table"] == declared.name],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": {
            "fields": [
                {
                    "name": column.name,
                    "type": FRICTIONLESS_TYPES[column.type],
                    "description": schema.sentence(column),
                    "constraints": {
                        "required": not column.nullable,
                        **({"enum": list(column.allowed)} if column.allowed else {}),
                    },
                }
                for column in declared.columns
            ],
            "primaryKey": list(declared.key),
            "foreignKeys": [
                {
                    "fields": list(foreign.columns),
                    "reference": {
                        "resource": "" if foreign.table == declared.name else foreign.table.replace("_", "-"),
                        "fields": list(foreign.references),
                    },
                }
                for foreign in declared.foreign
            ],
        },
    }


def croissant(manifest: dict[str, Any]) -> dict[str, Any]:
    """A Croissant 1.0 description of a snapshot: files with checksums, and a record set for each table."""
    return {
        "@context": {
            "@language": "en",
            "@vocab": "https://schema.org/",
            "cr": "http://mlcommons.org/croissant/",
            "sc": "https://schema.org/",
            "dct": "http://purl.org/dc/terms/",
            "conformsTo": "dct:conformsTo",
        },
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": f"daybook-{manifest['snapshot_id']}",
        "description": "A timeline of events told by news articles, with every sentence that is evidence for it.",
        "version": schema.VERSION,
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": file["path"],
                "name": file["path"],
                "contentUrl": file["path"],
                "contentSize": f"{file['bytes']} B",
                "encodingFormat": "application/vnd.apache.parquet",
                "sha256": file["sha256"],
            }
            for file in manifest["files"]
        ],
        "cr:recordSet": [croissant_records(declared, manifest) for declared in schema.tables().values()],
    }


def croissant_records(declared: Table, manifest: dict[str, Any]) -> dict[str, Any]:
    """One table of a Croissant description."""
    paths = [file["path"] for file in manifest["files"] if file["table"] == declared.name]
    return {
        "@type": "cr:RecordSet",
        "@id": declared.name,
        "name": declared.name,
        "description": declared.doc,
        "cr:key": [{"@id": f"{declared.name}/{column}"} for column in declared.key],
        "cr:field": [
            {
                "@type": "cr:Field",
                "@id": f"{declared.name}/{column.name}",
                "name": column.name,
                "description": schema.sentence(column),
                "cr:dataType": CROISSANT_TYPES[column.type],
                "cr:repeated": column.type.endswith("[]"),
                "cr:source": {
                    "cr:fileObject": [{"@id": path} for path in paths],
                    "cr:extract": {"cr:column": column.name},
                },
            }
            for column in declared.columns
        ],
    }


def dbt_sources() -> dict[str, Any]:
    """A dbt `sources.yml` (version 2) for `daybook.duckdb`, with the tests that dbt knows."""
    return {
        "version": 2,
        "sources": [
            {
                "name": "daybook",
                "database": "daybook",
                "schema": "main",
                "description": "The timeline of events; one DuckDB file a published snapshot.",
                "tables": [dbt_table(declared) for declared in schema.tables().values()],
            }
        ],
    }


def dbt_table(declared: Table) -> dict[str, Any]:
    """One table of dbt's sources."""
    columns = []
    for column in declared.columns:
        tests: list[Any] = [] if column.nullable else ["not_null"]
        if declared.key == (column.name,):
            tests.append("unique")
        if column.allowed:
            tests.append({"accepted_values": {"values": list(column.allowed)}})
        tests += [
            {"relationships": {"to": f"source('daybook', '{foreign.table}')", "field": foreign.references[0]}}
            for foreign in declared.foreign
            if foreign.columns == (column.name,)
        ]
        told = {"name": column.name, "description": schema.sentence(column), "data_type": column.type}
        columns.append({**told, **({"data_tests": tests} if tests else {})})
    return {"name": declared.name, "description": declared.doc, "columns": columns}


def tables_page() -> str:
    """The page `docs/tables.md`."""
    parts = [PAGE_HEAD.format(version=schema.VERSION)]
    for declared in schema.tables().values():
        parts.append(f"## {declared.name}\n\n{declared.doc}\n")
        parts.append("| column | type | null | meaning |\n|---|---|---|---|")
        parts += [page_line(column) for column in declared.columns]
        if declared.open:
            parts.append("| … | | yes | One column a compared feature. |")
        parts.append("")
        parts += [
            f"- ({', '.join(foreign.columns)}) points at {foreign.table} ({', '.join(foreign.references)})"
            for foreign in declared.foreign
        ]
        parts += [f"- always: `{check}`" for check in declared.checks]
        if declared.partition:
            parts.append(f"- in Parquet partitioned by `{declared.partition[0]}`")
        parts += ["- in Parquet sorted by " + ", ".join(f"`{column}`" for column in declared.order), ""]
    return "\n".join(parts)


def page_line(column: Column) -> str:
    """One column of the page."""
    name = f"**{column.name}**" if column.key else column.name
    told = column.doc
    if column.unit:
        told += f" Unit: {column.unit}."
    if column.allowed:
        told += " One of " + ", ".join(f"`{value}`" for value in column.allowed) + "."
    return f"| {name} | {column.type} | {'yes' if column.nullable else ''} | {told} |"


PAGE_HEAD = """# The tables

Each table is a Parquet dataset in a snapshot and a DuckDB table of the same name and columns. Days are `DATE`, instants
`TIMESTAMP` in UTC, offsets count Python str indices into `documents.text` and ends are exclusive; an interval of days
is inclusive on both sides, and a null bound is open. Names in **bold** are keys. This page is made from
`warehouse/tables.py` (`python -m warehouse.metadata > docs/tables.md`); version {version} of the tables.
"""


if __name__ == "__main__":
    print(tables_page(), end="")
