using System.Globalization;
using BenchmarkDotNet.Running;
using Samverkan.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["careflow", var users, var months, var threads]:
        return Tell(WholeProcess.Careflow(int.Parse(users), int.Parse(months), int.Parse(threads)));
    case ["case", var replications, var threads]:
        return Tell(WholeProcess.Case(int.Parse(replications), int.Parse(threads)));
    case ["people", var people]:
        return Tell(WholeProcess.People(int.Parse(people)));
    case ["sweden"]:
        return Tell(WholeProcess.Sweden());
    case ["pulse"]:
        Console.WriteLine(TimedPulse.Table());
        return 0;
    case ["tables", .. var which]:
        Tables.Write(which.Length > 0 ? int.Parse(which[0]) : 5, which.ElementAtOrDefault(1));
        return 0;
    case ["kernels", .. var rest]:
        BenchmarkSwitcher.FromTypes([typeof(Kernels)]).Run(rest.Length > 0 ? rest : ["--filter", "*"]);
        return 0;
    default:
        Console.Error.WriteLine(
            "careflow N T THREADS | case REPLICATIONS THREADS | people N | sweden | pulse | tables [ROUNDS "
                + "[processes|pulse|sizes]] | kernels");
        return 1;
}

static int Tell(Measured measured)
{
    Console.WriteLine(measured.More());
    Console.WriteLine(measured.Json());
    return 0;
}
