"""Where the invented schemes are: districts about where they really lie, and postcodes that nobody has.

A district's centre is a plain fact, rounded to a hundredth of a degree (about a kilometre). Each has four made-up postcodes a
little to every side, in a sector that no real address uses, so that homes have small squares without outside data (of
the size for where few live, because few made-up postcodes lie together). Positions that were loaded from real data are left as they are.
"""

from dataclasses import dataclass

from scheme.ways_of_living import Setting


@dataclass(frozen=True, slots=True)
class District:
    """A postcode district: about where its middle is, the place people name, and what is mostly outside the door."""

    name: str
    latitude: float
    longitude: float
    town: str
    setting: Setting

    def postcodes(self) -> tuple[str, ...]:
        """Made-up postcodes of this district."""
        return tuple(f"{self.name} 0{ending}" for ending in AROUND)


AROUND = {"ZA": (0.01, 0.02), "ZB": (-0.01, 0.02), "ZD": (0.01, -0.02), "ZE": (-0.01, -0.02)}
"""The second half of a made-up postcode, and how far from the middle of its district it lies, in degrees."""

TOWN, ESTATE, VILLAGE, COUNTRY = Setting.TOWN, Setting.ESTATE, Setting.VILLAGE, Setting.COUNTRYSIDE

DISTRICTS = (
    District("LA1", 54.05, -2.80, "Lancaster", TOWN),
    District("LA2", 54.09, -2.69, "Caton", VILLAGE),
    District("LA3", 54.05, -2.88, "Heysham", ESTATE),
    District("LA4", 54.07, -2.86, "Morecambe", TOWN),
    District("LA5", 54.14, -2.77, "Carnforth", VILLAGE),
    District("LA6", 54.18, -2.62, "Kirkby Lonsdale", COUNTRY),
    District("LA7", 54.23, -2.77, "Milnthorpe", VILLAGE),
    District("LA8", 54.37, -2.79, "Staveley", COUNTRY),
    District("LA9", 54.33, -2.74, "Kendal", TOWN),
    District("LA10", 54.32, -2.52, "Sedbergh", COUNTRY),
    District("LA11", 54.19, -2.92, "Grange-over-Sands", VILLAGE),
    District("LA12", 54.20, -3.09, "Ulverston", TOWN),
    District("LA22", 54.43, -2.97, "Ambleside", VILLAGE),
    District("LA23", 54.37, -2.91, "Windermere", VILLAGE),
    District("PR1", 53.76, -2.70, "Preston", TOWN),
    District("PR2", 53.78, -2.72, "Fulwood", ESTATE),
    District("PR3", 53.88, -2.75, "Garstang", COUNTRY),
    District("PR4", 53.77, -2.87, "Kirkham", VILLAGE),
    District("PR5", 53.73, -2.65, "Bamber Bridge", ESTATE),
    District("PR7", 53.65, -2.65, "Chorley", TOWN),
    District("PR25", 53.70, -2.69, "Leyland", ESTATE),
    District("FY5", 53.88, -3.02, "Cleveleys", ESTATE),
    District("FY6", 53.85, -2.98, "Poulton-le-Fylde", ESTATE),
    District("FY7", 53.92, -3.02, "Fleetwood", TOWN),
    District("BB7", 53.87, -2.40, "Clitheroe", VILLAGE),
)

BY_NAME = {district.name: district for district in DISTRICTS}


def positions() -> dict[str, tuple[float, float]]:
    """Every district and made-up postcode, without a space, with its latitude and longitude."""
    found = {}
    for district in DISTRICTS:
        found[district.name] = (district.latitude, district.longitude)
        for ending, (north, east) in AROUND.items():
            found[f"{district.name}0{ending}"] = (
                round(district.latitude + north, 2),
                round(district.longitude + east, 2),
            )
    return found
