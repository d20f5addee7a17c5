"""Checks an extraction against the notes: a quote that is not there is no evidence."""
