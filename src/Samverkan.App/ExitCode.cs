namespace Samverkan.App;

/// <summary>How the program ends.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>The program itself failed.</summary>
    public const int Mistake = 1;

    /// <summary>The command line, a scenario or the place for the result is not as it should be.</summary>
    public const int BadInput = 2;

    /// <summary>A check of the model failed: there is no result to trust.</summary>
    public const int CheckFailed = 3;

    public const int Interrupted = 130;
}
