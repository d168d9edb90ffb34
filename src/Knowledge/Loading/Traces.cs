namespace Mainstay.Knowledge.Loading;

/// <summary>Where a mapped object stands in its file, so that later checks can name a line.</summary>
sealed class Trace(string file, int line)
{
    public string File { get; } = file;
    public int Line { get; } = line;
    /// <summary>Property name to the line of its key.</summary>
    public Dictionary<string, int> Lines { get; } = [];
    /// <summary>True when something of it could not be mapped. Only its id is used then, so that one error does not cause others.</summary>
    public bool Broken { get; set; }
}

/// <summary>One field that a person reads, whole (lists joined), and where it stands.</summary>
sealed record ProseField(string File, int Line, string Owner, string Key, IReadOnlyList<string> Texts, bool Quoted);

/// <summary>What the mapping of one file leaves behind beside its records.</summary>
sealed class Traces
{
    public List<ContentError> Errors { get; } = [];
    public Dictionary<object, Trace> Of { get; } = new(ReferenceEqualityComparer.Instance);
    public List<ProseField> Prose { get; } = [];

    public void Error(Node at, string message) => Errors.Add(new ContentError(at.File, at.Line, message));

    public void TakeIn(Traces other)
    {
        Errors.AddRange(other.Errors);
        Prose.AddRange(other.Prose);
        foreach (var (item, trace) in other.Of) Of[item] = trace;
    }
}
