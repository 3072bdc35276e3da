namespace Samverkan.Runs.Scenarios;

/// <summary>Where something was written: a place in a file, an option of the command line, or the model's own default.</summary>
/// <param name="Line">From 1; 0 where there are no lines.</param>
public readonly record struct Place(string File, int Line, int Column)
{
    /// <summary>The shipped default of the catalogue.</summary>
    public static readonly Place Default = new("default", 0, 0);

    /// <summary>Given on the command line with <c>--set</c>.</summary>
    public static readonly Place CommandLine = new("--set", 0, 0);

    /// <summary><c>file:line</c></summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}" : File;
}
