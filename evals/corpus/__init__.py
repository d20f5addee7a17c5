"""The labelled cases and their variants."""
