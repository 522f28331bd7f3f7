"""The audit as a page and as a PDF."""

from tercet.reports.audit.page import audit_html as audit_html
from tercet.reports.audit.paper import audit_pdf as audit_pdf
