"""What turns notes into an extraction: Claude, a local model, or the built-in offline reader."""
