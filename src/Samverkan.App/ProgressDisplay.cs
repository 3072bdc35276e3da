using Samverkan.Runs.Execution;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Samverkan.App;

/// <summary>Shows how far an ensemble has come: a bar on a terminal, now and then a plain line elsewhere.</summary>
public static class ProgressDisplay
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    /// <summary>Does the work on another thread and returns when it is done; its exception is thrown here.</summary>
    public static void While(IAnsiConsole console, EnsembleProgress progress, Action work, string what = "replications")
    {
        var task = Task.Factory.StartNew(work, TaskCreationOptions.LongRunning);
        if (console.Profile.Capabilities.Interactive)
            Bar(console, progress, task, what);
        else
            Lines(console, progress, task, what);
        task.GetAwaiter().GetResult();
    }

    private static void Bar(IAnsiConsole console, EnsembleProgress progress, Task work, string what) =>
        console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new Standing(progress))
            .Start(display =>
            {
                var bar = display.AddTask(what, maxValue: 1);
                while (!Ended(work, Frame))
                    bar.Value = progress.Share;
                bar.Value = progress.Share;
            });

    private static void Lines(IAnsiConsole console, EnsembleProgress progress, Task work, string what)
    {
        while (!Ended(work, BetweenLines))
            console.WriteLine($"{what} {Describe(progress)}");
    }

    private static bool Ended(Task work, TimeSpan wait) => Task.WaitAny([work], wait) == 0;

    private static string Describe(EnsembleProgress progress)
    {
        var left = progress.Share >= 1 ? $"{progress.Elapsed:m\\:ss}" : progress.Remaining is { } time
            ? $"{progress.Year}   {time:m\\:ss} left" : "";
        return $"{progress.ReplicationsDone}/{progress.Replications}{Scenarios(progress.Scenarios)}   {left}";
    }

    private static string Scenarios(int count) => count == 1 ? "" : $"   {count} scenarios";

    private sealed class Standing(EnsembleProgress progress) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(Describe(progress));
    }
}
