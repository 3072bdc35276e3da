using Samverkan.App;
using Samverkan.Runs.Execution;

return CommandLine.Run(args, Console.Out, Console.Error, InProcessRun.Start);
