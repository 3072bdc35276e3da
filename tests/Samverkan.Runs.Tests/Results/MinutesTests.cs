using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Samverkan.Model;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.SteeringCommittees.Minuting;
using Samverkan.Model.Units;
using Samverkan.Runs.Results;
using Samverkan.Runs.Wording;
using Xunit;

namespace Samverkan.Runs.Tests.Results;

public sealed class MinutesTests
{
    private static readonly Proposal DayCentre = new()
    {
        Remedy = Remedy.Include,
        Group = TargetGroup.Depression,
        UnitKind = UnitKind.DayCentre,
        Posts = 35,
    };

    private static readonly Minutes Meeting = new()
    {
        Municipality = "0001",
        Number = 31,
        Month = Month.Of(2003, 3),
        Day = 12,
        Present = [new(Side.County, 2), new(Side.Municipality, 2), new(Side.StakeholderAssociations, 2)],
        Seen = new(Month.Of(2002, 10), Month.Of(2003, 2), -.03, .012),
        Items =
        [
            new(new(DayCentre, new GroupLeftOut(41.2), 30, RaisedBy: new(SpeakerRole.Associations)), Outcome.Agreed,
                Month.Of(2003, 9))
            {
                Before = new(Month.Of(2002, 8), Outcome.NotAgreed, 1),
            },
            new(
                new(new() { Remedy = Remedy.Role, Element = Element.CaseManagers }, new RoleWanted(RoleReason.TooComplex), 9),
                Outcome.NotAgreed)
            {
                Dissent = new(Side.County, Objection.Cost),
            },
            new(
                new(new() { Remedy = Remedy.ReviseAgreement }, new AgreementAged(50), 2), Outcome.Deferred,
                Reason: Deferral.NoTime),
        ],
        Notes = [new MemberLeft(Sector.County)],
    };

    [Fact]
    public void Minutes_read_as_a_secretary_would_write_them() => Assert.Equal(
        """
        Steering committee of The municipality
        Meeting 31, 12 March 2003. Present: county 2, municipality 2, stakeholder associations 2.
        Seen: needs review of October 2002 (five months old); economy report of February 2003 (county +3.0
        %, municipality -1.2 % of the frame).
        Reported: A core member of the county has left; nobody has been named yet.
        1. 41 unmet needs are known among people with long-lasting depression, whom the integrated services
           do not include. Raised by the associations of users and relatives. Urgency high.
           Decided by consensus: open a day centre for people with long-lasting depression with 3.5 posts
           beyond those moved, costs shared, from September 2003. The committee did not agree on this in
           August 2002.
        2. Some persons have more than one case manager can hold together. Urgency moderate.
           Proposed: introduce case managers. No consensus: the county holds that it costs too much.
        Put off for want of time: revise the agreement: equal status, cost responsibility.

        """.ReplaceLineEndings("\n"),
        MinutesText.Of(Meeting, "The municipality"));

    [Fact]
    public void Long_sentences_are_broken_between_words()
    {
        var endless = Meeting with { Notes = [new LawPassed(string.Join(' ', Enumerable.Repeat("need", 60)))] };

        Assert.All(MinutesText.Of(endless, "The municipality").Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void Another_language_is_another_writer()
    {
        var text = MinutesText.Of(Meeting, "Staden", writer: new Scrambled(1));

        Assert.DoesNotContain("agreement", text, StringComparison.Ordinal);
        Assert.NotEqual(text, MinutesText.Of(Meeting, "Staden", writer: new Scrambled(2)));
    }

    [Fact]
    public void Every_kind_of_news_matter_and_remedy_has_words()
    {
        var words = EnglishMinutes.Instance;
        var remedies = Enum.GetValues<Remedy>().Select(Any).ToList();
        Assert.All(Kinds<Occasion>(), occasion => Sentence(words.Matter(new(remedies[0], occasion, 1))));
        Assert.All(Enum.GetValues<RoleReason>(), reason => Sentence(words.Matter(new(remedies[0], new RoleWanted(reason), 1))));
        Assert.All(remedies, remedy =>
        {
            var item = new AgendaItem(remedy, new ServicesPlanApart(), 1);
            Assert.All(Enum.GetValues<Outcome>(),
                outcome => Sentence(words.Decision(new(item, outcome, Reason: Deferral.NoMoney))));
            Sentence(words.Reported(new DecisionCarriedOut(remedy, Month.Of(2003))));
            Assert.All(Enum.GetValues<Yardstick>(),
                by => Sentence(words.Reported(new EffectSeen(remedy, Month.Of(2003), by, 1, 2))));
            Sentence(words.PutOff([new(item, Outcome.Deferred, Reason: Deferral.NoTime)]));
            Assert.All(Enum.GetValues<LapseReason>(), reason => Sentence(words.Reported(new DocumentedLapsed(remedy, reason))));
        });
        Assert.All(Kinds<News>(), news => Sentence(words.Reported(news)));
        Assert.All(Enum.GetValues<Objection>(), objection => Assert.All(
            Enum.GetValues<Side>().Select(side => (Side?)side).Append(null),
            side => Sentence(words.Decision(
                new(new(remedies[0], new ServicesPlanApart(), 1), Outcome.NotAgreed) { Dissent = new(side, objection) }))));
        Assert.All(Enum.GetValues<SpeakerRole>(), role => Sentence(words.Matter(new(
            remedies[0], new ServicesPlanApart(), 1, RaisedBy: new(role, Sector.County, new(UnitKind.Centre, new(4, 0)))))));
        Assert.All(Enum.GetValues<Figure>(), figure => Assert.All(
            Enum.GetValues<CauseKind>().Where(kind => kind != CauseKind.None).Select(kind => (Cause?)new Cause(kind, 2))
            .Append(null),
            cause => Sentence(words.Reported(new FigureMoved(figure, 1, 2, 2003, FirstHalf: false, cause)))));
        Assert.All(Enum.GetValues<BehindKind>(), behind => Sentence(words.Reported(new FigureMoved(
            Figure.Queue, 1, 2, 2003, FirstHalf: false,
            new Cause(CauseKind.PostsGone, 20, Behind: new(behind, Sector.County, .1, TargetGroup.Refugees, 12))))));
        Assert.All(Enum.GetValues<Remark>(), remark => Sentence(words.Reported(new InspectionRemarked(remark, 7, 20))));
        Assert.All(Enum.GetValues<Weakness>(),
            side => Sentence(words.Reported(new EvaluationFound(true, side, .5, 9, 10, 1.5, 2.5))));

        static void Sentence(string text) => Assert.Matches(@"^\S.*[^.]\.$", text);
    }

    [Fact]
    public void Everything_that_can_be_named_has_a_name_of_its_own()
    {
        Named<TargetGroup>(g => g.InWords());
        Named<Element>(e => e.InWords());
        Named<UnitKind>(k => k.InWords());
        Named<Sector>(s => s.InWords());

        static void Named<T>(Func<T, string> inWords) where T : struct, Enum =>
            Assert.Equal(Enum.GetValues<T>().Length, Enum.GetValues<T>().Select(inWords).Distinct().Count());
    }

    [Fact]
    public void Minutes_hold_no_text_but_the_code_of_a_place_and_a_law_that_a_scenario_names()
    {
        var texts = new SortedSet<string>();
        var seen = new HashSet<Type>();
        Follow(typeof(Minutes));
        Assert.Equal(["LawPassed.Title", "Minutes.Municipality"], texts);

        void Follow(Type type)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (type.IsGenericType) type = type.GetGenericArguments()[0];
            if (type.Assembly != typeof(Minutes).Assembly || !seen.Add(type)) return;
            foreach (var kind in type.Assembly.GetTypes().Where(other => other.BaseType == type))
                Follow(kind);
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
                if (field.FieldType == typeof(string)) texts.Add($"{type.Name}.{field.Name.Split('>')[0].TrimStart('<')}");
                else Follow(field.FieldType);
        }
    }

    [Fact]
    public void Every_meeting_has_a_file_and_files_sort_by_date()
    {
        using var place = new TemporaryFolder();
        var archive = new MinutesArchive(place["minutes"], Blueprint.Case);
        foreach (var month in new[] { 3, 4, 11 })
            archive.Observe(new(Month.Of(2003, month), [], [], [Meeting with { Number = month, Month = Month.Of(2003, month) }],
                People: 0, Unbalanced: 0));

        Assert.Equal(
            ["2003-03-12-meeting-003.txt", "2003-04-12-meeting-004.txt", "2003-11-12-meeting-011.txt"],
            Directory.EnumerateFiles(place["minutes"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static Proposal Any(Remedy remedy) => new()
    {
        Remedy = remedy,
        Group = TargetGroup.Psychosis,
        Element = Element.CaseManagers,
        Sector = Sector.County,
        Centres = 3,
    };

    // One of each kind, its members as small as they can be.
    private static IEnumerable<T> Kinds<T>() =>
        typeof(T).Assembly.GetTypes().Where(type => type.BaseType == typeof(T)).Select(type =>
    {
        var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        return (T)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Smallest(parameter.ParameterType))]);
    });

    private static object? Smallest(Type type) =>
        type == typeof(Proposal) ? Any(Remedy.Role)
        : type == typeof(Act) ? Act.Freeze
        : type == typeof(ImmutableArray<int>) ? ImmutableArray.Create(new int[Figures.Count])
        : type.IsValueType ? RuntimeHelpers.GetUninitializedObject(type) : null;
}
