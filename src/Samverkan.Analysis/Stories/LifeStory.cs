using System.Text;
using Samverkan.Analysis.Reports;
using Samverkan.Model;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Analysis.Stories;

/// <summary>One person's life in one or more scenarios, told in words and pictures.</summary>
/// <param name="titles">Of the scenarios, in the order of the lives.</param>
public sealed class LifeStory(ulong person, IReadOnlyList<string> titles, IReadOnlyList<Lives> worlds)
{
    public string Name { get; } = (worlds.FirstOrDefault(world => world.Persons.Contains(person)) ?? worlds[0]).NameOf(person);

    private Month From => worlds[0].Blueprint.From;

    /// <summary>What happened, scenario by scenario: where the person was from when on, its coordinators and its stays in the ward.</summary>
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
            $"<section><h2>{Html.Named(place, title)}</h2>\n<div class=\"single\">{Html.Figure(NeedsMap.Picture($"needs-{place}", $"{Name}: {title}", From, worlds[place].Of(person), place), "Tall bars: unmet need. Low bars: need that is met. Last row: months that end in the ward.")}</div>\n"
            + $"{Html.List(Stations(place))}{Html.Paragraph(Sum(place))}</section>\n");
        return Html.Page(
            $"One person's story: {Name}", "One synthetic person in several scenarios",
            $"<header><p class=\"kind\">One person's story · Samverkan</p><h1>{Html.Text(Name)}</h1>\n{Html.Paragraph("A synthetic person who meets the same luck in every scenario: what differs is the policy and what follows from it. One life is a story, not an effect.", "question")}</header>\n<main>{string.Concat(parts)}</main>\n");
    }

    private IEnumerable<string> Stations(int place)
    {
        var life = worlds[place].Of(person);
        string? last = null;
        for (var month = 0; month < life.Count; month++)
        {
            // Where somebody passes through within a month is no station.
            if (life[month] is { Where: Keeping.OnTheWay }) continue;
            var now = life[month] is { } known ? worlds[place].InWords(known) : null;
            if (now != last)
                yield return now is null ? $"{From + month}: has left" : $"{From + month}: {now}";
            last = now;
            if (now is null && last is null && month > 0 && life.Skip(month).All(later => later is null))
                yield break;
        }
    }

    private string Sum(int place)
    {
        var life = worlds[place].Of(person);
        var months = life.OfType<PersonMonth>().ToList();
        var (coordinators, stays) = (0, 0);
        for (var i = 1; i < months.Count; i++)
        {
            if (months[i].Where == Keeping.Caseload && (months[i].CoordinatorMonths < months[i - 1].CoordinatorMonths || months[i - 1].Where != Keeping.Caseload))
                coordinators++;
            if (months[i].WardDays > 0 && months[i - 1].WardDays == 0)
                stays++;
        }
        return months.Count == 0
            ? "never lives here"
            : $"{months.Count} months; {months.Average(month => System.Numerics.BitOperations.PopCount(month.Unmet)):0.0} unmet needs a month; {coordinators} new coordinators; {stays} stays in the ward that outlast a month's end";
    }
}
