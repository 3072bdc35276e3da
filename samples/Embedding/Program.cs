// Samverkan within a program of your own: two worlds with common random numbers, and what differs between them.
//
//   dotnet run --project samples/Embedding -c Release                                  the change that is made in code below
//   dotnet run --project samples/Embedding -c Release -- scenarios/funding-cut.yaml    a scenario file against the one it extends
//   dotnet run --project samples/Embedding -c Release -- scenarios/funding-cut.yaml 50 more replications, narrower intervals

using System.Globalization;
using Samverkan.Analysis.Comparisons;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Policies;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

const ulong Seed = 1;
Indicator[] told = [IndicatorCatalogue.UnmetPerPerson, IndicatorCatalogue.InService, IndicatorCatalogue.BedDays,
    IndicatorCatalogue.CostPerPerson];

try
{
    var (usual, changed) = args.Length == 0 ? MadeInCode() : ReadFromFile(args[0]);
    Compare(usual, changed, args.Length < 2 ? 10 : int.Parse(args[1], CultureInfo.InvariantCulture));
    return 0;
}
catch (ScenarioErrors errors)
{
    // Everything that is wrong with the file, each with its line.
    foreach (var finding in errors.Findings)
        Console.Error.WriteLine(finding);
    return 2;
}

// A blueprint is all that a run is made from, but for its seed. The case comes ready; a change of it is an intervention.
static (Blueprint Usual, Blueprint Changed) MadeInCode()
{
    var rarer = new Intervention("rarer-meetings", "committee.meetingsPerYear", Scope.Everywhere, Operation.Set, 1,
        At: Month.Of(2003));
    return (Blueprint.Case, Blueprint.Case with { Name = "one meeting a year from 2003", Interventions = [rarer] });
}

static (Blueprint Usual, Blueprint Changed) ReadFromFile(string path)
{
    var scenario = ScenarioReader.Read(path);
    return (ScenarioReader.Read(scenario.Chain[^1].Path).Blueprint, scenario.Blueprint);
}

void Compare(Blueprint usual, Blueprint changed, int replications)
{
    var jobs = Job.Paired([usual, changed], replications, Seed);
    var runs = new[] { new List<PeriodFigures>(), new List<PeriodFigures>() };

    // An observer sees every month of its run; this one makes a figure of each indicator. Runs end in any order and are
    // taken in the order of the jobs, so that the same seed gives the same figures on any number of cores.
    new Ensemble(InProcessRun.Start, Environment.ProcessorCount).Run(
        jobs, _ => new PeriodFigures(since: Month.Of(2003)), (job, figures) => runs[job.Scenario].Add(figures),
        EnsembleProgress.Of(jobs), CancellationToken.None);

    Console.WriteLine($"{changed.Name} against {usual.Name}, 2003 to {changed.To.Year}, {replications} pairs");
    foreach (var indicator in told)
    {
        var pair = PairedEstimate.Of([.. runs[0].Select(run => run[indicator])], [.. runs[1].Select(run => run[indicator])],
            indicator.Better);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{indicator.Title,-30} {pair.Base,10:0.00} {pair.Other,10:0.00}   difference {pair.Difference:0.00}, 95 % interval {pair.Low:0.00} to {pair.High:0.00}   {indicator.Unit}"));
    }
}
