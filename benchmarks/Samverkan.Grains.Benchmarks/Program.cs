using System.Globalization;

using Samverkan.Grains.Benchmarks;
using Samverkan.Runs.Scenarios;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["granularity", var scenario, var rounds, .. var which]:
        await ByGranularity.Table(ScenarioReader.Read(scenario).Blueprint, int.Parse(rounds), which);
        return 0;
    case ["bare", var persons, var months]:
        await BareFanOut.Table(int.Parse(persons), int.Parse(months));
        return 0;
    default:
        Console.Error.WriteLine("granularity SCENARIO ROUNDS [GRANULARITY...] | bare PERSONS MONTHS");
        return 1;
}
