"""The functions of a :class:`Program` that is found when it is first needed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from .client import Program
from .frames import Frame, to_frame
from .results import Comparison, Decision, Result, Run, Study, load_result
from .scenario import ScenarioLike


@lru_cache(maxsize=1)
def _program() -> Program:
    return Program()


def run(scenario: ScenarioLike, **options: Any) -> Run:
    """Runs one replication of a scenario; options as :meth:`Program.run` takes them."""
    return _program().run(scenario, **options)


def compare(base: ScenarioLike, *others: ScenarioLike, **options: Any) -> Comparison:
    """Compares scenarios with a base; options as :meth:`Program.compare` takes them."""
    return _program().compare(base, *others, **options)


def decide(kind: str, base: ScenarioLike, *others: ScenarioLike, **options: Any) -> Decision:
    """Answers a question of a planner; options as :meth:`Program.decide` takes them."""
    return _program().decide(kind, base, *others, **options)


def study(study: str | Path, **options: Any) -> Study:
    """Runs a study; options as :meth:`Program.study` takes them."""
    return _program().study(study, **options)


def query(sql: str, folder: str | Path, kind: str | None = None) -> Frame:
    """What an SQL query gives on the tables of a result's folder."""
    return to_frame(*_program().query(sql, folder), kind=kind)


def load(folder: str | Path) -> Result:
    """A result that was made earlier: a :class:`Run`, :class:`Comparison`, :class:`Decision` or :class:`Study`."""
    return load_result(folder)
