"""`python -m tuireader` and the installed command."""

import sys


def main() -> int:
    """Run the program on the arguments that it was started with.

    Returns:
        The exit code: 0 done, 1 failed, 2 wrong usage, 130 interrupted.
    """
    try:
        from tuireader.cli.start import start

        return start(sys.argv[1:])
    except KeyboardInterrupt:  # while the first modules are imported
        return 130


if __name__ == "__main__":
    sys.exit(main())
