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

    private static Dictionary<string, object?>[] Rows(string value) => [new() { ["what"] = value, ["value"] = 1.5 }];
}
