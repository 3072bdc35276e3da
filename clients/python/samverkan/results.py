"""Results: folders that the program wrote, or that were fetched from a server."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Mapping

from .frames import Frame, read_table, rows_of, tables_of, to_frame

if TYPE_CHECKING:
    from .client import Program


class Result:
    """A result in its folder.

    :ivar folder: Where it is.
    :ivar answer: What the program answered when it was made; empty for one that was loaded.
    """

    def __init__(self, folder: Path, answer: Mapping[str, Any] | None = None, program: "Program | None" = None) -> None:
        self.folder = Path(folder)
        self.answer: Mapping[str, Any] = answer or {}
        self._program = program

    @property
    def manifest(self) -> dict[str, Any]:
        """What the result was made from: version, seed, scenarios, hashes."""
        return json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))

    @property
    def hash(self) -> str | None:
        """The hash of the result: the same inputs give the same hash."""
        return self.answer.get("resultHash") or self.manifest.get("result")

    @property
    def tables(self) -> list[str]:
        """Names of the tables that :meth:`table` reads."""
        return tables_of(self.folder)

    @property
    def dictionary(self) -> str:
        """What every table and column means (Markdown)."""
        return (self.folder / "data-dictionary.md").read_text(encoding="utf-8")

    def table(self, name: str, kind: str | None = None) -> Frame:
        """A table of the result.

        :param kind: ``pandas``, ``polars``, ``arrow`` or ``rows``; what is installed if not said.
        """
        return read_table(self.folder, name, kind, self._ask)

    def query(self, sql: str, kind: str | None = None) -> Frame:
        """What an SQL query (DuckDB) gives; each table has the name of its file."""
        return to_frame(*self._ask(sql), kind=kind)

    def person(self, person: str | None = None, *, replication: int = 1) -> dict[str, Any]:
        """One person's months in every scenario of the result; whom the change touched most if nobody is named."""
        return self._here().person(self.folder, person, replication=replication)

    def _ask(self, sql: str) -> tuple[list[str], list[list[Any]]]:
        return self._here().query(sql, self.folder)

    def _here(self) -> "Program":
        if self._program is None:
            from .client import Program

            self._program = Program()
        return self._program

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self.folder)!r})"


class _WithSeries(Result):
    def series(self, kind: str | None = None) -> Frame:
        """One row per measured number: scenario, replication, month, actor, group, indicator, value, unit."""
        return self.table("series", kind)

    def persons(self, kind: str | None = None) -> Frame:
        """One row per person and month, where persons were kept. Needs are columns ``need_<domain>``: 0 none, 1 met, 2 unmet."""
        return self.table("persons", kind)


class Run(_WithSeries):
    """One replication of a scenario."""

    @property
    def figures(self) -> Mapping[str, float]:
        """Headline figures of the run's period, by indicator."""
        return self.answer.get("figures", {})


class Comparison(_WithSeries):
    """Scenarios beside a base."""

    @property
    def told(self) -> dict[str, Any]:
        """The whole result as the interface for programs has it (``comparison.json``)."""
        return json.loads((self.folder / "comparison.json").read_text(encoding="utf-8"))

    @property
    def answers(self) -> dict[str, str]:
        """The answer in a sentence, by scenario."""
        return {one["scenario"]: one["answer"] for one in self.told["scenarios"] if one.get("answer")}

    def differences(self, kind: str | None = None) -> Frame:
        """What each scenario changes: one row per scenario and headline figure, with the 95 % interval."""
        names = ["indicator", "label", "unit", "base", "other", "difference", "low", "high", "betterShare", "pairs"]
        rows = [[one["scenario"], *(row.get(name) for name in names)] for one in self.told["scenarios"] for row in one["rows"]]
        return to_frame(["scenario", *names], rows, kind)

    def bands(self, kind: str | None = None) -> Frame:
        """Headline figures by quarter: mean, percentiles, and the difference to the base with its interval."""
        return self.table("bands", kind)

    def plot(self, indicator: str, axes: Any = None) -> Any:
        """Draws an indicator of every scenario over time with its band (matplotlib), and returns the axes."""
        import matplotlib.pyplot as plt

        axes = axes if axes is not None else plt.subplots()[1]
        rows = [row for row in rows_of(self.bands("rows")) if row["indicator"] == indicator]
        if not rows:
            known = sorted({row["indicator"] for row in rows_of(self.bands("rows"))})
            raise ValueError(f"'{indicator}' is not among the bands: {', '.join(known)}.")
        for scenario in dict.fromkeys(row["scenario"] for row in rows):
            own = [row for row in rows if row["scenario"] == scenario]
            at = list(range(len(own)))
            axes.plot(at, [row["mean"] for row in own], label=scenario)
            axes.fill_between(at, [row["percentile_10"] for row in own], [row["percentile_90"] for row in own], alpha=0.2)
        axes.set_xlabel("quarters from the first")
        axes.set_ylabel(indicator)
        axes.legend()
        return axes


class Decision(Result):
    """An answer to a planner's question: how much is enough, what did it, why, what holds, what to pay for."""

    @property
    def told(self) -> dict[str, Any]:
        """The whole result as the interface for programs has it (``decision.json``)."""
        return json.loads((self.folder / "decision.json").read_text(encoding="utf-8"))

    @property
    def sentence(self) -> str:
        """The answer in words."""
        text = (self.folder / "decision.md").read_text(encoding="utf-8")
        return text.split("\n\n")[2]

    def futures(self, kind: str | None = None) -> Frame:
        """One row per future: the choice, the replication or draw, and every figure. The same number is the same luck in each choice."""
        return self.table("futures", kind)


class Study(Result):
    """A study: many runs, and what they answer."""

    @property
    def sections(self) -> list[dict[str, Any]]:
        """The answers, section by section."""
        return list(self.answer.get("sections", []))

    def figures(self, kind: str | None = None) -> Frame:
        """One row per run and outcome."""
        return self.table("figures", kind)


def load_result(folder: str | Path, program: "Program | None" = None) -> Result:
    """A result that was made earlier.

    :raises FileNotFoundError: The folder holds none.
    """
    path = Path(folder)
    manifest = path / "manifest.json"
    if not manifest.is_file():
        raise FileNotFoundError(f"'{folder}' holds no result: it has no manifest.json.")
    command = json.loads(manifest.read_text(encoding="utf-8")).get("command")
    kind = {"run": Run, "compare": Comparison, "decide": Decision}.get(command, Study)
    return kind(path, None, program)
