using System.Collections.Immutable;

namespace Mainstay.Knowledge.Loading;

/// <summary>A map to a record. A record with an error inside is still made, marked as broken, so that its id is known to those who refer
/// to it.</summary>
sealed class RecordReader(Type type) : Reader
{
    readonly Shape shape = Shape.Of(type);

    public override object Empty => shape.Create();

    public override object? Read(Node node, Traces traces)
    {
        if (node is not Node.Mapping map)
        {
            traces.Error(node, $"is {node.Shown}; a {shape.Name} is expected, as a map ('key: value' a line)");
            return null;
        }
        var before = traces.Errors.Count;
        var record = shape.Create();
        var trace = new Trace(map.File, map.Line);
        var owner = map["id"] is Node.Scalar id ? id.Text : shape.Name;
        foreach (var entry in map.Entries)
        {
            if (shape[entry.Key] is not { } field)
            {
                traces.Errors.Add(new ContentError(map.File, entry.Line, $"'{entry.Key}' is not a key of a {shape.Name}; "
                    + $"allowed: {string.Join(", ", shape.Fields.Select(f => f.Key))}"));
                continue;
            }
            trace.Lines[field.Property.Name] = entry.Line;
            var errors = traces.Errors.Count;
            var value = field.Reader.Read(entry.Value, traces);
            for (var i = errors; i < traces.Errors.Count; i++) traces.Errors[i] = Named(traces.Errors[i], entry.Key);
            field.Property.SetValue(record, value ?? field.Reader.Empty);
            if (value is not null && (field.Prose || field.Quoted)) traces.Prose.Add(Prose(entry, owner, field, value));
        }
        foreach (var field in shape.Fields.Where(field => field.Required && !trace.Lines.ContainsKey(field.Property.Name)))
        {
            traces.Errors.Add(new ContentError(map.File, map.Line, $"'{field.Key}' is missing in {shape.Name} '{owner}'"));
            field.Property.SetValue(record, field.Reader.Empty);
        }
        trace.Broken = traces.Errors.Count > before;
        traces.Of[record] = trace;
        return record;
    }

    /// <summary>"is 'x'; a number is expected" becomes "'minutes' is 'x'; a number is expected".</summary>
    static ContentError Named(ContentError error, string key) =>
        error.Message.StartsWith("is ", StringComparison.Ordinal) ? error with { Message = $"'{key}' {error.Message}" } : error;

    static ProseField Prose(Node.Entry entry, string owner, Shape.Field field, object value) =>
        new(entry.Value.File, entry.Value.Line, owner, field.Key,
        value is ImmutableArray<string> texts ? texts : [(string)value], field.Quoted);
}
