"""Run the command line as ``python -m phapquy``."""

from phapquy.cli import main

if __name__ == "__main__":
    main()
