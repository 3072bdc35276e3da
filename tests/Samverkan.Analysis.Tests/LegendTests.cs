using System.Xml.Linq;
using Samverkan.Analysis.Reports.Charts;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>A picture names everything that it tells apart, however long the names are.</summary>
public sealed class LegendTests
{
    [Theory]
    [InlineData("Baseline", "Cut")]
    [InlineData("Baseline", "The county's funding cut")]
    [InlineData("Baseline", "The county's funding cut", "A cut and a rare committee")]
    [InlineData("A", "A name that is longer than half of the picture is wide")]
    public void Every_line_is_named(params string[] names)
    {
        var figure = TimeChart.Of("time", "trust", "index", "1995 to 1997", [1995, 1996], 1997,
            [.. names.Select((name, i) => new TimeLine(i, name, [.5, .6], [.4, .5], [.6, .7]))], []);

        var written = XDocument.Parse(figure.SvgFile()).Descendants().Where(e => e.Name.LocalName == "text")
            .Select(e => e.Value.Trim()).ToList();
        Assert.All(names, name => Assert.Contains(name, written));
    }
}
