"""A summary as a page, Markdown and JUnit."""
