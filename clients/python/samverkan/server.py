"""A server that runs scenarios elsewhere, by its interface for programs."""

from __future__ import annotations

import json
import re
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

from .client import Progress, SamverkanError
from .frames import Frame, to_frame
from .results import Comparison, Decision, Study
from .scenario import Scenario, ScenarioLike

_OPEN = ("waiting", "running")


def connect(url: str, token: str | None = None) -> "Server":
    """A server, such as ``connect("http://127.0.0.1:5080")``."""
    return Server(url, token)


class Server:
    """A server that was started with ``samverkan serve``.

    :param url: Where it is, such as ``http://127.0.0.1:5080``.
    :param token: Access token, where it asks for one.
    :param folder: Where results are fetched to; a temporary folder if not said.
    """

    def __init__(self, url: str, token: str | None = None, folder: str | Path | None = None, poll: float = 0.5) -> None:
        self.url = url.rstrip("/")
        self._token = token
        self._poll = poll
        self._folder = Path(folder) if folder else Path(tempfile.mkdtemp(prefix="samverkan-"))

    def scenarios(self, kind: str | None = None) -> Frame:
        """All scenarios of the server, shipped and saved."""
        found = self._get("/scenarios")
        columns = list(found[0]) if found else []
        return to_frame(columns, [[one.get(name) for name in columns] for one in found], kind)

    def save(self, scenario: Scenario | str | Path, *, replace: bool = False) -> str:
        """Saves a scenario on the server, and returns its name there."""
        if isinstance(scenario, Scenario):
            name, text = scenario.id, scenario.text()
        else:
            path = Path(scenario)
            name, text = path.stem, path.read_text(encoding="utf-8")
        self._call("PUT", f"/scenarios/{urllib.parse.quote(name)}?replace={str(replace).lower()}", text.encode(), "application/yaml")
        return name

    def compare(
        self, base: ScenarioLike, *others: ScenarioLike, replications: int = 50, seed: int = 1, since: str | None = None,
        persons: bool | list[int] = False, replace: bool = False, progress: Progress | None = None,
    ) -> Comparison:
        """Compares scenarios with a base, and fetches the result. A :class:`Scenario` is saved on the server first.

        :param persons: Replications whose persons are kept; True: the first.
        """
        kept = [1] if persons is True else list(persons or [])
        order = {
            "base": self._named(base), "others": [self._named(one) for one in others], "replications": replications, "seed": seed,
            "replace": replace, **({"since": since} if since else {}), **({"persons": kept} if kept else {}),
        }
        status = self._until_done("/comparisons", self._call("POST", "/comparisons", order), progress)
        folder = self._fetch(f"/comparisons/{status['id']}", status)
        result = self._get(f"/comparisons/{status['id']}/result")
        (folder / "comparison.json").write_text(json.dumps(result), encoding="utf-8")
        return Comparison(folder, result)

    def decide(
        self, kind: str, base: ScenarioLike, *others: ScenarioLike, outcome: str | None = None, replications: int | None = None,
        draws: int | None = None, seed: int = 1, since: str | None = None, known: bool = False, replace: bool = False,
        progress: Progress | None = None, **asked: object,
    ) -> Decision:
        """Answers a question of a planner, and fetches the result; as :meth:`Program.decide`."""
        words = {name.rstrip("_"): value for name, value in asked.items()}
        order = {
            "kind": kind, "base": self._named(base), "others": [self._named(one) for one in others], "seed": seed, "known": known,
            "replace": replace, "outcome": outcome, "replications": replications, "draws": draws, "since": since,
            **{re.sub("_(.)", lambda after: after[1].upper(), name): value for name, value in words.items()},
        }
        stated = {name: value for name, value in order.items() if value is not None}
        status = self._until_done("/decisions", self._call("POST", "/decisions", stated), progress)
        return Decision(self._fetch(f"/decisions/{status['id']}", status), status)

    def study(
        self, study: str | Path, *, replications: int | None = None, seed: int | None = None, tables: list[str | Path] = (),
        progress: Progress | None = None,
    ) -> Study:
        """Runs a study, and fetches its tables.

        :param study: Name of a study that comes with the server, or a file of your own that ends with .yaml.
        :param replications: Another number than the file says.
        :param seed: Another seed than the file says.
        :param tables: Files that your own study names, such as ``region.csv``.
        """
        own = Path(study).suffix == ".yaml"
        order: dict[str, Any] = {"text": Path(study).read_text(encoding="utf-8")} if own else {"study": str(study)}
        if tables:
            order["tables"] = {Path(table).name: Path(table).read_text(encoding="utf-8") for table in tables}
        order |= {name: value for name, value in {"replications": replications, "seed": seed}.items() if value is not None}
        status = self._until_done("/studies", self._call("POST", "/studies", order), progress)
        folder = self._fetch(f"/studies/{status['id']}", status)
        return Study(folder, {"sections": self._get(f"/studies/{status['id']}/answers")})

    def run(
        self, scenario: ScenarioLike, *, seed: int = 1, replication: int = 1, kind: str | None = None, progress: Progress | None = None,
    ) -> Frame:
        """Lives a run on the server and returns its headline figures: one row per month, actor and indicator."""
        run = self._call("POST", "/runs", {"scenario": self._named(scenario), "seed": seed, "replication": replication})
        rows: list[list[Any]] = []
        since: str | None = None
        while True:
            # The state is asked for first: what is lived after the months were read is read in the next turn.
            run = self._get(f"/runs/{run['id']}")
            months = self._get(f"/runs/{run['id']}/months" + (f"?since={since}" if since else ""))
            for month in months:
                rows += [[month["month"], actor["path"], name, value] for actor in month["actors"] for name, value in actor["values"].items()]
            if progress is not None:
                progress(run["share"])
            if months:
                since = _next(months[-1]["month"])
            elif run["state"] not in ("running", "waiting"):
                break
            else:
                time.sleep(self._poll)
        if run["state"] != "done" and run.get("error"):
            raise SamverkanError([run["error"]])
        return to_frame(["month", "actor", "indicator", "value"], rows, kind)

    def _named(self, scenario: ScenarioLike) -> str:
        isfile = not isinstance(scenario, Scenario) and Path(scenario).suffix in (".yaml", ".yml")
        return self.save(scenario, replace=True) if isfile or isinstance(scenario, Scenario) else str(scenario)

    def _until_done(self, place: str, status: dict[str, Any], progress: Progress | None) -> dict[str, Any]:
        while status["state"] in _OPEN:
            if progress is not None:
                progress(status["share"])
            time.sleep(self._poll)
            status = self._get(f"{place}/{status['id']}")
        if status["state"] != "done":
            raise SamverkanError([status.get("error") or f"It ended as '{status['state']}'."])
        if progress is not None:
            progress(1.0)
        return status

    def _fetch(self, place: str, status: dict[str, Any]) -> Path:
        folder = self._folder / status["id"]
        folder.mkdir(parents=True, exist_ok=True)
        for name in status["files"]:
            if Path(name).suffix in (".parquet", ".csv", ".gz", ".json", ".md"):
                (folder / Path(name).name).write_bytes(self._bytes("GET", f"{place}/files/{urllib.parse.quote(name)}"))
        return folder

    def _get(self, place: str) -> Any:
        return json.loads(self._bytes("GET", place))

    def _call(self, method: str, place: str, body: Any, kind: str = "application/json") -> Any:
        answer = self._bytes(method, place, body if isinstance(body, bytes) else json.dumps(body).encode(), kind)
        return json.loads(answer) if answer else {}

    def _bytes(self, method: str, place: str, body: bytes | None = None, kind: str | None = None) -> bytes:
        headers = {**({"Content-Type": kind} if kind else {}), **({"Authorization": f"Bearer {self._token}"} if self._token else {})}
        request = urllib.request.Request(f"{self.url}/api/v1{place}", data=body, method=method, headers=headers)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            raise SamverkanError([_detail(error)]) from error
        except urllib.error.URLError as error:
            raise SamverkanError([f"No server answers at {self.url}: {error.reason}."]) from error


def _detail(error: urllib.error.HTTPError) -> str:
    try:
        problem = json.loads(error.read())
        return str(problem.get("detail") or problem.get("title") or error)
    except ValueError:
        return f"The server answered {error.code}."


def _next(month: str) -> str:
    year, number = int(month[:4]), int(month[5:7])
    return f"{year + number // 12:04}-{number % 12 + 1:02}"
