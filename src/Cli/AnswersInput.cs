using Mainstay.Care;

namespace Mainstay.Cli;

/// <summary>The answers of one person, from a file or from standard input.</summary>
static class AnswersInput
{
    /// <summary>A person's answers are a few kilobytes; whatever is this big is something else.</summary>
    public const int MostBytes = 1 << 20;

    /// <param name="file">A path, or "-" for standard input.</param>
    /// <exception cref="StopException">The file is not there, cannot be read, or is too big.</exception>
    /// <exception cref="AnswersException">What is in it is not right.</exception>
    public static Answers Read(string file, Questionnaire questionnaire, bool assumeNo)
    {
        var answers = AnswersJson.Read(Bytes(file), questionnaire);
        return assumeNo ? answers.AssumeNo() : answers;
    }

    static byte[] Bytes(string file)
    {
        using var stream = Open(file);
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        try
        {
            while (stream.Read(buffer) is var count and > 0)
            {
                content.Write(buffer, 0, count);
                if (content.Length > MostBytes)
                    throw new StopException(Exit.Invalid, $"{Name(file)} is larger than 1 MB, which no answers of one person are. "
                        + "For many people use --batch, one a line.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StopException(Exit.Usage, $"{Name(file)} cannot be read: {e.Message}");
        }
        if (content.Length == 0)
            throw new StopException(Exit.Invalid,
                $"{Name(file)} is empty. It must be one JSON object of input ids and answers; 'mainstay questions' lists them.");
        return content.ToArray();
    }

    /// <exception cref="StopException">The file is not there or cannot be opened.</exception>
    public static Stream Open(string file)
    {
        if (file == "-") return Standard.Input();
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StopException(Exit.Usage, e is FileNotFoundException or DirectoryNotFoundException ? $"There is no file {file}."
                : $"{file} cannot be read: {e.Message}");
        }
    }

    public static string Name(string file) => file == "-" ? "The standard input" : file;
}
