"""Words in, facts with quotes out, and from them the project."""

from tercet.brief.contract import brief_json as brief_json
from tercet.brief.project import outline as outline
from tercet.brief.records import Brief as Brief
from tercet.brief.records import Project as Project
from tercet.brief.written import brief_from_text as brief_from_text
from tercet.brief.written import brief_to_yaml as brief_to_yaml
from tercet.brief.written import load_brief as load_brief
