using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>The tree of actors of one attempt, however it is kept.</summary>
internal interface ITree
{
    /// <summary>Lives months of a stretch, at least one, and not for long.</summary>
    /// <param name="founds">Whether the first month founds the actors.</param>
    /// <returns>The reported months, in order: those of the warm-up are not among them.</returns>
    Task<IReadOnlyList<MonthResult>> Live(Stretch stretch, bool founds);

    /// <summary>How many letters its actors have answered since this was asked last.</summary>
    int Answered();

    /// <summary>Writes a checkpoint's parts into the vault.</summary>
    Task Save(string checkpoint);

    Task Restore(string checkpoint, Month last);

    Task Release();
}
