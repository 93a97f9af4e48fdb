"""Results made readable, for people and for programs."""
