using Samverkan.Runs.Results;
using Xunit;

namespace Samverkan.Runs.Tests.Results;

/// <summary>A result that cannot even be begun leaves nothing behind.</summary>
public sealed class RecordingTests
{
    [Fact]
    public void A_disk_that_takes_no_first_file_is_left_without_a_draft()
    {
        var place = Directory.CreateTempSubdirectory("samverkan-recording-").FullName;
        try
        {
            var folder = ResultFolder.Open(Path.Combine(place, "result"), "inputs", force: false);
            // Where the second file would be, something else is: as little can be written there as on a full disk.
            Directory.CreateDirectory(folder["series.csv"]);

            Assert.ThrowsAny<Exception>(() => new Recording(folder));

            Assert.True(ResultFolder.IsEmpty(folder.Final));
            Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(place, "*", SearchOption.AllDirectories),
                entry => entry.Contains("series", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }
}
