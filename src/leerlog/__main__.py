"""Run leerlog as `python -m leerlog`."""

from leerlog.cli.main import main

if __name__ == "__main__":
    main()
