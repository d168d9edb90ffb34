using Mainstay.Body.Model;

namespace Mainstay.Body.Questions;

/// <summary>A solve that did not settle is no answer.</summary>
public static class Unsolved
{
    /// <summary>As a sentence; null where the workspace holds an answer.</summary>
    public static string? Sentence(Workspace work) => work.Solved ? null : "not solved: the shares of the muscles did not settle, so there are no loads to tell";

    /// <exception cref="UnsolvedException">It holds none.</exception>
    public static void Refuse(Workspace work)
    {
        if (Sentence(work) is { } sentence) throw new UnsolvedException(sentence);
    }
}
