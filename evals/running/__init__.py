"""Runs a reader over samples and keeps what it read."""
