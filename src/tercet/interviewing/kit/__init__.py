"""Interview kits: the questions that a seat needs, shared out among interviewers, with anchors."""

from tercet.interviewing.kit.bank import load_bank as load_bank
from tercet.interviewing.kit.bank import read_questions as read_questions
from tercet.interviewing.kit.bank import with_questions as with_questions
from tercet.interviewing.kit.build import build_kit as build_kit
from tercet.interviewing.kit.build import refused as refused
from tercet.interviewing.kit.contract import kit_json as kit_json
from tercet.interviewing.kit.gaps import read_assessment as read_assessment
from tercet.interviewing.kit.lawful import check_questions as check_questions
from tercet.interviewing.kit.lawful import spoken as spoken
from tercet.interviewing.kit.records import Bank as Bank
from tercet.interviewing.kit.records import Gaps as Gaps
from tercet.interviewing.kit.records import Kit as Kit
from tercet.interviewing.kit.records import Question as Question
from tercet.interviewing.kit.records import Seat as Seat
from tercet.interviewing.kit.scorecards import scorecard_csv as scorecard_csv
from tercet.interviewing.kit.scorecards import scorecard_yaml as scorecard_yaml
from tercet.interviewing.kit.seat import seat_for_job as seat_for_job
from tercet.interviewing.kit.seat import seat_for_role as seat_for_role
from tercet.interviewing.kit.settings import kit_settings as kit_settings
