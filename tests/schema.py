"""Enough of JSON Schema to hold our own data against our own schema; a word that it doesn't know is a mistake."""

import re
from collections.abc import Iterator
from typing import Any

__all__ = ["afwijkingen"]

SOORTEN = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "null": type(None)}
ZEGT_NIETS = {"$schema", "$id", "$defs", "title", "description"}
BEKEND = ZEGT_NIETS | {"type", "const", "enum", "pattern", "anyOf", "$ref", "items"}
BEKEND |= {"required", "properties", "additionalProperties"}


def afwijkingen(waarde: Any, schema: dict[str, Any], heel: dict[str, Any] | None = None, plek: str = "$") -> list[str]:
    """Where a value doesn't keep to a schema."""
    heel = schema if heel is None else heel
    assert set(schema) <= BEKEND, f"{plek}: the checker doesn't know {set(schema) - BEKEND}"
    if "$ref" in schema:
        return afwijkingen(waarde, heel["$defs"][schema["$ref"].removeprefix("#/$defs/")], heel, plek)
    if "anyOf" in schema and all(afwijkingen(waarde, keuze, heel, plek) for keuze in schema["anyOf"]):
        return [f"{plek}: none of the choices"]
    return [*_zelf(waarde, schema, plek), *_binnen(waarde, schema, heel, plek)]


def _zelf(waarde: Any, schema: dict[str, Any], plek: str) -> Iterator[str]:
    soort = SOORTEN.get(schema.get("type", ""))
    if soort is not None and (not isinstance(waarde, soort) or (soort is int and isinstance(waarde, bool))):
        yield f"{plek}: not {schema['type']}"
    if "const" in schema and waarde != schema["const"]:
        yield f"{plek}: not {schema['const']}"
    if "enum" in schema and waarde not in schema["enum"]:
        yield f"{plek}: not one of {schema['enum']}"
    if "pattern" in schema and not re.search(schema["pattern"], str(waarde)):
        yield f"{plek}: not like {schema['pattern']}"


def _binnen(waarde: Any, schema: dict[str, Any], heel: dict[str, Any], plek: str) -> Iterator[str]:
    if isinstance(waarde, list) and "items" in schema:
        for nummer, deel in enumerate(waarde):
            yield from afwijkingen(deel, schema["items"], heel, f"{plek}[{nummer}]")
    if isinstance(waarde, dict):
        for naam in schema.get("required", ()):
            if naam not in waarde:
                yield f"{plek}.{naam}: missing"
        for naam, deel in waarde.items():
            if naam in schema.get("properties", {}):
                yield from afwijkingen(deel, schema["properties"][naam], heel, f"{plek}.{naam}")
            elif schema.get("additionalProperties") is False:
                yield f"{plek}.{naam}: unknown"
