"""Where leerlog begins: `leerlog`, and `python -m leerlog`."""

import gc
import signal

# A run is short and makes few cycles; looking for them costs more than they do, from the first import on.
gc.set_threshold(1_000_000)
# Until leerlog takes it, Ctrl+C ends the program as it ends any other: without a word of Python's.
if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from leerlog.cli.main import main  # noqa: E402 (what is above holds for this import too)

if __name__ == "__main__":
    main()
