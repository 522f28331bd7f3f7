"""The counterfactual test: the same résumé of somebody else must get the same verdicts."""

from tercet.auditing.counterfactual.compare import Counterfactual as Counterfactual
from tercet.auditing.counterfactual.compare import counterfactual as counterfactual
