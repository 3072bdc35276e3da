using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>
/// Figures of a table by year. Up to the first reported month the latest one counts, in place of none that is said to hold now.
/// Later ones hold from January of their year until the next, the last for good. A frame of a later year is a decided frame. What
/// only the founding of a world reads has no later years.
/// </summary>
internal static class FiguresByYear
{
    private const string FirstFrame = "funding.firstFrame.", DecidedFrame = "funding.frameDecided.";

    /// <summary>Posts follow from money after the first month; the rest is what a world begins with.</summary>
    private static readonly string[] OfTheStart = ["services.clinicPosts", "services.officePosts"];

    /// <param name="Now">At most one for each municipality and parameter.</param>
    /// <param name="Later">Each with its year.</param>
    public sealed record Parted(ImmutableArray<OwnFigure> Now, ImmutableArray<OwnFigure> Later);

    public static Parted Of(IReadOnlyCollection<OwnFigure> figures, ReadingContext context)
    {
        var (now, later) = (ImmutableArray.CreateBuilder<OwnFigure>(), ImmutableArray.CreateBuilder<OwnFigure>());
        foreach (var one in figures.GroupBy(f => (f.Municipality, f.Parameter)))
        {
            var byYear = one.OrderBy(f => f.Year).ToArray();
            foreach (var (before, again) in byYear.Zip(byYear.Skip(1)).Where(pair => pair.First.Year == pair.Second.Year))
                context.Findings.Error(again.Place, Codes.DuplicateId, $"{again.Parameter.Id}{OfYear(again)} stands here a "
                    + $"second time; the first is at {before.Place}.");
            var present = byYear.Where(f => f.Year is null || Start(f) <= context.From).ToArray();
            if (present.Length > 0)
                // One without a year is of now, whatever is said of years before.
                now.Add((present[0].Year is null ? present[0] : present[^1]) with { Year = null });
            else if (byYear is [var first, ..] && IsFrame(first.Parameter))
                context.Findings.Note(first.Place, Codes.NotUsed, $"There is no {first.Parameter.Id} for {context.From.Year}: "
                    + $"it follows from what services cost until {first.Year}.");
            foreach (var figure in byYear.Where(f => f.Year is not null && Start(f) > context.From))
                if (IsOfTheStart(figure.Parameter) || PresentFigures.IsOfTheFounding(figure.Parameter))
                    context.Findings.Note(figure.Place, Codes.NotUsed,
                        $"{figure.Parameter.Id} of {figure.Year} is not used: from {context.From} on it follows from money and "
                            + "events. Frames by year are 'funding.firstFrame.*'.");
                else if (Start(figure) <= context.To)
                    later.Add(figure);
        }
        return new(now.ToImmutable(), later.ToImmutable());
    }

    /// <summary>Whether a figure is of the first month alone: afterwards it follows from money and events.</summary>
    public static bool IsOfTheStart(ParameterInfo parameter) => OfTheStart.Contains(parameter.Id);

    /// <summary>The month from which a figure of a year holds.</summary>
    public static Month Start(OwnFigure figure) => Month.Of(figure.Year!.Value);

    public static ImmutableArray<Intervention> AsInterventions(IEnumerable<OwnFigure> later) =>
    [
        .. later.GroupBy(f => (f.Municipality, f.Parameter)).SelectMany(one => one.Select((figure, i) => new Intervention(
            $"{OwnFigures.Id}/{figure.Municipality}/{figure.Parameter.Id}/{figure.Year}", ParameterOf(figure),
                new Scope(Municipality: figure.Municipality),
            Operation.Set, figure.Value, Start(figure), one.Skip(i + 1).FirstOrDefault() is { } next ? Start(next) - 1 : null))),
    ];

    private static string ParameterOf(OwnFigure figure) =>
        IsFrame(figure.Parameter) ? DecidedFrame + figure.Parameter.Id[FirstFrame.Length..] : figure.Parameter.Id;

    private static bool IsFrame(ParameterInfo parameter) => parameter.Id.StartsWith(FirstFrame, StringComparison.Ordinal);

    private static string OfYear(OwnFigure figure) => figure.Year is { } year ? $" of {year}" : "";
}
