using System.CommandLine;
using System.Globalization;
using Samverkan.Analysis.Comparisons;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Runs.Wording;
using Spectre.Console;
using Spectre.Console.Rendering;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.App.Commands;

/// <summary><c>watch RUN</c>: a run month by month as it goes on; on a terminal one page that moves, elsewhere a line a
/// month.</summary>
public static class WatchCommand
{
    private const int MonthsOfCurve = 60;
    private static readonly TimeSpan TimeSlice = TimeSpan.FromMilliseconds(250);

    private static readonly (Indicator Indicator, string Head, double Scale, int Decimals)[] Rows =
    [
        (InService, "in service", 1, 0), (Waiting, "waiting", 1, 0), (UnmetPerPerson, "unmet needs", 1, 2),
        (BedDays, "bed days", 1, 1),
        (Posts, "posts", 1, 1), (CostPerPerson, "kSEK/person", 1e3, 0), (Trust, "trust", 1, 2),
        (TeamCooperation, "cooperation", 1, 2), (JointUnits, "joint units", 1, 0),
    ];

    public static Command Create()
    {
        var of = new Option<string?>("--of")
        {
            Description = "Path of the actor to watch, such as municipality/0181 [default: the first municipality]",
            HelpName = "ACTOR"
        };
        return OfRun.Command("watch", "Watch a run month by month", [of], async (parsed, run, terminal, cancel) =>
        {
            var view = new View(run, parsed.GetValue(of) is not { } named
                ? ActorPath.Municipality((await run.Blueprint()).Counties[0].Municipalities[0].Code)
                : ActorPath.TryParse(named, out var path) ? path
                : throw new BadRequest(
                    $"--of '{named}' is no path of an actor, such as county/01, municipality/0181 or team/0181/1/0."));
            if (terminal.Result.Profile.Capabilities.Interactive && !terminal.Json)
                await terminal.Result.Live(new Text("...")).StartAsync(async display =>
                {
                    while (!await view.Look(_ => { }, cancel))
                        display.UpdateTarget(view.Page());
                    display.UpdateTarget(view.Page());
                });
            else
            {
                terminal.Say(string.Join("  ", ["month  ", .. Rows.Select(row => row.Head)]));
                while (!await view.Look(frame => terminal.Say(view.Line(frame)), cancel)) { }
            }
            terminal.Say($"Run {run.Id}: {ClusterCommands.Words(view.Standing!.State)}.");
            terminal.Object(new
            {
                status = "done",
                exitCode = ExitCode.Done,
                run = run.Id,
                state = ClusterCommands.Words(view.Standing.State),
                next = view.Standing.Next.ToString()
            });
            return ExitCode.Done;
        });
    }

    private sealed class View(LiveRun run, ActorPath actor)
    {
        private readonly List<Frame> frames = [];
        private Month next = run.From;

        public RunStanding? Standing { get; private set; }

        /// <summary>Reads what is new; true when nothing more will come.</summary>
        public async Task<bool> Look(Action<Frame> show, CancellationToken cancel)
        {
            var read = await run.ReadSince(next);
            Standing = read.Run;
            foreach (var frame in read.Months)
            {
                if (frames.Count == 0 && frame.Actors.All(other => other.Path != actor))
                    throw new BadRequest(
                        $"--of '{actor}' is no actor that is shown: "
                            + $"{string.Join(", ", frame.Actors.Take(8).Select(other => other.Path))} ...");
                frames.Add(frame);
                show(frame);
                next = frame.Month + 1;
            }
            if (read.Months.IsEmpty && Standing.HasEnded) return true;
            if (read.Months.IsEmpty) await Task.Delay(TimeSlice, cancel);
            return false;
        }

        public string Line(Frame frame) =>
            string.Join("  ", [frame.Month.ToString(),
                .. Rows.Select(row => Number(Of(frame, row.Indicator), row.Scale, row.Decimals).PadLeft(row.Head.Length))]);

        public IRenderable Page()
        {
            var standing = Standing!;
            var speed = standing.MonthsPerSecond is { } months
                ? $"   {months.ToString("0.0", CultureInfo.InvariantCulture)} months/s" : "";
            var left = standing.Left is { } time ? $"   {time:m\\:ss} left" : "";
            var table = new Table().NoBorder();
            // As text: a title may hold what the library takes for markup.
            foreach (var head in new[] { standing.Title, standing.Next.ToString(),
                $"{ClusterCommands.Words(standing.State)}   {standing.Share:0 %}{speed}{left}" })
                table.AddColumn(new TableColumn(new Text(Printable.Of(head))));
            foreach (var row in Rows)
                table.AddRow(new Text(row.Head), new Text(frames.Count == 0 ? ""
                    : Number(Of(frames[^1], row.Indicator), row.Scale, row.Decimals)).RightJustified(),
                    new Text(Curve(row.Indicator)));
            var minutes = frames.SelectMany(frame => frame.Minutes).LastOrDefault();
            return minutes is null ? table
                : new Rows(table, new Text($"\nMeeting {minutes.Number}, {minutes.Month}: {FirstDecision(minutes)}"));
        }

        private static string FirstDecision(Minutes minutes) => minutes.Items.IsEmpty
            ? EnglishMinutes.Instance.NothingOnTheAgenda : EnglishMinutes.Instance.Decision(minutes.Items[0]);

        private string Curve(Indicator indicator)
        {
            var values = frames.TakeLast(MonthsOfCurve).Select(frame => Of(frame, indicator)).Where(double.IsFinite).ToArray();
            if (values.Length == 0) return "";
            var (low, high) = (values.Min(), values.Max());
            return string.Concat(
                values.Select(value => "▁▂▃▄▅▆▇█"[high > low ? (int)Math.Min(7, 8 * (value - low) / (high - low)) : 0]));
        }

        private double Of(Frame frame, Indicator indicator)
        {
            foreach (var shown in frame.Actors)
                if (shown.Path == actor)
                    foreach (var measured in shown.Values)
                        if (measured.Indicator == indicator) return measured.Value;
            return double.NaN;
        }

        private static string Number(double value, double scale, int decimals) =>
            double.IsFinite(value) ? TableText.Number(value / scale, decimals) : "";
    }
}
