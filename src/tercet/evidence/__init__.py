"""What a résumé really shows: claims with quotes, a timeline, tools, and nothing else."""

from tercet.evidence.reading import extract as extract
from tercet.evidence.records import RUNGS as RUNGS
from tercet.evidence.records import Claim as Claim
from tercet.evidence.records import Evidence as Evidence
from tercet.evidence.records import Quote as Quote
from tercet.evidence.records import Rung as Rung
