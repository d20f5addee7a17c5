"""What a reader found in the notes, and what the CSM added: the input of every decision."""
