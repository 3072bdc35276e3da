namespace Samverkan.Analysis;

/// <summary>How the paths of actors begin.</summary>
internal static class Actors
{
    public const string Municipality = "municipality/";
}
