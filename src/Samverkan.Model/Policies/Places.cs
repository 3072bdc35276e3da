namespace Samverkan.Model.Policies;

/// <summary>Which places a scope means.</summary>
internal static class Places
{
    /// <param name="municipality">Position in the map, counted through all counties.</param>
    public static bool Concerns(World world, int municipality, Scope scope)
    {
        if (scope == Scope.Everywhere) return true;
        var (county, code) = world.CodesOf(municipality);
        return (scope.County is null || scope.County == county) && (scope.Municipality is null || scope.Municipality == code);
    }
}
