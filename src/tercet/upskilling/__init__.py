"""From what a person has shown to a priced, ordered path of hands-on production work."""

from tercet.upskilling.contract import upskill_json as upskill_json
from tercet.upskilling.feeding import settings_snippet as settings_snippet
from tercet.upskilling.feeding import supply_options as supply_options
from tercet.upskilling.grow import grow as grow
from tercet.upskilling.records import Growth as Growth
from tercet.upskilling.records import Learner as Learner
from tercet.upskilling.records import Path as Path
from tercet.upskilling.records import Seat as Seat
from tercet.upskilling.records import Team as Team
from tercet.upskilling.seats import read_seats as read_seats
from tercet.upskilling.team import read_team as read_team
