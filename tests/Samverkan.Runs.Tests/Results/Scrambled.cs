using Samverkan.Model.SteeringCommittees;
using Samverkan.Runs.Wording;

namespace Samverkan.Runs.Tests.Results;

/// <summary>Sentences of random letters.</summary>
internal sealed class Scrambled(int seed) : IMinutesWriter
{
    private readonly Random random = new(seed);

    public string NothingOnTheAgenda => Any();

    public string Title(string municipality) => Any();

    public string Meeting(Minutes minutes) => Any();

    public string Seen(DataSeen seen) => Any();

    public string Reported(News news) => Any();

    public string Matter(AgendaItem item) => Any();

    public string Decision(MinutedItem item) => Any();

    public string PutOff(IReadOnlyList<MinutedItem> items) => Any();

    private string Any() => string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next().ToString("x8")));
}
