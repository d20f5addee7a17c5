"""From results to figures, intervals, gates and comparisons."""
