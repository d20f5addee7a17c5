"""The readers that can be measured, behind one interface, and the recordings of readings."""
