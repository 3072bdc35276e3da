"""Tables in the form that is at hand: pandas, polars, Arrow, or plain Python."""

from __future__ import annotations

import csv
import gzip
import importlib
import importlib.util
from pathlib import Path
from typing import Any, Callable, Iterator, Mapping, Sequence

Frame = Any
"""A ``pandas.DataFrame``, a ``polars.DataFrame``, a ``pyarrow.Table``, or a list of one ``dict`` per row."""

KINDS = ("pandas", "polars", "arrow", "rows")

# Texts that look like numbers: a person's 16 digits would be read as a number of another value.
TEXTS = ("scenario", "person", "municipality", "actor", "keeper", "hash", "group", "indicator", "unit", "status")
DATES = ("month", "arrival")


def has(module: str) -> bool:
    """Whether a module can be imported."""
    return importlib.util.find_spec(module) is not None


def kind_of(kind: str | None) -> str:
    """The form that is asked for, or the first that is installed.

    :raises ValueError: There is no such form.
    :raises ImportError: It is not installed.
    """
    if kind is None:
        return "pandas" if has("pandas") else "polars" if has("polars") else "arrow" if has("pyarrow") else "rows"
    if kind not in KINDS:
        raise ValueError(f"'{kind}' is no form of a table. Forms: {', '.join(KINDS)}.")
    module = {"arrow": "pyarrow"}.get(kind, kind)
    if kind != "rows" and not has(module):
        raise ImportError(f"{module} is not installed: pip install {module}")
    return kind


def to_frame(columns: Sequence[str], rows: Sequence[Sequence[Any]], kind: str | None = None) -> Frame:
    """A table from rows."""
    kind = kind_of(kind)
    if kind == "rows":
        return [dict(zip(columns, row)) for row in rows]
    by_column = {name: [row[place] for row in rows] for place, name in enumerate(columns)}
    if kind == "pandas":
        return _with_dates(importlib.import_module("pandas").DataFrame(by_column, columns=list(columns)))
    if kind == "polars":
        return importlib.import_module("polars").DataFrame(by_column)
    return importlib.import_module("pyarrow").table(by_column)


def read_table(folder: Path, name: str, kind: str | None, ask: Callable[[str], tuple[list[str], list[list[Any]]]] | None) -> Frame:
    """A table of a result: from its Parquet file if that can be read, else from its CSV, else by asking the program.

    :param ask: Puts an SQL query to the program.
    :raises FileNotFoundError: The result has no such table, or nothing here can read it.
    """
    kind = kind_of(kind)
    parquet = folder / f"{name}.parquet"
    if parquet.is_file() and (read := _parquet_reader(kind)) is not None:
        return read(parquet)
    for ending in (".csv.gz", ".csv"):
        text = folder / f"{name}{ending}"
        if text.is_file():
            return _read_csv(text, kind)
    if not parquet.is_file():
        raise FileNotFoundError(f"'{folder}' has no table '{name}'. It has: {', '.join(tables_of(folder)) or 'none'}.")
    if ask is None:
        raise FileNotFoundError(f"'{parquet}' needs a reader of Parquet: pip install pyarrow")
    return to_frame(*ask(f'select * from "{name}"'), kind=kind)


def tables_of(folder: Path) -> list[str]:
    """The names of a result's tables."""
    return sorted({file.name.split(".")[0] for pattern in ("*.parquet", "*.csv", "*.csv.gz") for file in folder.glob(pattern)})


def _parquet_reader(kind: str) -> Callable[[Path], Frame] | None:
    if kind == "pandas" and (has("pyarrow") or has("fastparquet")):
        return lambda path: _with_dates(importlib.import_module("pandas").read_parquet(path))
    if kind == "polars":
        return lambda path: importlib.import_module("polars").read_parquet(path)
    if kind == "arrow":
        return lambda path: importlib.import_module("pyarrow.parquet").read_table(path)
    if kind == "rows" and has("pyarrow"):
        return lambda path: importlib.import_module("pyarrow.parquet").read_table(path).to_pylist()
    return None


def _read_csv(path: Path, kind: str) -> Frame:
    if kind == "pandas":
        pandas = importlib.import_module("pandas")
        return _with_dates(pandas.read_csv(path, dtype={name: str for name in TEXTS}, low_memory=False))
    with _open(path) as lines:
        rows = [{name: _value(name, cell) for name, cell in row.items()} for row in csv.DictReader(lines)]
    if kind == "rows":
        return rows
    columns = list(rows[0]) if rows else []
    return to_frame(columns, [list(row.values()) for row in rows], kind)


def _open(path: Path) -> Any:
    return gzip.open(path, "rt", encoding="utf-8", newline="") if path.suffix == ".gz" else open(path, encoding="utf-8", newline="")


def _value(column: str, cell: str) -> Any:
    if cell == "":
        return None
    if column in TEXTS or column in DATES:
        return cell
    for number in (int, float):
        try:
            return number(cell)
        except ValueError:
            pass
    return cell


def _with_dates(frame: Frame) -> Frame:
    pandas = importlib.import_module("pandas")
    for column in DATES:
        if column in frame.columns:
            frame[column] = pandas.to_datetime(frame[column])
    return frame


def rows_of(frame: Frame) -> Iterator[Mapping[str, Any]]:
    """One mapping per row, whatever the form of a table."""
    if isinstance(frame, list):
        yield from frame
    elif hasattr(frame, "iter_rows"):
        yield from frame.iter_rows(named=True)
    elif hasattr(frame, "to_pylist"):
        yield from frame.to_pylist()
    else:
        yield from frame.to_dict("records")
