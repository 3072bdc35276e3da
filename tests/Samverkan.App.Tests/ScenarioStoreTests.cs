using System.Net;
using Samverkan.App.Web;
using Samverkan.App.Web.Scenarios;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>Names under which scenarios are saved become names of files.</summary>
public sealed class ScenarioStoreTests : IDisposable
{
    private const string Text = "id: mine\nextends: baseline\ntitle: Mine\nquestion: What if?\n";

    private readonly TemporaryFolder place = new();

    private ScenarioStore Store => new(new ServeOptions(IPAddress.Loopback, 0, null, place["results"], place["own"]));

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("con")]
    [InlineData("lpt1")]
    [InlineData("../mine")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\nb")]
    [InlineData("Öst")]
    [InlineData("")]
    [InlineData("baseline")]
    public void A_name_that_no_file_can_have_is_refused(string name)
    {
        Assert.Throws<BadRequest>(() => Store.Save(name, Text, replaces: true));

        Assert.Empty(place.Names);
    }

    [Fact]
    public void Two_who_save_at_once_leave_one_whole_file()
    {
        Parallel.For(0, 40, _ => Store.Save("mine", Text, replaces: true));

        Assert.Equal(["mine.yaml"], Directory.EnumerateFiles(place["own"]).Select(Path.GetFileName));
        Assert.Equal(Text, File.ReadAllText(Path.Combine(place["own"], "mine.yaml")));
    }
}
