"""Measures the judgment of readers. Uses the package; the package never imports this."""
