"""The offline reader against labelled notes."""
