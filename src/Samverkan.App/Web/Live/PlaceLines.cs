using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Model.Indicators;

namespace Samverkan.App.Web.Live;

/// <summary>One figure of a place over the months of a run, as it is drawn.</summary>
/// <param name="Unit">As it is written beside the numbers.</param>
/// <param name="Parts">
/// Points of polylines that go on from each other, in a box of <see cref="Width"/> by <see cref="Height"/> whose width is all of
/// the run's months. While the scale stays, only the last part is another one each month, and only that is sent.
/// </param>
/// <param name="Last">The last month's number, or a dash.</param>
public sealed record DrawnLine(Indicator Indicator, string Unit, ImmutableArray<string> Parts, string Last, string Low,
    string High)
{
    public const double Width = 240, Height = 60;

    /// <summary>How far from the left a month stands.</summary>
    public static string Place(int month, int months) =>
        (Width * month / Math.Max(1, months - 1)).ToString("F1", CultureInfo.InvariantCulture);
}

/// <summary>The lines of a run by place: each month is read once and each line is written once a frame, however many look at the
/// place. Thread-safe.</summary>
public sealed class PlaceLines(Month from, Month to)
{
    private static readonly Indicator[] Shown =
    [
        IndicatorCatalogue.InService, IndicatorCatalogue.Waiting, IndicatorCatalogue.UnmetPerPerson, IndicatorCatalogue.BedDays,
        IndicatorCatalogue.Posts,
        IndicatorCatalogue.Strain, IndicatorCatalogue.CostPerPerson, IndicatorCatalogue.Trust, IndicatorCatalogue.TeamCooperation,
        IndicatorCatalogue.CooperationIndex,
        IndicatorCatalogue.JointUnits, IndicatorCatalogue.IncludedGroups,
    ];

    private readonly ConcurrentDictionary<ActorPath, OfOnePlace> places = [];

    /// <param name="place">Path of an actor; null: none is known yet.</param>
    /// <param name="frames">All months so far that are kept, in order.</param>
    public ImmutableArray<DrawnLine> Of(ActorPath? place, ImmutableArray<Frame> frames) =>
        places.GetOrAdd(place ?? default, path => new(path, from, to - from + 1)).Until(frames);

    private sealed class OfOnePlace(ActorPath path, Month from, int months)
    {
        private readonly Lock turn = new();
        private readonly Series[] series = [.. Shown.Select(indicator => new Series(indicator, months))];
        private Month next;
        private ImmutableArray<DrawnLine> lines;

        public ImmutableArray<DrawnLine> Until(ImmutableArray<Frame> frames)
        {
            lock (turn)
            {
                var until = frames.IsEmpty ? default : frames[^1].Month + 1;
                if (!lines.IsDefault && until <= next) return lines;
                foreach (var frame in frames)
                    if (frame.Month >= next && frame.Actors.FirstOrDefault(actor => actor.Path == path) is { } actor)
                        foreach (var one in series) one.Add(frame.Month - from, actor);
                next = until;
                // A large map does not tell every figure.
                return lines = [.. series.Where(one => one.HasNumbers || frames.IsEmpty).Select(one => one.Drawn())];
            }
        }
    }

    private sealed class Series(Indicator indicator, int months)
    {
        private const double Edge = 3;
        private const int Part = 60;

        private readonly (double Scale, string Unit, string Format) number = indicator.Unit switch
        {
            "SEK" => (1e3, "kSEK", "N0"),
            "persons" or "posts" or "units" or "groups" => (1, indicator.Unit, "N0"),
            _ => (1, indicator.Unit, "N2"),
        };

        private readonly List<(int Month, double Value)> values = [];
        private readonly List<string> whole = [];
        private double low = double.PositiveInfinity, high = double.NegativeInfinity, last = double.NaN;

        public bool HasNumbers => values.Count > 0;

        public void Add(int month, ActorFrame actor)
        {
            last = actor.Value(indicator) / number.Scale;
            if (!double.IsFinite(last)) return;
            if (last < low || last > high) whole.Clear();
            (low, high) = (Math.Min(low, last), Math.Max(high, last));
            values.Add((month, last));
        }

        public DrawnLine Drawn() => new(indicator, number.Unit, Parts(), Text(last), Text(low), Text(high));

        private ImmutableArray<string> Parts()
        {
            while (values.Count > (whole.Count + 1) * Part) whole.Add(PointsOf(whole.Count));
            return [.. whole, PointsOf(whole.Count)];
        }

        // With the next part's first point.
        private string PointsOf(int part)
        {
            var text = new StringBuilder();
            var scale = high > low ? (DrawnLine.Height - 2 * Edge) / (high - low) : 0;
            foreach (var (month, value) in values.Skip(part * Part).Take(Part + 1))
                text.Append(CultureInfo.InvariantCulture,
                    $"{DrawnLine.Place(month, months)},{DrawnLine.Height - Edge - (value - low) * scale:F1} ");
            return text.ToString();
        }

        private string Text(double value) =>
            double.IsFinite(value) ? value.ToString(number.Format, CultureInfo.InvariantCulture) : "–";
    }
}
