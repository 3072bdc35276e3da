using System.Text;
using Samverkan.Analysis.Reports;
using Samverkan.Model;
using Samverkan.Model.Chance;
using Samverkan.Model.ServiceUsers;
using Samverkan.Runs.Results;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Stories;

/// <summary>One person's life in one or more scenarios, told in words and pictures.</summary>
/// <param name="titles">Of the scenarios, in the order of the lives.</param>
public sealed class LifeStory(ulong person, IReadOnlyList<string> titles, IReadOnlyList<Lives> worlds)
{
    public string Name { get; } = (worlds.FirstOrDefault(world => world.Persons.Contains(person)) ?? worlds[0]).NameOf(person);

    private Month From => worlds[0].Blueprint.From;

    /// <summary>What happened, scenario by scenario: where the person was from when on, every crisis, housing, and why it
    /// left.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        for (var place = 0; place < worlds.Count; place++)
        {
            text.Append($"{titles[place]}\n").Append(NeedsMap.Envelopes(From, worlds[place].Of(person)));
            foreach (var line in Stations(place).Append(Sum(place)))
                text.Append($"  {line}\n");
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>A page of its own that opens offline.</summary>
    public string Page()
    {
        var parts = titles.Select((title, place) =>
            $"<section><h2>{Html.Named(place, title)}</h2>\n<div class=\"single\">"
            + Html.Figure(
                NeedsMap.Picture($"needs-{place}", $"{Name}: {title}", From, worlds[place], person, place),
                "Tall bars: unmet need. Low bars: need that is met. Last row: months with days in the ward.")
            + "</div>\n"
            + $"{Html.List(Stations(place))}{Html.Paragraph(Sum(place))}</section>\n");
        return Html.Page(
            $"One person's story: {Name}", "One synthetic person in several scenarios",
            $"<header><p class=\"kind\">One person's story · "
                + $"Samverkan</p><h1>{Html.Text(Name)}</h1>\n"
                + Html.Paragraph(
                    "A synthetic person who meets the same luck in every scenario: what differs is the policy and what follows "
                        + "from it. One life is a story, not an effect.", "question")
                + $"</header>\n<main>{string.Concat(parts)}</main>\n");
    }

    // Where somebody passes through within a month is no station; where the person leaves, an event says why.
    private IEnumerable<string> Stations(int place)
    {
        var (world, life) = (worlds[place], worlds[place].Of(person));
        var events = world.EventsOf(person).ToLookup(one => one.Month, one => one.Event);
        if (life.OfType<PersonMonth>().Select(month => (PersonMonth?)month).FirstOrDefault() is not { } first) yield break;
        var begins = From + life.ToList().FindIndex(month => month is not null);
        yield return EnglishLife.About(Age.In(begins, person, first.Group), begins, first.Group, Identity.ArrivalOf(person));
        string? station = null;
        var housing = first.Housing;
        if (EnglishLife.Housing(Traits.None, housing) is { } home) yield return $"{From}: {home}";
        for (var at = 0; at < life.Count; at++)
        {
            var month = From + at;
            foreach (var happened in events[month])
            {
                var told = EnglishLife.Of(happened);
                yield return $"{month}: "
                    + (Leaves(happened) ? EnglishLife.At(Age.In(month, person, first.Group), told) : told);
            }
            if (life[at] is not { } now) continue;
            if (EnglishLife.Housing(housing, now.Housing) is { } moved) yield return $"{month}: {moved}";
            housing = now.Housing;
            if (now.Where == Keeping.OnTheWay || world.InWords(now) is var where && where == station) continue;
            station = world.InWords(now);
            yield return $"{month}: {station}";
        }
    }

    private static bool Leaves(PersonEvent happened) =>
        happened.Kind is PersonEventKind.Died or PersonEventKind.MovedAway or PersonEventKind.Recovered;

    private string Sum(int place)
    {
        var months = worlds[place].Of(person).OfType<PersonMonth>().ToList();
        if (months.Count == 0) return "never lives here";
        var coordinators = 0;
        for (var i = 1; i < months.Count; i++)
            if (months[i].Where == Keeping.Caseload
                && (months[i].CoordinatorMonths < months[i - 1].CoordinatorMonths || months[i - 1].Where != Keeping.Caseload))
                coordinators++;
        var events = worlds[place].EventsOf(person).Select(one => one.Event).ToList();
        var admissions = events.Where(one => one.Kind == PersonEventKind.Admitted).ToList();
        return EnglishLife.Sum(
            months.Count, months.Average(month => System.Numerics.BitOperations.PopCount(month.Unmet)), coordinators,
            admissions.Count, admissions.Sum(one => one.Days), events.Count(one => one.Kind == PersonEventKind.WithoutBed));
    }
}
