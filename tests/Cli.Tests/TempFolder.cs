namespace Mainstay.Cli.Tests;

sealed class TempFolder : IDisposable
{
    readonly string path = Directory.CreateTempSubdirectory("mainstay-cli-").FullName;

    public string File(string name) => System.IO.Path.Combine(path, name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
