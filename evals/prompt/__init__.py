"""Measures the prompt through the agent door."""
