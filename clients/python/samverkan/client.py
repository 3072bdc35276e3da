"""The program as a process, and where it is found."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any, Callable, Iterable, Mapping, Sequence

from .results import Comparison, Decision, Run, Study
from .scenario import ScenarioLike, WrittenScenarios

Progress = Callable[[float], None]
"""Called now and then with the share that is done, from 0 to 1."""

_STANDING = re.compile(r"(\d+)/(\d+)")


class SamverkanError(Exception):
    """The program refused what was asked, or failed.

    :ivar messages: What it said, one text for each mistake.
    :ivar exit_code: 2 for bad input, 3 for a check of the model that failed, 130 for an interrupt; None from a server.
    """

    def __init__(self, messages: Sequence[str], exit_code: int | None = None) -> None:
        super().__init__("\n".join(messages))
        self.messages = list(messages)
        self.exit_code = exit_code


def find_program() -> list[str]:
    """The words that call the program: ``$SAMVERKAN``, else the script of the clone that holds this package, else ``samverkan`` on the path.

    :raises SamverkanError: There is none.
    """
    if said := os.environ.get("SAMVERKAN"):
        return [said] if Path(said).exists() else shlex.split(said)
    script = "samverkan.cmd" if os.name == "nt" else "samverkan"
    for folder in [*Path(__file__).resolve().parents, *[Path.cwd(), *Path.cwd().parents]]:
        if (folder / "Simulation.sln").is_file() and (folder / script).is_file():
            return [str(folder / script)]
    if found := shutil.which("samverkan"):
        return [found]
    raise SamverkanError(["The program is not found. Set SAMVERKAN to its path, or put it on the PATH."])


class Program:
    """The program on this machine.

    :param command: The words that call it; found if not said (:func:`find_program`).
    """

    def __init__(self, command: str | Sequence[str] | None = None) -> None:
        self.command = [command] if isinstance(command, str) else list(command) if command else find_program()

    def call(self, *arguments: object, progress: Progress | None = None) -> dict[str, Any]:
        """Calls the program with ``--json`` and returns what it answers.

        :raises SamverkanError: It refused or failed.
        """
        process = subprocess.Popen(
            [*self.command, *map(str, arguments), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        said: list[str] = []
        reader = threading.Thread(target=_listen, args=(process.stderr, said, progress), daemon=True)
        reader.start()
        try:
            assert process.stdout is not None
            output = process.stdout.read()
            code = process.wait()
        except BaseException:
            process.terminate()
            process.wait()
            raise
        finally:
            reader.join(5)
            for stream in (process.stdout, process.stderr):
                if stream is not None:
                    stream.close()
        try:
            answer = json.loads(output) if output.strip() else {}
        except ValueError:
            answer = {}
        if code != 0:
            raise SamverkanError(answer.get("messages") or ["".join(said).strip() or f"The program ended with exit code {code}."], code)
        if progress is not None:
            progress(1.0)
        return answer

    def run(
        self, scenario: ScenarioLike, *, seed: int = 1, replication: int = 1, until: str | None = None, persons: bool = False,
        set: Mapping[str, object] | None = None, rules: str | Path | None = None, out: str | Path | None = None, force: bool = False,
        progress: Progress | None = None,
    ) -> Run:
        """Runs one replication of a scenario.

        :param scenario: Name of a shipped one, path of a file, or a :class:`samverkan.Scenario`.
        :param until: Last month, such as ``"2003-12"``; the scenario's if not said.
        :param persons: Keep every person by month.
        :param set: Values of parameters, such as ``{"committee.meetingsPerYear": "12 meetings/yr"}``.
        :param rules: An assembly of rules of your own (docs/rules.md).
        :param out: Folder of the result; one in ``out/`` if not said.
        :param force: Replace another result in that folder.
        """
        with WrittenScenarios() as written:
            answer = self.call(
                "run", written.argument(scenario), "--seed", seed, "--replication", replication, *_option("--until", until),
                *_flag("--persons", persons), *_set(set), *_option("--rules", rules), *_option("--out", out), *_flag("--force", force),
                progress=progress)
        return Run(Path(answer["out"]), answer, self)

    def compare(
        self, base: ScenarioLike, *others: ScenarioLike, replications: int = 50, seed: int = 1, since: str | None = None,
        persons: bool | Iterable[int] = False, all_series: bool = False, parallel: int | None = None, set: Mapping[str, object] | None = None,
        rules: str | Path | None = None, report: bool = True, out: str | Path | None = None, force: bool = False,
        progress: Progress | None = None,
    ) -> Comparison:
        """Compares scenarios with a base over paired replications.

        :param replications: Of each scenario; at least 2 for an interval.
        :param since: First month that counts, such as ``"2003-01"``; the first in which they differ if not said.
        :param persons: Keep every person by month: of the first replication (``True``), or of some, such as ``[1, 2]``.
        :param all_series: Keep every series of every replication.
        :param parallel: Runs at the same time; as many as there are cores if not said.
        :param rules: An assembly of rules of your own, which hold in all scenarios.
        :param report: Write a page with pictures, and a workbook.
        """
        which = "1" if persons is True else ",".join(map(str, persons)) if persons else None
        with WrittenScenarios() as written:
            answer = self.call(
                "compare", *map(written.argument, (base, *others)), "--replications", replications, "--seed", seed, *_option("--since", since),
                *_option("--persons", which), *_option("--series", "all" if all_series else None), *_option("--parallel", parallel), *_set(set),
                *_flag("--no-report", not report), *_option("--rules", rules), *_option("--out", out), *_flag("--force", force),
                progress=progress)
        return Comparison(Path(answer["out"]), answer, self)

    def study(
        self, study: str | Path, *, replications: int | None = None, seed: int | None = None, parallel: int | None = None,
        rules: str | Path | None = None, out: str | Path | None = None, force: bool = False, progress: Progress | None = None,
    ) -> Study:
        """Runs a study: the name of a shipped one, or the path of a file. What is there of it already is not run again.

        :param rules: An assembly of rules of your own, for scenarios with ``rules: own``.
        """
        answer = self.call(
            "study", "run", study, *_option("--replications", replications), *_option("--seed", seed), *_option("--parallel", parallel),
            *_option("--rules", rules), *_option("--out", out), *_flag("--force", force), progress=progress)
        return Study(Path(answer["out"]), answer, self)

    def decide(
        self, kind: str, base: ScenarioLike, *others: ScenarioLike, outcome: str | None = None, replications: int | None = None,
        draws: int | None = None, seed: int = 1, since: str | None = None, known: bool = False, set: Mapping[str, object] | None = None,
        out: str | Path | None = None, force: bool = False, progress: Progress | None = None, **asked: object,
    ) -> Decision:
        """Answers a question of a planner over all that is not known.

        :param kind: ``goal``, ``changes``, ``why``, ``robust`` or ``portfolio``.
        :param others: What is decided on: policies, measures, or the one scenario that is asked about.
        :param outcome: The outcome that decides; unmet needs per eligible person if not said.
        :param draws: Draws of all that is not known that each choice is lived under.
        :param known: Take the shipped values for known: nothing is drawn.
        :param asked: What the kind asks for, by its name on the command line: ``lever``, ``below``, ``above``, ``less_by``, ``more_by``,
            ``certainty``, ``from_``, ``least`` and ``most`` of a goal, ``below`` and ``above`` of robust, ``budget`` and ``payer`` of a portfolio.
        """
        with WrittenScenarios() as written:
            answer = self.call(
                "decide", kind, *map(written.argument, (base, *others)),
                *(word for name, value in asked.items() for word in _option("--" + name.rstrip("_").replace("_", "-"), value)),
                *_option("--outcome", outcome), *_option("--replications", replications), *_option("--draws", draws), "--seed", seed,
                *_option("--since", since), *_flag("--known", known), *_set(set), *_option("--out", out), *_flag("--force", force),
                progress=progress)
        return Decision(Path(answer["out"]), answer, self)

    def query(self, sql: str, folder: str | Path) -> tuple[list[str], list[list[Any]]]:
        """Columns and rows that a query (SQL of DuckDB) gives on the tables of a result."""
        answer = self.call("query", sql, folder)
        return answer["columns"], answer["rows"]

    def person(self, folder: str | Path, person: str | None = None, *, replication: int = 1) -> dict[str, Any]:
        """One person's months in every scenario of a result; whom the change touched most if nobody is named."""
        return self.call("person", folder, *([person] if person else []), "--replication", replication)


def _listen(stream: Iterable[str] | None, said: list[str], progress: Progress | None) -> None:
    for line in stream or ():
        said.append(line)
        if progress is not None and line.startswith(("replications ", "runs ", "futures ")) and (standing := _STANDING.search(line)):
            progress(int(standing[1]) / max(1, int(standing[2])))


def _option(name: str, value: object | None) -> list[str]:
    return [] if value is None else [name, str(value)]


def _flag(name: str, given: bool) -> list[str]:
    return [name] if given else []


def _set(values: Mapping[str, object] | None) -> list[str]:
    return [word for name, value in (values or {}).items() for word in ("--set", f"{name}={_text(value)}")]


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
