"""The same agent with the skill, and with the bare framework in words."""
