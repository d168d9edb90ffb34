using System.Collections.Immutable;

namespace Mainstay.Knowledge;

/// <summary>One thing that is wrong with the content.</summary>
/// <param name="File">Below the knowledge folder, with forward slashes.</param>
/// <param name="Line">From 1; 0 where the whole file is meant.</param>
/// <param name="Message">What is wrong, and what is allowed.</param>
public sealed record ContentError(string File, int Line, string Message)
{
    public override string ToString() => Line == 0 ? $"{File}: {Message}" : $"{File}:{Line}: {Message}";
}

/// <summary>The knowledge cannot be used as it is. <see cref="Errors"/> holds everything that is wrong, in the order of files and lines.</summary>
public sealed class KnowledgeException(ImmutableArray<ContentError> errors) : Exception(Summary(errors))
{
    public ImmutableArray<ContentError> Errors { get; } = errors;

    static string Summary(ImmutableArray<ContentError> errors) =>
        $"The knowledge has {errors.Length} error(s):{Environment.NewLine}" + string.Join(Environment.NewLine, errors.Take(50))
        + (errors.Length > 50 ? $"{Environment.NewLine}… and {errors.Length - 50} more" : "");
}
