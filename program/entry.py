"""Where the program without Python begins.

`leerlog search --regex` has a Python of its own look for patterns (`leerlog.app.search`). Here there is no other
Python than the one in this program, so that it answers to the same words.
"""

import sys

PYTHON = ["-I", "-S", "-c"]

if sys.argv[1:4] == PYTHON and len(sys.argv) == 5:
    exec(sys.argv[4])  # noqa: S102 (our own words, from our own process)
else:
    from leerlog.__main__ import main

    main()
