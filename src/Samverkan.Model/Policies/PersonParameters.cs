using Samverkan.Model.Parameters;

namespace Samverkan.Model.Policies;

/// <summary>
/// What holds in a month for persons of one keeper where a scenario intervenes on single persons. Without such an
/// intervention there is no object of this kind, and all persons of a keeper share its set.
/// </summary>
/// <param name="common">The keeper's own set, for everybody who is not meant.</param>
internal sealed class PersonParameters(ParameterTimeline timeline, Where keeper, ParameterSet common, Context context)
{
    public ParameterSet Of(ulong person) =>
        timeline.MeansPerson(person) ? timeline.At(keeper with { Person = person }, context) : common;
}
