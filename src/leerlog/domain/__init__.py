"""Frozen values and pure functions: no files, no clock, standard library only."""
