"""Anybody's spreadsheet into the registry: what its columns mean, what its cells say, what comes of it."""
