using Samverkan.App;

return CommandLine.Run(args, Console.Out, Console.Error);
