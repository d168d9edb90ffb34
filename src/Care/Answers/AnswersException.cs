using System.Collections.Immutable;

namespace Mainstay.Care;

/// <summary>What is wrong with one field, and what would be right.</summary>
/// <param name="Field">Input id; for a region of the body map "body_map.region"; empty where the file itself is at fault.</param>
public sealed record FieldError(string Field, string Problem, string Allowed)
{
    public override string ToString() => $"{(Field.Length == 0 ? "the answers" : Field)}: {Problem}; allowed: {Allowed}";
}

/// <summary>Answers that cannot be taken as they are. All bad fields are listed, the first hundred in full.</summary>
public sealed class AnswersException : Exception
{
    public AnswersException(ImmutableArray<FieldError> errors, int more = 0)
        : base(string.Join(Environment.NewLine, errors) + (more > 0 ? $"{Environment.NewLine}and {more} more" : ""))
        => (Errors, More) = (errors, more);

    public ImmutableArray<FieldError> Errors { get; }
    /// <summary>How many further fields are wrong.</summary>
    public int More { get; }
}
