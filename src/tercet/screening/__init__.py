"""People against what is asked: a verdict for each criterion, with quotes, and an order."""

from tercet.screening.assess import assess as assess
from tercet.screening.batch import screen_tasks as screen_tasks
from tercet.screening.contract import screen_json as screen_json
from tercet.screening.criteria import criteria_for_role as criteria_for_role
from tercet.screening.engines import ENGINES as ENGINES
from tercet.screening.folder import Progress as Progress
from tercet.screening.folder import screen_folder as screen_folder
from tercet.screening.folder import tasks_of as tasks_of
from tercet.screening.ordering import rank as rank
from tercet.screening.records import Assessment as Assessment
from tercet.screening.records import Criterion as Criterion
from tercet.screening.records import Screened as Screened
from tercet.screening.results import read_results as read_results
from tercet.screening.screen import screen_document as screen_document
from tercet.screening.screen import screen_file as screen_file
