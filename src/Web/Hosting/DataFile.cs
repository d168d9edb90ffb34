namespace Mainstay.Web.Hosting;

/// <summary>Where the person's data lies.</summary>
public static class DataFile
{
    /// <summary>The full path of the data file, its folder made.</summary>
    /// <exception cref="StartException">The folder cannot be made.</exception>
    public static string Prepare(string? given)
    {
        var path = Path.GetFullPath(given ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "mainstay", "mainstay.db"));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The folder of {path} cannot be made: {e.Message} Choose another place with --data FILE.", e);
        }
        return path;
    }
}
