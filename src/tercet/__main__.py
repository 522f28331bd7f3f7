"""`python -m tercet`."""

from tercet.cli.main import main

main()
