using Samverkan.Analysis.Studies;
using Samverkan.Runs.Studies;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.Analysis.Tests;

public sealed class LeverPointTests
{
    /// <summary>"all few" says nothing of meetings.</summary>
    [Theory]
    [InlineData("few", "with", "beds=few; office=with")]
    [InlineData("with", "with", "all with")]
    public void A_point_of_first_options_has_one_word_only_if_it_is_that_of_all(string one, string other, string inShort)
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["study.yaml"], $$"""
            id: study
            title: T
            question: Q?
            scenarios: [baseline]
            outcomes: [cooperation.trust]
            levers:
              - { id: beds, options: [{ id: {{one}}, set: { ward.beds: 8 beds } }, { id: as-it-is }] }
              - { id: office, options: [{ id: {{other}} }, { id: more, set: { services.officePosts: 40 posts } }] }
            """);

        var points = LeverPoint.All(StudyReader.Read(place["study.yaml"]));

        Assert.Equal([inShort, "office=more", "beds=as-it-is", "beds=as-it-is; office=more"],
            points.Select(point => point.InShort));
    }
}
