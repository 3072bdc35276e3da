namespace Samverkan.Runs.Tests.Scenarios.Errors;

/// <summary>Faulty tables of places.</summary>
public static class TableGallery
{
    private const string Header = "municipality_code,municipality,county_code,county,population";

    public static readonly GalleryCase[] Cases =
    [
        Of("A table that lacks a column",
            "municipality_code,municipality,county_code,county,inhabitants,ward.bed\n0001,Ours,01,County,5000,3\n"),
        Of("A table with a wrong row",
            "municipality_code,municipality,county_code,county,population\n0001,Ours,01,County\n0002,Theirs,01,County,many\n0002,Theirs,01,County,500\n"),
        Of("A table with a sum in millions that does not say so",
            "municipality_code,municipality,county_code,county,population,funding.firstFrame.county\n0001,Ours,01,County,48000,95\n"),
        Of("A column that stands twice", $"{Header},ward.beds,ward.beds\n180,A,1,C,96000,10,20\n"),
        Of("A code that stands twice",
            $"{Header},ward.beds\n0180,Stockholm,01,Stockholm,96000,10\n0180,Södertälje,01,Stockholm,50000,20\n"),
        Of("Inhabitants with a decimal point",
            $"{Header}\n0180,Stockholm,01,Stockholm,96.000\n0181,Södertälje,01,Stockholm,\"50,000\"\n"),
        Of("Codes that are none",
            $"{Header}\n../0180,Stockholm,01,Stockholm,96000\n0181,Södertälje,0/1,Stockholm,50000\ncon,Nacka,01,Stockholm,90000\n"),
        Of("Half a post", $"{Header},services.clinicPosts\n0180,Stockholm,01,Stockholm,96000,12.5\n"),
        Of("A quotation mark that no other closes",
            $"{Header}\n0180,\"Stockholm,01,Stockholm,96000\n0181,Södertälje,01,Stockholm,50000\n"),
        Of("A note: a row of totals", $"{Header}\n0180,Stockholm,01,Stockholm,96000\nSumma,,,,96000\n"),
    ];

    private static GalleryCase Of(string title, string table) =>
        new(title, "id: my-cut\nextends: baseline\ntitle: My cut\nquestion: What if?\nworld: { table: own.csv }\n")
        {
            Beside = { ["own.csv"] = table }
        };
}
