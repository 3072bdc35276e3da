"""A scenario, shipped, in a file, or made here from another one."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Mapping, Sequence, Union

ScenarioLike = Union["Scenario", str, Path]


@dataclass(frozen=True)
class Scenario:
    """A scenario of its own that extends another one.

    :param id: Its name in results: small letters, digits and hyphens.
    :param extends: Name of a shipped scenario, or path of a file.
    :param parameters: Values by parameter, such as ``{"committee.meetingsPerYear": "12 meetings/yr"}``.
    :param interventions: As in a scenario file, such as
        ``[{"id": "cut", "lever": "funding.controllable", "change": {"multiply": 0.8}, "at": "2003-01"}]``.
    :param title: What reports call it; the id if not said.
    :param question: What it asks; the title if not said.
    :param more: Any other key of a scenario file, such as ``{"events": [...]}``.

    The program checks all of it and tells what is wrong, all mistakes at once.
    """

    id: str
    extends: str | Path = "baseline"
    parameters: Mapping[str, Any] = field(default_factory=dict)
    interventions: Sequence[Mapping[str, Any]] = ()
    title: str | None = None
    question: str | None = None
    more: Mapping[str, Any] = field(default_factory=dict)

    def text(self) -> str:
        """The scenario as a file has it: JSON, which is YAML, too."""
        base = Path(self.extends)
        content: dict[str, Any] = {
            "id": self.id,
            "extends": str(base.resolve()) if base.suffix in (".yaml", ".yml") else str(self.extends),
            "title": self.title or self.id,
            "question": self.question or self.title or self.id,
        }
        if self.parameters:
            content["parameters"] = dict(self.parameters)
        if self.interventions:
            content["interventions"] = [dict(one) for one in self.interventions]
        content.update(self.more)
        return json.dumps(content, indent=2, ensure_ascii=False) + "\n"

    def write(self, folder: str | Path) -> Path:
        """Writes the scenario into a folder, as ``<id>.yaml``, and returns where it is."""
        path = Path(folder) / f"{self.id}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.text(), encoding="utf-8")
        return path


class WrittenScenarios:
    """Scenarios as the command line takes them; those that are made here are files as long as this is open."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> "WrittenScenarios":
        return self

    def __exit__(self, *_: object) -> None:
        if self._folder is not None:
            self._folder.cleanup()

    def argument(self, scenario: ScenarioLike) -> str:
        """The name or path of a scenario."""
        if not isinstance(scenario, Scenario):
            return str(scenario)
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="samverkan-")
        return str(scenario.write(self._folder.name))
