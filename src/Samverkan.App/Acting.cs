using System.CommandLine;
using System.Runtime.InteropServices;
using Samverkan.Grains.Live;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Rules;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App;

/// <summary>What a command does, with its failures turned into words and exit codes.</summary>
public static class Acting
{
    /// <summary>The same, where it is waited for what happens elsewhere.</summary>
    public static void Acts(this Command command, Func<ParseResult, Terminal, CancellationToken, Task<int>> act) =>
        command.Acts((parsed, terminal, cancel) => act(parsed, terminal, cancel).GetAwaiter().GetResult());

    /// <param name="act">Returns the exit code; may throw what the program's rooms throw.</param>
    public static void Acts(this Command command, Func<ParseResult, Terminal, CancellationToken, int> act) =>
        command.SetAction(parsed =>
        {
            var terminal = Terminal.Of(parsed, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            // Not disposed: a signal may still be on its way when the command has ended.
            var interrupt = new CancellationTokenSource();
            using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, interrupt));
            using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, interrupt));
            using var service = WindowsService.Start(interrupt.Cancel);
            try
            {
                return act(parsed, terminal, interrupt.Token);
            }
            catch (OperationCanceledException)
            {
                return terminal.Interrupted();
            }
            catch (ScenarioErrors e)
            {
                return FindingsDisplay.BadInput(terminal, e.Findings);
            }
            catch (Exception e) when (e is ResultFolderRefused or BadRequest or RulesRefused)
            {
                return terminal.BadInput([e.Message]);
            }
            catch (Exception e) when (Trouble.InWords(e) is { } told)
            {
                return terminal.BadInput([told]);
            }
            catch (Exception e) when (RanOutOfMemory(e))
            {
                return terminal.BadInput([TooLittleMemory]);
            }
            catch (ModelCheckFailed e)
            {
                return terminal.CheckFailed(e.Message);
            }
            catch (Exception e) when (CannotWrite(e) is { } reason)
            {
                return terminal.BadInput([$"The result cannot be written: {reason.TrimEnd('.')}. Nothing was kept."]);
            }
            catch (Exception e)
            {
                // Caught, so that drafts are removed on the way out: what nobody catches ends the process at once.
                return terminal.Mistake(e);
            }
        });

    internal const string TooLittleMemory =
        "There is too little memory for this. Nothing was kept. Give the program more, or ask for less at once: fewer "
            + "replications, scenarios or threads.";

    internal static bool RanOutOfMemory(Exception? e) => e switch
    {
        null => false,
        OutOfMemoryException => true,
        AggregateException several => several.InnerExceptions.Any(RanOutOfMemory),
        _ => RanOutOfMemory(e.InnerException),
    };

    // A disk that is full, or a folder that is not ours, is met by whichever thread writes.
    internal static string? CannotWrite(Exception e) => e switch
    {
        PathTooLongException => "its name, or that of its folder, is too long here; give a shorter one with --out",
        IOException or UnauthorizedAccessException => e.Message,
        AggregateException several =>
            several.Flatten().InnerExceptions.Select(CannotWrite).FirstOrDefault(reason => reason is not null),
        _ => null,
    };

    /// <summary>The first signal asks the command to tidy up and end; a second one ends it at once.</summary>
    private static void Stop(PosixSignalContext signal, CancellationTokenSource interrupt)
    {
        signal.Cancel = !interrupt.IsCancellationRequested;
        interrupt.Cancel();
    }
}

/// <summary>The request contradicts itself or the scenarios.</summary>
public class BadRequest(string message) : Exception(message);
