"""Runs the Samverkan simulation and loads its results.

>>> import samverkan
>>> result = samverkan.compare("baseline", "funding-cut", replications=20)
>>> print(result.answers["funding-cut"])
>>> persons = samverkan.run("baseline", persons=True).persons()

All functions find the program by themselves; ``connect`` makes a :class:`Server` that runs scenarios elsewhere.
"""

from .client import Program, SamverkanError, find_program
from .frames import Frame, to_frame
from .results import Comparison, Decision, Result, Run, Study
from .scenario import Scenario
from .server import Server, connect
from .simple import compare, decide, load, query, run, study

__all__ = [
    "Comparison", "Decision", "Frame", "Program", "Result", "Run", "SamverkanError", "Scenario", "Server", "Study",
    "compare", "connect", "decide", "find_program", "load", "query", "run", "study", "to_frame",
]
