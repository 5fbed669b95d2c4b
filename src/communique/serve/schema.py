"""The JSON Schema of a record, made from the types."""

import json

import msgspec

from communique.types import RecordFields


def record_schema() -> str:
    """JSON Schema (2020-12) of one record, as indented JSON."""
    schema = msgspec.json.schema(RecordFields)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Communiqué record (communique/1)"}
    return json.dumps(head | schema, indent=2, ensure_ascii=False)
