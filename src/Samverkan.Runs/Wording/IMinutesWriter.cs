using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Runs.Wording;

/// <summary>Turns what minutes record into sentences: one implementation per language.</summary>
public interface IMinutesWriter
{
    /// <summary>The committee whose minutes they are.</summary>
    string Title(string municipality);

    /// <summary>Number and day of the meeting, and who came.</summary>
    string Meeting(Minutes minutes);

    /// <summary>The data before the meeting and its age.</summary>
    string Seen(DataSeen seen);

    /// <summary>What was reported without a decision.</summary>
    string Reported(News news);

    /// <summary>What was before the committee, and who raised it.</summary>
    string Matter(AgendaItem item);

    /// <summary>What was decided, or why not.</summary>
    string Decision(MinutedItem item);

    /// <summary>Matters for which there was no time, in one sentence.</summary>
    string PutOff(IReadOnlyList<MinutedItem> items);

    /// <summary>That no item was on the agenda.</summary>
    string NothingOnTheAgenda { get; }
}
