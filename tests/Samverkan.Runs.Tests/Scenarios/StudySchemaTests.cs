using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Studies;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

public sealed class StudySchemaTests
{
    private static string Shipped => Path.Combine(Paths.Library!, StudyReader.Folder);

    [Fact]
    public void TheSchemaOfStudiesIsMadeFromTheGrammar() =>
        Repository.IsUpToDate(Path.Combine("scenarios", StudySchema.File), StudySchema.Generate());

    [Fact]
    public void EveryShippedStudyNamesItsSchemaAndCanBeRead() =>
        Assert.All(Directory.EnumerateFiles(Shipped, "*.yaml"), file =>
        {
            Assert.Equal($"# yaml-language-server: $schema=../{StudySchema.File}", File.ReadLines(file).First());
            Assert.Equal(Path.GetFileNameWithoutExtension(file), StudyReader.Read(file).Id);
        });
}
