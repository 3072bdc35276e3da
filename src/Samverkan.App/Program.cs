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

WindowsService.EnterFolder();
return CommandLine.Run(args, Console.Out, Console.Error, InProcessRun.Start);
