namespace Samverkan.Runs.Results;

/// <summary>A text file that is written completely or not at all.</summary>
public static class WholeFile
{
    /// <exception cref="IOException">There is no room, or the place cannot be written. The old content is unchanged.</exception>
    public static void Write(string path, string text)
    {
        var draft = $"{path}.unfinished-{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllText(draft, text);
            // An existing file is copied over, not moved over: it may be a link, or not a regular file.
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
