"""Outcomes held against the law's measures, and a record that shows when it was tampered with."""

from tercet.auditing.impact import audit as audit
from tercet.auditing.limits import audit_limits as audit_limits
from tercet.auditing.outcomes import read_sample as read_sample
from tercet.auditing.records import Audit as Audit
from tercet.auditing.records import Columns as Columns
from tercet.auditing.records import Limits as Limits
from tercet.auditing.records import Sample as Sample
from tercet.auditing.records import Tally as Tally
