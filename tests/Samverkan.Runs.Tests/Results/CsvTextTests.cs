using System.Text;
using Samverkan.Runs.Tables;
using Xunit;

namespace Samverkan.Runs.Tests.Results;

/// <summary>Tables as spreadsheets write them.</summary>
public sealed class CsvTextTests
{
    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a;b\r\n1;2\r\n")]
    [InlineData("a\tb\r1\t2\r")]
    [InlineData("sep=;\r\na;b\r\n1;2")]
    [InlineData("\"sep=,\"\na,b\n1,2")]
    [InlineData("\n\na,b\n\n1,2\n\n")]
    [InlineData("\"a\";\"b\"\n\"1\";\"2\"")]
    public void CellsArePartedAsTheTableParts(string text) =>
        Assert.Equal(["a", "b", "1", "2"], CsvText.Read(text).Rows.SelectMany(row => row).Select(cell => cell.Text));

    [Theory]
    [InlineData("a;b\n\"x; \"\"y\"\"\r\nz\";2", "x; \"y\"\r\nz")]
    [InlineData("a,b\n\"1,5\",2", "1,5")]
    [InlineData("a\tb\n \"x\" \t2", " \"x\" ")]
    public void WhatStandsInQuotesIsOneCell(string text, string cell) => Assert.Equal(cell, CsvText.Read(text).Rows[1][0].Text);

    [Fact]
    public void EachCellKnowsItsPlace()
    {
        var rows = CsvText.Read("sep=;\na;b;c\n\"1\nand 2\";;33\n4;5;6").Rows;

        Assert.Equal([(2, 1), (2, 3), (2, 5)], rows[0].Select(cell => (cell.Line, cell.Column)));
        Assert.Equal([(3, 2), (4, 8), (4, 9)], rows[1].Select(cell => (cell.Line, cell.Column)));
        Assert.Equal([(5, 1), (5, 3), (5, 5)], rows[2].Select(cell => (cell.Line, cell.Column)));
    }

    [Fact]
    public void AQuotationMarkThatIsNotClosedIsToldWithItsLine() =>
        Assert.Equal(3, Assert.Throws<UnclosedQuoteException>(() => CsvText.Read("a,b\n1,2\n\"open,3\n4,5\n")).Line);

    [Fact]
    public void NothingHasNoRows() => Assert.Empty(CsvText.Read("").Rows);

    [Theory]
    [InlineData("utf-8", false, "UTF-8")]
    [InlineData("utf-8", true, "UTF-8")]
    [InlineData("utf-16", true, "UTF-16")]
    [InlineData("utf-16BE", true, "UTF-16")]
    [InlineData("latin1", false, "Windows-1252")]
    public void NamesAreReadInTheEncodingsOfSpreadsheets(string name, bool mark, string told)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("Östersund;Åre;Södertälje")];

        Assert.Equal("Östersund;Åre;Södertälje", TableEncoding.Decode(bytes, out var read));
        Assert.Equal(told, read);
    }

    [Fact]
    public void AWorkbookIsNoText() =>
        Assert.Null(TableEncoding.Decode([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08], out _));
}
