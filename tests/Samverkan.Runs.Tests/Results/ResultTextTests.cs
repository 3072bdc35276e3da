using Samverkan.Runs.Results;
using Xunit;

namespace Samverkan.Runs.Tests.Results;

public sealed class ResultTextTests
{
    [Theory]
    [InlineData(@"""a\u000bb""", @"""a b""")]
    [InlineData(@"""a\u001B[31mb""", @"""a [31mb""")]
    [InlineData(@"""\u0000\u009f""", @"""  """)]
    [InlineData(@"""a\\u000bb""", @"""a\\u000bb""")]
    [InlineData(@"""a\\\u000bb""", @"""a\\ b""")]
    [InlineData(@"""a\fb\bc""", @"""a b c""")]
    [InlineData(@"""a\nb\t\u00e5 \\f""", @"""a\nb\t\u00e5 \\f""")]
    public void Characters_that_nothing_can_show_become_blanks_and_all_others_stay(string json, string read)
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["result.json"], json);

        Assert.Equal(read, ResultText.ReadJson(place["result.json"]));
    }

    [Fact]
    public void Text_that_was_written_as_it_came_is_read_with_blanks() => Assert.Equal("a b\nå", ResultText.Of("a\vb\nå"));
}
