using Samverkan.App;
using Samverkan.Runs.Execution;

// What nobody catches on another thread ends the process with a trace. Where memory is short that can be any thread.
AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
{
    if (!Acting.RanOutOfMemory(unhandled.ExceptionObject as Exception))
        return;
    Console.Error.WriteLine(Acting.TooLittleMemory);
    Environment.Exit(ExitCode.BadInput);
};

// Before anything else, .NET tells a terminal to send keypad codes: an escape sequence, which NO_COLOR forbids.
if (Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 })
    Environment.SetEnvironmentVariable("TERM", "dumb");

WindowsService.EnterFolder();
return CommandLine.Run(args, Console.Out, Console.Error, InProcessRun.Start);
