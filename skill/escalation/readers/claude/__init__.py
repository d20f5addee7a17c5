"""The reader that asks a model over the Messages API: Anthropic's, or a local server that speaks the same."""
