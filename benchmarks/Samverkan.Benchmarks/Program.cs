using System.Globalization;
using BenchmarkDotNet.Running;
using Samverkan.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["careflow", var users, var months, var threads]:
        Console.WriteLine(WholeProcess.Careflow(int.Parse(users), int.Parse(months), int.Parse(threads)).Json());
        return 0;
    case ["case", var replications, var threads]:
        Console.WriteLine(WholeProcess.Case(int.Parse(replications), int.Parse(threads)).Json());
        return 0;
    case ["people", var people]:
        Console.WriteLine(WholeProcess.People(int.Parse(people)).Json());
        return 0;
    case ["pulse"]:
        Console.WriteLine(TimedPulse.Table());
        return 0;
    case ["tables", .. var times]:
        Tables.Write(times.Length > 0 ? int.Parse(times[0]) : 5);
        return 0;
    case ["kernels", .. var rest]:
        BenchmarkSwitcher.FromTypes([typeof(Kernels)]).Run(rest.Length > 0 ? rest : ["--filter", "*"]);
        return 0;
    default:
        Console.Error.WriteLine("careflow N T THREADS | case REPLICATIONS THREADS | people N | pulse | tables [ROUNDS] | kernels");
        return 1;
}
