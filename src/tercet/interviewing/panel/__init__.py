"""Panels: ratings of several people, made comparable, with how far to trust them."""

from tercet.interviewing.panel.judge import panel as panel
from tercet.interviewing.panel.judge import panel_settings as panel_settings
from tercet.interviewing.panel.ratings import read_ratings as read_ratings
from tercet.interviewing.panel.records import Panel as Panel
from tercet.interviewing.panel.records import Rating as Rating
from tercet.interviewing.panel.scorecards import visible as visible
