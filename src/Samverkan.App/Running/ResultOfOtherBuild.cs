using System.IO.Compression;
using Samverkan.Runs.Results;

namespace Samverkan.App.Running;

/// <summary>Writes the result of a run that another build of the program made, as that build left it in the cluster.</summary>
internal static class ResultOfOtherBuild
{
    private const string NoResult = "What the cluster keeps of the run is no result of this program.";

    /// <param name="archive">The files of a folder of results, as ZIP.</param>
    /// <exception cref="ResultFolderRefused">Something else is in the folder.</exception>
    /// <exception cref="BadRequest">The archive holds no result.</exception>
    public static Manifest Write(byte[] archive, string folder, bool force)
    {
        var place = Directory.CreateTempSubdirectory("samverkan-result-").FullName;
        try
        {
            // Refuses entries that would lie elsewhere.
            using (var zip = new ZipArchive(new MemoryStream(archive, writable: false))) zip.ExtractToDirectory(place);
            var manifest = Manifest.Read(Path.Combine(place, ResultFolder.ManifestName)) ?? throw new BadRequest(NoResult);
            using var result = ResultFolder.Open(folder, manifest.Inputs, force);
            foreach (var file in Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories))
            {
                var target = result[Path.GetRelativePath(place, file)];
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(file, target);
            }
            result.Complete();
            return manifest;
        }
        catch (InvalidDataException)
        {
            throw new BadRequest(NoResult);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }
}
