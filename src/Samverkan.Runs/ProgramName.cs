namespace Samverkan.Runs;

/// <summary>What a user types to call the program, for commands in messages.</summary>
public static class ProgramName
{
    /// <summary>Set by the scripts that start the program in a clone, where it is called by its path.</summary>
    private const string Variable = "SAMVERKAN_CALLED";

    public static string AsTyped { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } called ? called
        : "samverkan";
}
