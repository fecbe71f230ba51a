"""Question → Query → Answer. Understanding is pure; only the engine sees a session."""
