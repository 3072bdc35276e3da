"""The package with the program itself, and with a server where SAMVERKAN_SERVER names one."""

import json
import math
import os
import runpy
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import samverkan  # noqa: E402
from samverkan import frames  # noqa: E402

CUT = samverkan.Scenario(
    "short-cut", extends="baseline", title="A cut, briefly",
    interventions=[{"id": "cut", "lever": "funding.controllable", "scope": {"sector": "county"}, "change": {"multiply": 0.8}, "at": "1996-01"}])


class WithProgram(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.out = Path(place.name) / "result"


class RunTests(WithProgram):
    def test_a_run_has_series_and_persons_that_agree(self):
        seen = []
        run = samverkan.run("baseline", until="1995-06", persons=True, out=self.out, progress=seen.append)
        persons = run.persons("rows")
        eligible = {
            str(row["month"]): row["value"] for row in run.series("rows")
            if row["indicator"] == "people.eligible" and row["actor"].startswith("municipality/") and not row["group"]}
        self.assertEqual(6, len(eligible))
        self.assertEqual(run.hash, run.manifest["result"])
        self.assertEqual(1.0, seen[-1])
        for month, value in eligible.items():
            self.assertEqual(value, sum(str(row["month"]) == month for row in persons))
        for row in persons[:500]:
            self.assertEqual(16, len(row["person"]))
            ratings = [value for name, value in row.items() if name.startswith("need_")]
            self.assertEqual(22, len(ratings))
            self.assertEqual(row["needs_unmet"], ratings.count(2))
            self.assertEqual(row["needs_met"], ratings.count(1))

    def test_a_query_and_one_person_tell_the_same(self):
        run = samverkan.run("baseline", until="1995-03", persons=True, set={"committee.meetingsPerYear": "12 meetings/yr"}, out=self.out)
        sql = "select person, sum(needs_unmet)::int as unmet from persons group by 1 order by 2 desc, 1 limit 1"
        [row] = samverkan.query(sql, self.out, "rows")
        told = run.person(row["person"])
        self.assertEqual(row["unmet"], sum(len(month["unmet"]) for month in told["scenarios"][0]["months"]))

    def test_what_the_program_refuses_is_raised_in_its_words(self):
        with self.assertRaises(samverkan.SamverkanError) as raised:
            samverkan.run("baselin", out=self.out)
        self.assertEqual(2, raised.exception.exit_code)
        self.assertIn("baseline", str(raised.exception))
        self.assertFalse(self.out.exists())

    @unittest.skipUnless(frames.has("pandas"), "pandas is not installed")
    def test_pandas_reads_persons_as_texts_dates_and_numbers(self):
        persons = samverkan.run("baseline", until="1995-02", persons=True, out=self.out).persons("pandas")
        self.assertEqual({16}, set(persons["person"].str.len()))
        self.assertTrue(str(persons["month"].dtype).startswith("datetime64"))
        self.assertTrue((persons["needs_unmet"] == (persons.filter(like="need_") == 2).sum(axis=1)).all())


class ComparisonTests(WithProgram):
    def test_a_scenario_made_here_is_compared(self):
        made = samverkan.compare("baseline", CUT, replications=2, persons=[2], report=False, out=self.out)
        self.assertIn("short-cut", made.answers)
        rows = made.differences("rows")
        self.assertEqual({"short-cut"}, {row["scenario"] for row in rows})
        self.assertTrue(any(row["difference"] for row in rows))
        self.assertEqual(made.hash, samverkan.load(self.out).hash)
        self.assertIsInstance(samverkan.load(self.out), samverkan.Comparison)
        kept = made.query("select distinct scenario, replication from persons order by 1", "rows")
        self.assertEqual([("baseline", 2), ("short-cut", 2)], [(row["scenario"], row["replication"]) for row in kept])

    def test_the_tutorial_reproduces_the_figures_data(self):
        told = runpy.run_path(str(HERE.parent / "examples" / "tutorial.py"), {"REPLICATIONS": 2, "OUT": str(self.out)})
        points = told["points"]
        self.assertEqual({"baseline", "funding-cut"}, {point["scenario"] for point in points})
        self.assertEqual(21 * 2, len(points))
        self.assertTrue(all(math.isfinite(point["unmet"]) for point in points))
        # Until the cut of 2003 both scenarios are one world.
        self.assertEqual(*([point["unmet"] for point in points if point["scenario"] == one and point["year"] < 2003] for one in ("baseline", "funding-cut")))

    def test_an_outcome_of_ones_own_is_driven_by_sobols_indices(self):
        told = runpy.run_path(str(HERE.parent / "examples" / "inequality.py"), {"SIZE": 4})
        self.assertEqual(3, len(told["drivers"]))
        self.assertEqual(1, len(told["figures"]))


class DecisionTests(WithProgram):
    def test_a_decision_on_a_scenario_made_here_is_made_and_loaded(self):
        seen = []
        made = samverkan.decide(
            "goal", "baseline", CUT, more_by=0.001, outcome="people.waiting", known=True, replications=2, out=self.out, progress=seen.append)
        self.assertEqual("goal", made.told["kind"])
        self.assertEqual(made.answer["answer"], made.sentence)
        self.assertEqual(1.0, seen[-1])
        self.assertIsInstance(samverkan.load(self.out), samverkan.Decision)
        rows = made.futures("rows")
        self.assertEqual(made.told["head"]["futures"], len(rows))
        self.assertTrue(all(math.isfinite(row["people.waiting"]) for row in rows))

    def test_what_cannot_be_decided_is_raised_in_the_words_of_the_program(self):
        with self.assertRaises(samverkan.SamverkanError) as raised:
            samverkan.decide("changes", "baseline", CUT, out=self.out)
        self.assertIn("it did all of it", str(raised.exception))


class PlainTests(unittest.TestCase):
    def test_a_scenario_is_written_as_its_file_has_it(self):
        content = json.loads(samverkan.Scenario("mine", parameters={"committee.meetingsPerYear": "12 meetings/yr"}).text())
        self.assertEqual({"id": "mine", "extends": "baseline", "title": "mine", "question": "mine", "parameters": {"committee.meetingsPerYear": "12 meetings/yr"}}, content)

    def test_a_person_of_digits_alone_stays_a_text(self):
        self.assertEqual("8002000000000012", frames._value("person", "8002000000000012"))
        self.assertEqual(3, frames._value("needs_unmet", "3"))
        self.assertIsNone(frames._value("value", ""))

    def test_a_form_that_is_none_is_refused(self):
        with self.assertRaises(ValueError):
            frames.kind_of("excel")

    def test_a_folder_without_a_result_is_refused(self):
        with tempfile.TemporaryDirectory() as folder, self.assertRaises(FileNotFoundError):
            samverkan.load(folder)


@unittest.skipUnless(os.environ.get("SAMVERKAN_SERVER"), "SAMVERKAN_SERVER names no server")
class ServerTests(unittest.TestCase):
    def setUp(self):
        self.server = samverkan.Server(os.environ["SAMVERKAN_SERVER"], os.environ.get("SAMVERKAN_TOKEN"), poll=0.1)

    def test_a_comparison_is_made_and_fetched(self):
        seen = []
        made = self.server.compare("baseline", "training-cut", replications=2, seed=11, persons=True, progress=seen.append)
        self.assertIn("training-cut", made.answers)
        self.assertEqual(1.0, seen[-1])
        self.assertIn("series", made.tables)
        self.assertIn("persons", made.tables)

    def test_a_decision_is_made_and_fetched(self):
        made = self.server.decide("portfolio", "baseline", "training-cut", budget=1, known=True, replications=2, seed=12)
        self.assertEqual("portfolio", made.told["kind"])
        self.assertEqual(made.answer["answer"], made.sentence)
        self.assertIn("futures", made.tables)
        with self.assertRaises(samverkan.SamverkanError) as raised:
            self.server.decide("goal", "baseline", lever="assertive.posts", less_by=-1)
        self.assertIn("'lessBy' is how much", str(raised.exception))

    def test_a_study_of_ones_own_brings_its_tables(self):
        with tempfile.TemporaryDirectory() as folder:
            study, region = Path(folder) / "drawn.yaml", Path(folder) / "drawn-region.csv"
            study.write_text(
                "id: drawn\ntitle: Drawn\nquestion: Q?\nscenarios: [null-change]\nreplications: 5\n"
                "outcomes: [needs.unmetPerEligible]\nsample: { file: drawn-region.csv }\n", encoding="utf-8")
            region.write_text(
                "draw,parameter,value,unit\n1,care.otherSector,0.7,share\n2,care.otherSector,0.8,share\n", encoding="utf-8")
            made = self.server.study(study, replications=1, seed=7, tables=[region])
        rows = [row for row in made.figures("rows") if row["outcome"] == "needs.unmetPerEligible"]
        self.assertEqual({(1, 7), (2, 7)}, {(row["sample"], row["seed"]) for row in rows})

    def test_a_run_gives_every_month(self):
        rows = self.server.run("baseline", seed=3, kind="rows")
        self.assertEqual(252, len({row["month"] for row in rows}))

    def test_a_scenario_made_here_is_saved_there(self):
        self.assertEqual("short-cut", self.server.save(CUT, replace=True))
        self.assertIn("short-cut", {row["name"] for row in self.server.scenarios("rows")})

    def test_what_the_server_refuses_is_raised_in_its_words(self):
        with self.assertRaises(samverkan.SamverkanError) as raised:
            self.server.compare("baseline", "no-such-scenario", replications=2)
        self.assertIn("no-such-scenario", str(raised.exception))


if __name__ == "__main__":
    unittest.main()
