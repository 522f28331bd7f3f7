"""The ledger: one line an act, each sealing the one before, so that no change goes unseen."""

from tercet.auditing.ledger.append import append as append
from tercet.auditing.ledger.erase import erase as erase
from tercet.auditing.ledger.export import export as export
from tercet.auditing.ledger.records import Entry as Entry
from tercet.auditing.ledger.records import Head as Head
from tercet.auditing.ledger.retention import load_retention as load_retention
from tercet.auditing.ledger.retention import retention as retention
from tercet.auditing.ledger.verify import verify as verify
