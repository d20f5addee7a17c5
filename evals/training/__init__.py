"""Learns the ranges of the offline reader from the development notes. Needs numpy and scikit-learn; never installed."""
