namespace Mainstay.Knowledge.Loading;

/// <summary>A piece of YAML that remembers where it stands. A translation is laid over English nodes, so each node knows its own
/// file.</summary>
abstract record Node(string File, int Line)
{
    public sealed record Scalar(string File, int Line, string Text, bool Quoted) : Node(File, Line)
    {
        public bool IsNull => !Quoted && Text is "" or "~" or "null";
    }

    public sealed record Sequence(string File, int Line, IReadOnlyList<Node> Items) : Node(File, Line);

    public sealed record Mapping(string File, int Line, IReadOnlyList<Entry> Entries) : Node(File, Line)
    {
        public Node? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;
    }

    public sealed record Entry(string Key, int Line, Node Value);

    /// <summary>For messages: "a list", "a map" or the text itself.</summary>
    public string Shown => this switch
    {
        Scalar { IsNull: true } => "nothing",
        Scalar s => $"'{(s.Text.Length > 40 ? s.Text[..40] + "…" : s.Text)}'",
        Sequence => "a list",
        _ => "a map",
    };
}
