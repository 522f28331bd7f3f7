"""The tree of errors.

TercetError      exit 3   something is wrong with tercet itself
└── InputError   exit 2   what the user gave breaks a rule; nothing was written
"""


class TercetError(Exception):
    """Base of every error raised on purpose: a code, a sentence, a place and a way on."""

    exit_code = 3

    def __init__(
        self, code: str, message: str, *, place: str | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.place = place
        self.hint = hint

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.message} [{self.code}]"


class InputError(TercetError):
    """Something given by the user breaks a rule: the rule, the value and the place are named."""

    exit_code = 2
