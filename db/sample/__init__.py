"""What ships with the program as data: the sample registry and institutions known by name."""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path


def registry() -> AbstractContextManager[Path]:
    """The sample registry as a file: a library's international relations to 2016, as it published them."""
    return as_file(files("db.sample") / "registry-2016.xlsx")
