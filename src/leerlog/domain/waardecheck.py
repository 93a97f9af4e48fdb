"""The waardecheck, in which each of a team tells a story and one writes along."""

WAARDECHECK = "waardecheck"
