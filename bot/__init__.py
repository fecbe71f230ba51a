"""Hamkor: a Telegram bot that keeps a library's international relations."""
