using Samverkan.Model.Parameters;

namespace Samverkan.Model.Needs;

internal sealed class TransitionTable(ParameterSet parameters)
{
    public ParameterSet Parameters { get; } = parameters;
}
