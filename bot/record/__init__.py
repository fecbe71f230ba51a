"""Takes facts in: forms, drafts, one-line statements, undo. The understanding half is pure."""
