using Samverkan.Model;
using Samverkan.Model.Counties;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Snapshots;

namespace Samverkan.Grains.Actors;

/// <summary>A branch of plain objects, advanced at in-process speed.</summary>
internal sealed class BranchOfObjects(MunicipalityInProcess branch) : IBranch
{
    public ValueTask<MunicipalityReport> Month(CountyMandate mandate) => branch.Month(mandate);

    public ValueTask<BranchSnapshot> Save(string checkpoint) => new(branch.Save());

    public Task Restore(BranchSnapshot from, RestoreRequest request) => Task.CompletedTask;

    public Task Release() => Task.CompletedTask;
}
