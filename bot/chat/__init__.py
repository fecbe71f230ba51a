"""The Telegram adapter: who may enter, what a handler is given, and how replies leave. Knows nothing of
libraries.
"""
