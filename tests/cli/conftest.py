"""Running the command line as a user does, inside the test's own process."""

import pytest

from tercet.cli.main import main


class Ran:
    """What a command printed and how it ended."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(capsys, monkeypatch):
    """Call `run("plan", "brief.md", …)`; standard input is `stdin` where given."""

    def call(*args, stdin=b""):
        class Stdin:
            class buffer:
                @staticmethod
                def read(_n=-1):
                    return stdin

        monkeypatch.setattr("sys.stdin", Stdin)
        with pytest.raises(SystemExit) as ended:
            main(list(args))
        seen = capsys.readouterr()
        code = ended.value.code
        return Ran(0 if code is None else code, seen.out, seen.err)

    return call
