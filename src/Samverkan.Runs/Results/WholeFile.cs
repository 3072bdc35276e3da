namespace Samverkan.Runs.Results;

/// <summary>A text file that is written whole or not at all.</summary>
public static class WholeFile
{
    /// <exception cref="IOException">There is no room, or the place cannot be written; what was there is as it was.</exception>
    public static void Write(string path, string text)
    {
        var draft = $"{path}.unfinished-{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllText(draft, text);
            // Over what is there it is copied, not moved: it may be a link, or no file at all.
            if (File.Exists(path))
                File.Copy(draft, path, overwrite: true);
            else
                File.Move(draft, path);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
