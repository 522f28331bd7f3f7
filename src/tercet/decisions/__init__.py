"""Decisions by named people with reasons, and the notices that laws ask for."""

from tercet.decisions.decide import decide as decide
from tercet.decisions.decide import to_record as to_record
from tercet.decisions.notices import fill as fill
from tercet.decisions.notices import load_notices as load_notices
from tercet.decisions.notices import standing as standing
from tercet.decisions.records import Decision as Decision
from tercet.decisions.records import Notice as Notice
