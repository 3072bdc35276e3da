using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;

namespace Samverkan.Model.ServiceUsers;

/// <summary>What a person has to do with work.</summary>
[Flags]
public enum Work : byte
{
    None = 0,
    /// <summary>Wants to work and could: lasting.</summary>
    Wants = 1,
    /// <summary>Has ordinary, paid work.</summary>
    Has = 2,
}

/// <summary>
/// Work of persons. Of those who want to work a group's usual share has it, since the hazards balance: with a share s of the
/// group in work and w who want to work
/// <code>
/// work -> none   loses (1 + afterCrisis I)            x (1 - keeps) with a specialist
/// none -> work   loses s / (w - s)                     x finds       with a specialist
/// </code>
/// I is what recent crises left behind. Trials find no effect of work on mental health, so that it changes no need but one: who
/// finds work with a specialist has something to do by day. Work that is found without one is in the prevalences already.
/// </summary>
internal static class Working
{
    private const uint Daytime = 1u << (int)Domain.DaytimeActivities;

    /// <summary>A person comes into the population with or without work.</summary>
    public static void Begin(ref ServiceUser person, WorkParameters p, in RandomStreams random, Month never)
    {
        var (wants, has, months, _) = random.Words(person.Id, never, Purpose.Work);
        if (RandomStreams.Unit(wants) >= p.Wants) return;
        person.Work = Work.Wants;
        if (RandomStreams.Unit(has) >= p.Share[(int)person.Group] / p.Wants) return;
        person.Work |= Work.Has;
        person.MonthsInWork = (ushort)(1 - ExactMath.Log(RandomStreams.Unit(months)) / p.Loses);
    }

    /// <param name="word">The month's luck in work: it decides nothing else for who stays.</param>
    public static void Month(ref ServiceUser person, ParameterSet p, uint word)
    {
        if (person.Work == Work.None) return;
        var u = RandomStreams.Unit(word);
        if ((person.Work & Work.Has) != 0)
        {
            if (u < Loses(person, p)) (person.Work, person.MonthsInWork) = (Work.Wants, 0);
            else if (person.MonthsInWork < ushort.MaxValue) person.MonthsInWork++;
        }
        else if (!person.InWard && person.Status != Status.Placed && u < Finds(person, p))
        {
            (person.Work, person.MonthsInWork) = (person.Work | Work.Has, 1);
            if (person.HasJobSpecialist && (person.Unmet & Daytime) != 0)
                (person.Unmet, person.Met) = (person.Unmet & ~Daytime, person.Met | Daytime);
        }
    }

    /// <summary>Probability of losing work in a month.</summary>
    public static double Loses(in ServiceUser person, ParameterSet p) => Math.Min(1,
        p.Work.Loses * (1 + p.Work.AfterCrisis * person.Instability) * (person.HasJobSpecialist ? 1 - p.Ips.Keeps : 1));

    /// <summary>Probability of finding work in a month, of a person who wants to work.</summary>
    public static double Finds(in ServiceUser person, ParameterSet p)
    {
        var share = p.Work.Share[(int)person.Group];
        return Math.Min(1, p.Work.Loses * share / (p.Work.Wants - share) * (person.HasJobSpecialist ? p.Ips.Finds : 1));
    }
}
