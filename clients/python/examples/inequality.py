"""What drives inequality of unmet needs between persons? An outcome of one's own, by Sobol's indices."""

import sys
import tempfile
from pathlib import Path

import samverkan

STUDY = """
id: inequality
title: What drives inequality
question: Which uncertain numbers drive the inequality of unmet needs between persons?
scenarios: [baseline]
since: 2003-01
until: 2005-12
replications: 2
outcomes:
  - { id: inequality, expression: "gini([person.unmetNeeds])", better: lower, title: inequality of unmet needs }
uncertain:
  - { parameter: care.otherSector, uniform: [65 %, 85 %] }
  - { parameter: care.informalCare, within: 30 % }
  - { parameter: needs.any, together: on }
sample: { method: sobol-indices, size: SIZE }
"""

# A power of two. 16 shows how it goes; take 128 or more for an answer.
SIZE = globals().get("SIZE") or (sys.argv[1] if len(sys.argv) > 1 else 16)
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "inequality.yaml"
    path.write_text(STUDY.replace("SIZE", str(SIZE)), encoding="utf-8")
    study = samverkan.study(path, out=Path(folder) / "result")
    figures = study.query("select round(avg(value), 3) as mean from figures where outcome = 'inequality'")
    drivers = study.query(
        "select factor, round(value, 2) as total, round(low, 2) as low, round(high, 2) as high "
        "from sensitivity where outcome = 'inequality' and measure = 'total' order by value desc")
print(figures)
print(drivers)
