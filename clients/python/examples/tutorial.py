"""What the county's cut does to unmet needs, year by year: the data of the main figure, from persons.

Run it in a clone: ``python3 clients/python/examples/tutorial.py``.
"""

import sys
from pathlib import Path

if "samverkan" not in sys.modules:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import samverkan

replications = globals().get("REPLICATIONS", 20)
out = globals().get("OUT", "out/tutorial-python")

result = samverkan.compare(
    "baseline", "funding-cut", replications=replications, persons=True, out=out, force=True,
    progress=lambda share: print(f"{share:4.0%}", end="\r", file=sys.stderr))

# 1. The answer, with its uncertainty.
print(result.answers["funding-cut"])

# 2. The figure's points: unmet needs per person and year in both scenarios, from the persons of replication 1.
points = result.query("select scenario, year(month)::int as year, avg(needs_unmet) as unmet from persons group by all order by all", "rows")
by_year = {}
for point in points:
    by_year.setdefault(point["year"], {})[point["scenario"]] = point["unmet"]
for year, unmet in by_year.items():
    print(f"{year}  baseline {unmet['baseline']:.2f}  funding-cut {unmet['funding-cut']:.2f}")

# 3. With matplotlib, the comparison as a picture:
#    result.plot("needs.unmetPerEligible").figure.savefig("unmet-needs.png")
