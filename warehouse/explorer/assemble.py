"""Puts the page together: ES modules become one script, and one content security policy names it by its hash."""

import base64
import hashlib
import re
import tomllib
from functools import cache
from importlib.resources import files

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([a-z0-9]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function (\w+)|const (\w+)|class (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^[ ]*(?:/\*\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^ +", re.MULTILINE)
_ANY = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


def asset(path: str) -> str:
    """A file of this package as text, such as `js/main.js`."""
    return files(__package__ or __name__).joinpath(path).read_text(encoding="utf-8")


@cache
def script(entry: str = "main") -> str:
    """D3's modules and ours as one classic script; each of ours is a function called once, after those it imports.

    Our modules keep to named imports from `./name.js` at the start of a line and to exported functions, constants and
    classes, so that no bundler is needed.

    Raises:
        ValueError: a module imports in a circle or uses a form of import or export that is not assembled.
    """
    bodies: dict[str, str] = {}
    _visit(entry, (), bodies)
    vendored = [asset(f"vendor/{module['name']}.min.js") for module in vendored_modules()]
    ours = [f"const m_{name} = (() => {{\n{body}}})();\n" for name, body in bodies.items()]
    return "".join([*vendored, '(() => {\n"use strict";\n', *ours, "})();\n"])


def vendored_modules() -> list[dict[str, str]]:
    """Name, version and SHA-256 of each D3 module, in the order they load."""
    modules: list[dict[str, str]] = tomllib.loads(asset("vendor/modules.toml"))["module"]
    return modules


def module_body(name: str, source: str) -> str:
    """A module's source as the body of a function that returns what the module exports.

    Comments and indentation, which a reader of the page does not need, stay behind; no text runs over lines.
    """
    exported = sorted(next(group for group in match.groups() if group) for match in _EXPORT.finditer(source))
    body = _EXPORT.sub("", _IMPORT.sub(_as_constant, _COMMENT.sub("", source)))
    body = _INDENT.sub("", body)
    if left := _ANY.search(body):
        raise ValueError(f"js/{name}.js: only named imports and exported declarations are assembled: {left.group()}")
    return f"{body}return {{ {', '.join(exported)} }};\n"


def content_security_policy(scripts: list[str], styles: list[str]) -> str:
    """A policy that lets exactly these inline scripts and styles run and forbids every request."""
    return "; ".join(
        [
            "default-src 'none'",
            "script-src " + (" ".join(map(_hash, scripts)) or "'none'"),
            "style-src " + " ".join(map(_hash, styles)),
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        ]
    )


def _visit(name: str, above: tuple[str, ...], bodies: dict[str, str]) -> None:
    if name in bodies:
        return
    if name in above:
        raise ValueError(f"modules import in a circle: {' -> '.join([*above, name])}")
    source = asset(f"js/{name}.js")
    for match in _IMPORT.finditer(source):
        _visit(match.group(2), (*above, name), bodies)
    bodies[name] = module_body(name, source)


def _as_constant(match: re.Match[str]) -> str:
    names = match.group(1).replace(" as ", ": ")
    return f"const {{{names}}} = m_{match.group(2)};\n"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
