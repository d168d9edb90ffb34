using Mainstay.Body;
using Mainstay.Knowledge;

namespace Mainstay.Cli;

/// <summary>Files of the reader's own. What is wrong in them is told with file and line, and is not the knowledge folder's fault.</summary>
static class BodyFiles
{
    /// <exception cref="StopException">The content cannot be used.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static T Read<T>(string path, Func<KnowledgeFile, T> load)
    {
        try
        {
            return load(new KnowledgeFile(Path.GetFileName(path), File.ReadAllText(path)));
        }
        catch (KnowledgeException e)
        {
            throw new StopException(Exit.Invalid, string.Join(Environment.NewLine, e.Errors));
        }
    }

    /// <summary>A check of what a file says; what it throws is told as that file's fault.</summary>
    /// <exception cref="StopException">It threw.</exception>
    public static void Check(string file, Action check)
    {
        try
        {
            check();
        }
        catch (BodyException e)
        {
            throw new StopException(e is UnsolvedException ? Exit.TooMuch : Exit.Invalid, $"{file}: {e.Message}");
        }
    }
}
