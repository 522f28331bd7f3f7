"""A job advert read by its work and not by its title, and adverts written from a plan's seat."""

from tercet.adverts.contract import job_json as job_json
from tercet.adverts.read import read_job as read_job
