"""Files: written whole or not at all; and attached ones, each under the hash of its content in the data
folder, so that the same file is kept once and a name in the database always means what it meant when it
was written.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

_NAME = re.compile(r"[0-9a-f]{64}")


class Files:
    """The files of one installation."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Keep the content and give its name. It is on the disk before this returns."""
        name = hashlib.sha256(content).hexdigest()
        path = self.path(name)
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=path.parent, delete=False) as handle:
                handle.write(content)
                handle.flush()
                os.fsync(handle.fileno())
            Path(handle.name).replace(path)
        return name

    def path(self, name: str) -> Path:
        """Where the file of that name lies. Raises ValueError for what is no name of ours."""
        if not _NAME.fullmatch(name):
            raise ValueError(name)
        return self._folder / name[:2] / name

    def every(self) -> Iterator[str]:
        """The names of all files, in order."""
        if self._folder.is_dir():
            found = (path.name for path in self._folder.glob("[0-9a-f][0-9a-f]/*"))
            yield from sorted(name for name in found if _NAME.fullmatch(name))


@contextmanager
def whole(file: Path) -> Iterator[Path]:
    """A path to write to; what is written becomes `file` on a clean exit, and is gone on an exception."""
    with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", suffix=".part", delete=False) as handle:
        unfinished = Path(handle.name)
    try:
        yield unfinished
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
