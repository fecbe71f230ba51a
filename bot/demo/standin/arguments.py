"""The arguments of one call, whichever body they came in: JSON, urlencoded or multipart."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .refusal import Json, bad_request

ATTACHED = "attach://"


@dataclass(frozen=True)
class Upload:
    """A file part of a multipart body."""

    name: str
    mime: str
    content: bytes


class Arguments:
    """Typed reading of raw values; a value of the wrong type is refused."""

    def __init__(self, values: Mapping[str, Any], uploads: Mapping[str, Upload] | None = None) -> None:
        self.values = values
        self.uploads = uploads or {}

    def names(self) -> set[str]:
        """What was passed, without the file parts that another argument attaches."""
        attached = {v.removeprefix(ATTACHED) for v in self.values.values() if isinstance(v, str)}
        return set(self.values) | (set(self.uploads) - attached)

    def text(self, name: str) -> str | None:
        value = self.values.get(name)
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise bad_request(f'field "{name}" must be of type String')
        return str(value)

    def integer(self, name: str, default: int | None = None) -> int | None:
        value = self.text(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except ValueError:
            raise bad_request(f'field "{name}" must be of type Number') from None

    def flag(self, name: str) -> bool:
        value = self.values.get(name)
        return value is True or str(value).lower() in {"true", "yes", "1"}

    def structure(self, name: str) -> Any:
        """A value that is JSON: already decoded in a JSON body, text in the others."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def file(self, name: str) -> Upload | str | None:
        """An uploaded file, or the file_id (or URL) given instead."""
        if name in self.uploads:
            return self.uploads[name]
        value = self.text(name)
        if value and value.startswith(ATTACHED):
            return self.uploads.get(value.removeprefix(ATTACHED))
        return value

    def plain(self) -> Json:
        """For the ledger: structures decoded, files by name and size."""
        plain: Json = {name: _decoded(value) for name, value in self.values.items()}
        for name, upload in self.uploads.items():
            plain[name] = {
                "file_name": upload.name,
                "mime_type": upload.mime,
                "file_size": len(upload.content),
            }
        return plain


def _decoded(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in {"{", "["}:
        with contextlib.suppress(ValueError):
            return json.loads(value)
    return value
