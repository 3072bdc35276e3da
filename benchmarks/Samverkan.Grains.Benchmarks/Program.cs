using System.Globalization;
using System.Text.Json;
using Samverkan.Grains;
using Samverkan.Grains.Benchmarks;
using Samverkan.Runs.Scenarios;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["levels", var scenario, var rounds]:
        Console.WriteLine(await Levels.Table(ScenarioReader.Read(scenario).Blueprint, int.Parse(rounds)));
        return 0;
    case ["first", var granularity]:
        var (silo, run) = await Levels.First(ScenarioReader.Read("baseline").Blueprint,
            Enum.Parse<Granularity>(granularity, ignoreCase: true));
        Console.WriteLine(JsonSerializer.Serialize(new[] { silo, run }));
        return 0;
    case ["memory", var granularity]:
        Console.WriteLine(JsonSerializer.Serialize(await Persons.Memory(Enum.Parse<Granularity>(granularity, ignoreCase: true))));
        return 0;
    case ["whole", var municipalities, var copies, var silos]:
        Console.WriteLine(
            JsonSerializer.Serialize(await Whole.Measure(ScenarioReader.Read("sweden").Blueprint, int.Parse(municipalities),
                int.Parse(copies), int.Parse(silos))));
        return 0;
    case ["tables", var rounds, .. var which] when which.All(GrainTables.Names.Contains):
        await GrainTables.Write(int.Parse(rounds), which);
        return 0;
    default:
        Console.Error.WriteLine(
            $"tables ROUNDS [{string.Join(' ', GrainTables.Names)}] | levels SCENARIO ROUNDS | first GRANULARITY | memory "
                + "GRANULARITY | whole MUNICIPALITIES COPIES SILOS");
        return 1;
}
