using System.Runtime.InteropServices;

namespace Mainstay.Cli.Remind;

/// <summary>The program of src/Remind, where it was published beside this one: the same, in a third of the memory. This process becomes it.</summary>
static partial class Small
{
    const string Name = "mainstay-remind";

    /// <summary>Only comes back where there is none, or the system cannot do that.</summary>
    /// <param name="args">Of the command line, with "remind" first.</param>
    public static void Become(string[] args, string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!OperatingSystem.IsWindows() && File.Exists(path)) _ = Exec(path, [path, .. args[1..], null]);
    }

    [LibraryImport("libc", EntryPoint = "execv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Exec(string path, string?[] args);
}
