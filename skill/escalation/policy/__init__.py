"""The policy: everything about a decision that a company may want to change, as checked data."""
