"""Puts the skill where agent clients look for skills, and tells what lies there."""
