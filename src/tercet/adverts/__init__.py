"""A job advert read by its work and not by its title, and adverts written from a plan's seat."""

from tercet.adverts.contract import job_json as job_json
from tercet.adverts.criteria import criteria_from_job as criteria_from_job
from tercet.adverts.drafting import draft_advert as draft_advert
from tercet.adverts.read import read_job as read_job
from tercet.adverts.seats import seat_of as seat_of
