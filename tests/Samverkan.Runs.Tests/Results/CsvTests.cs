using Samverkan.Runs.Results;
using Xunit;

namespace Samverkan.Runs.Tests.Results;

/// <summary>Small tables that are read back.</summary>
public sealed class CsvTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("plain")]
    [InlineData("one, two")]
    [InlineData("a \"name\"")]
    [InlineData("two\nlines")]
    [InlineData("")]
    public void What_is_written_as_a_field_is_read_as_it_was(string text)
    {
        var row = Read($"first,second\n{Csv.Field(text)},{Csv.Field("after")}\n").Single();

        Assert.Equal((text, "after"), (row["first"], row["second"]));
    }

    [Theory]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("a,b\n1,2\n3,4")]
    public void Lines_end_as_they_may(string text) =>
        Assert.Equal(["1", "2", "3", "4"], Read(text).SelectMany(row => new[] { row["a"], row["b"] }));

    [Fact]
    public void A_row_of_other_fields_is_named() =>
        Assert.Contains("line 3: 3 fields, the first line names 2",
            Assert.Throws<InvalidDataException>(() => Read("a,b\n1,2\n1,2,3\n")).Message);

    [Fact]
    public void What_is_undefined_or_infinite_is_empty()
    {
        using (var table = new TidyTable(place["some"], [Column.Text("name"), Column.Real("value")]))
            foreach (var value in new[] { 1.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity })
                table.Write("a", value);

        Assert.Equal("name,value\na,1.5\na,\na,\na,\n", File.ReadAllText(place["some.csv"]));
    }

    [Fact]
    public void Nothing_is_no_table() => Assert.Contains("is empty", Assert.Throws<InvalidDataException>(() => Read("")).Message);

    private IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string text)
    {
        File.WriteAllText(place["table.csv"], text);
        return Csv.Read(place["table.csv"]);
    }
}
