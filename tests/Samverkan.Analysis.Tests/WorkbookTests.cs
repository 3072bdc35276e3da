using System.IO.Compression;
using System.Xml.Linq;
using MiniExcelLibs;
using Samverkan.Analysis.Reports;
using Xunit;

namespace Samverkan.Analysis.Tests;

public sealed class WorkbookTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"samverkan-{Path.GetRandomFileName()}.xlsx");

    public void Dispose() => File.Delete(path);

    /// <summary>ExcelJS, for one, looks for <c>workbook</c> and finds no sheet in <c>x:workbook</c>.</summary>
    [Fact]
    public void Elements_of_a_workbook_have_their_bare_names_and_text_stands_as_it_was()
    {
        const string hostile = "a <x:v> and xmlns:x=\"y\" & more";
        Workbook.Write(new Dictionary<string, object> { ["one"] = Rows(hostile), ["two"] = Rows("b") }, path);

        using (var parts = ZipFile.OpenRead(path))
            foreach (var part in parts.Entries.Where(part => part.FullName.StartsWith("xl/", StringComparison.Ordinal)
                && part.FullName.EndsWith(".xml", StringComparison.Ordinal)))
            {
                using var stream = part.Open();
                var root = XDocument.Load(stream).Root!;
                Assert.All(
                    root.DescendantsAndSelf().Where(element => element.Name.Namespace
                        == "http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
                    element => Assert.Equal("", element.GetPrefixOfNamespace(element.Name.Namespace) ?? ""));
            }
        Assert.Equal(["one", "two"], MiniExcel.GetSheetNames(path));
        Assert.Equal(hostile, MiniExcel.Query(path, useHeaderRow: true, sheetName: "one").Single().what);
    }

    /// <summary>A policy that ends has figures that one without an end has not.</summary>
    [Fact]
    public void Rows_may_have_columns_that_others_lack()
    {
        Dictionary<string, object?>[] rows = [new() { ["policy"] = "a", ["lasting"] = 1.5, ["both"] = 2.5 },
            new() { ["policy"] = "b", ["both"] = 3.5, ["other"] = 4.5 }];

        Workbook.Write(new Dictionary<string, object> { ["side by side"] = rows }, path);

        var read = MiniExcel.Query(path, useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(["policy", "lasting", "both", "other"], read[0].Keys);
        Assert.Equal([1.5, null], read.Select(row => row["lasting"]));
        Assert.Equal([null, 4.5], read.Select(row => row["other"]));
    }

    private static Dictionary<string, object?>[] Rows(string value) => [new() { ["what"] = value, ["value"] = 1.5 }];
}
