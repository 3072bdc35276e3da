using Samverkan.Model;
using Samverkan.Model.Nations;

namespace Samverkan.Grains.Driving;

/// <summary>The tree of actors of one attempt, however it is kept.</summary>
internal interface ITree
{
    Task<NationReport> Live(Month month, bool founds);

    /// <summary>Writes a checkpoint's parts into the vault.</summary>
    Task Save(string checkpoint);

    Task Restore(string checkpoint, Month last);

    Task Release();
}
