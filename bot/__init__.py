"""Hamkor: a Telegram bot that keeps a library's international relations."""

import sys

# httpx, which the Telegram library imports, brings a command line and all that draws it (5 MB) wherever the
# libraries for that happen to be installed. It does without where they are not.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
