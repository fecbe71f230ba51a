"""Knows what falls due, for whom and when, and keeps it as rows that no outage can lose."""
