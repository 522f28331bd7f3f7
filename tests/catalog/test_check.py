"""Every fault that an expert can make in the data files is named with its file, line and rule."""

from pathlib import Path

import pytest

from tercet.catalog.check import check_catalog
from tercet.catalog.load import load_catalog
from tercet.catalog.tables import SHIPPED
from tercet.kernel.errors import InputError

PEOPLE, SOURCING = "figures/people.csv", "figures/sourcing.csv"
MARGIN = "pod.margin,triangular,0.25;0.45;0.8,fraction,2026-11,tercet,J,assumption: on"
FAULTS = [
    ("TC002", "sources.csv", "id,title,url,date", "id,title,date"),
    ("TC003", "sources.csv", "yours,Your settings file,,", "yours,Your settings file,,,"),
    ("TC004", SOURCING, "approval.fte,lognormal,14;30,days", "approval.fte,lognormal,14;30,"),
    ("TC004", "sources.csv", "yours,Your settings file", "yours,"),
    ("TC005", PEOPLE, "mentor.share,point,0.15", "mentor.share,point,15 %"),
    ("TC006", SOURCING, "approval.fte,lognormal,14;30", "approval.fte,lognormal,30;14"),
    ("TC006", "bands.csv", "US,USD,", "US,USD,9"),
    ("TC007", SOURCING, "equipment.once,point,3500", "equipment.once,point,-3500"),
    ("TC007", PEOPLE, "mentor.share,point,0.15", "mentor.share,point,15"),
    ("TC008", SOURCING, "approval.fte,lognormal", "approval.fte,gaussian"),
    ("TC008", SOURCING, MARGIN, MARGIN.replace(",J,", ",E,")),
    ("TC008", SOURCING, MARGIN, MARGIN.replace("fraction", "percent")),
    ("TC009", "tools.csv", ",1991,", ",1991,snake"),
    ("TC009", SOURCING, MARGIN, MARGIN.replace("tercet", "tercett")),
    ("TC009", "tools.csv", "data-scientist|ai-engineer", "data-scientst|ai-engineer"),
    ("TC009", "pods.yaml", "senior ai-engineer", "senior ai-enginer"),
    ("TC009", "pods.yaml", "[US, GB,", "[US, GBR,"),
    ("TC009", "claims.yaml", "source: framework", "source: frame"),
    ("TC009", "roles.yaml", "devops-engineer:", "develops-engineer:"),
    ("TC009", "capabilities.yaml", "\nproduct:", "\nproducts:"),
    ("TC010", "sources.csv", "yours,Your settings file", "tercet,Your settings file"),
    ("TC010", SOURCING, "search.pod", "search.contractor"),
    ("TC011", SOURCING, MARGIN, MARGIN.replace("assumption: ", "")),
    ("TC012", SOURCING, MARGIN, MARGIN.replace("2026-11", "Nov 2026")),
    ("TC012", "tools.csv", ",1991,", ",91,"),
    ("TC013", PEOPLE, "productivity.generalist.product,", "productivity.general.product,"),
    ("TC014", "regions.csv", "Poland,PLN", "Poland,PLX"),
    ("TC015", SOURCING, "search.level.senior", "search.level.sennior"),
    ("TC015", "figures/notice.csv", "notice.DE.lead", "notice.DE.leader"),
    ("TC016", "figures/notice.csv", "notice.DE.lead,point,90", "notice.DE.lead,point,900"),
    ("TC017", "roles.yaml", "  code: DS\n", ""),
    ("TC017", "roles.yaml", "  code: DS\n", "  code: DS\n  colour: blue\n"),
    ("TC017", "claims.yaml", "[2.0, 3.0]", "[2.0]"),
    ("TC017", "capabilities.yaml", "product:\n  name: Product\n", "product: Product\nx:\n"),
    ("TC018", "tools.csv", "Keras,keras 3", "Keras,pandas"),
    ("TC020", SOURCING, "approval.fte,lognormal,14;30", "approval.fte,beta,0.5;30"),
    ("TC020", SOURCING, "offer-drop.default,beta,0.05;40", "offer-drop.default,lognormal,0.05;0.4"),
    ("TC090", "pods.yaml", "members: [senior", "members: [[senior"),
]


@pytest.mark.parametrize(("code", "file", "old", "new"), FAULTS)
def test_each_fault_is_named_where_it_stands(spoil, code, file, old, new):
    """A spoilt file brings its rule's code at that file, and the line where there is one."""
    found = [finding for finding in spoil(file, old, new) if finding.code == code]
    assert found
    place = found[0].place or ""
    assert place.startswith(file) or code in ("TC013", "TC015", "TC014")


def test_the_shipped_files_are_free_of_faults():
    """All rules stay silent on the files that tercet ships."""
    assert check_catalog(SHIPPED) == ()


def test_the_line_is_the_one_in_the_file(spoil, folder: Path):
    """The number after the colon is the line that an editor shows."""
    (finding,) = spoil(SOURCING, "equipment.once,point,3500", "equipment.once,point,-1")
    line = int((finding.place or "").rpartition(":")[2])
    assert (
        (folder / SOURCING).read_text("utf-8").splitlines()[line - 1].startswith("equipment.once")
    )


def test_all_faults_come_in_one_go(spoil):
    """Two faults in two files are both named, and a faulty row isn't called missing as well."""
    spoil(SOURCING, "equipment.once,point,3500", "equipment.once,point,-1")
    spoil("figures/places.csv", "on-cost.DE,point,0.21", "on-cost.DE,point,much")
    codes = [finding.code for finding in spoil("tools.csv", ",1991,", ",1991,snake")]
    assert sorted(codes) == ["TC005", "TC007", "TC009"]


def test_a_missing_file_is_named(folder: Path):
    """A file that is not there is a fault at its name."""
    (folder / "roles.yaml").unlink()
    (folder / "bands.csv").unlink()
    found = {(finding.code, finding.place) for finding in check_catalog(folder)}
    assert {("TC094", "roles.yaml"), ("TC094", "bands.csv")} <= found


def test_a_table_that_cannot_be_taken_apart_is_named(folder: Path):
    """A cell of absurd length is a fault of the table (TC019) and no crash."""
    with (folder / "sources.csv").open("a") as file:
        file.write("long," + "x" * 200_000 + ",,\n")
    assert "TC019" in {finding.code for finding in check_catalog(folder)}


def test_a_country_may_be_removed_with_its_figures(folder: Path):
    """Rows of a country that is taken out are not missed."""
    for file in ("regions.csv", "figures/places.csv", "figures/notice.csv", "bands.csv"):
        lines = (folder / file).read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if ".UY" not in line and ",UY," not in line]
        kept = [line for line in kept if not line.startswith("UY,")]
        (folder / file).write_text("".join(kept), "utf-8")
    assert check_catalog(folder) == ()


def test_loading_refuses_what_checking_finds(spoil, folder: Path):
    """`load_catalog` raises the first fault that `check_catalog` names."""
    found = spoil(SOURCING, "equipment.once,point,3500", "equipment.once,point,-1")
    with pytest.raises(InputError) as raised:
        load_catalog(folder)
    assert (raised.value.code, raised.value.place) == (found[0].code, found[0].place)
