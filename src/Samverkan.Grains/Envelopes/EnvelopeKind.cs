using Samverkan.Grains.Actors;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Model.Counties;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Snapshots;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Grains.Envelopes;

/// <summary>What a letter may hold. Nothing else is ever made from bytes that came over a wire.</summary>
internal abstract class EnvelopeKind
{
    private static readonly EnvelopeKind[] All =
    [
        new Of<Month>(), new Of<NationMonths>(),
        new Of<Context>(), new Of<CountyReport>(),
        new Of<CountyMandate>(), new Of<MunicipalityReport>(),
        new Of<Brief>(), new Of<Resolution>(),
        new Of<UnitMandate>(), new Of<UnitReport>(),
        new Of<TeamMandate>(), new Of<TeamReport>(),
        new Of<PersonOffer>(), new Of<PersonAnswer>(),
        new Of<byte[]>(), new Of<UnitSnapshot>(), new Of<CrownSnapshot>(), new Of<SavedPart>(), new Of<RestoreRequest>(),
        new Of<WorldSnapshot>(),
        new Of<RunOrder>(), new Of<RunProgress>(), new Of<RunStanding>(), new Of<Frames>(), new Of<PolicyChange>(),
        new Of<Origin>(), new Of<ListedRuns>(),
    ];

    private static readonly Dictionary<Type, int> ByType = Enumerable.Range(0, All.Length)
        .ToDictionary(number => All[number].Type);

    protected abstract Type Type { get; }

    public static int NumberOf(object body) => ByType[body.GetType()];

    /// <exception cref="InvalidSnapshot">No kind has that number.</exception>
    public static EnvelopeKind Numbered(int number) =>
        (uint)number < All.Length ? All[number]
        : throw new InvalidSnapshot("A letter of a kind that this program does not know.");

    public abstract byte[] Write(object body);

    public abstract object Read(byte[] bytes);

    private sealed class Of<T> : EnvelopeKind where T : notnull
    {
        protected override Type Type => typeof(T);

        public override byte[] Write(object body) => Snapshot.Of((T)body);

        public override object Read(byte[] bytes) => Snapshot.Read<T>(bytes);
    }
}
