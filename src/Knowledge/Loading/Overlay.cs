namespace Mainstay.Knowledge.Loading;

/// <summary>Lays a translation over the English nodes. Only what a person reads may differ; what is not translated stays English.
/// Maps merge by key, lists of records by id (by position where they have none), lists of texts are replaced whole.</summary>
static class Overlay
{
    public static Node Apply(Node english, Node translated, Type record, bool isList, Traces traces)
    {
        if (!isList) return Record(english, translated, Shape.Of(record), traces);
        return Records(english, translated, Shape.Of(record), traces);
    }

    static Node Record(Node english, Node translated, Shape shape, Traces traces)
    {
        if (english is not Node.Mapping original || translated is not Node.Mapping to)
        {
            traces.Error(translated, $"is {translated.Shown}; the English file has {english.Shown} here");
            return english;
        }
        var entries = original.Entries.ToList();
        foreach (var entry in to.Entries)
        {
            var field = shape[entry.Key];
            var at = entries.FindIndex(e => e.Key == entry.Key);
            if (entry.Key == "id" && at >= 0) continue;
            if (field is { Translated: true })
            {
                if (at >= 0) entries[at] = entry;
                else traces.Errors.Add(new ContentError(to.File, entry.Line, $"'{entry.Key}' is not there in English"));
            }
            else if (field is not null && at >= 0 && NestedRecord(field.Property.PropertyType) is var (nested, list))
            {
                entries[at] = entries[at] with { Value = list ? Records(entries[at].Value, entry.Value, nested, traces)
                    : Record(entries[at].Value, entry.Value, nested, traces) };
            }
            else
            {
                traces.Errors.Add(new ContentError(to.File, entry.Line,
                    $"'{entry.Key}' cannot be translated; only what a person reads can: "
                    + string.Join(", ", shape.Fields.Where(f => f.Translated).Select(f => f.Key))));
            }
        }
        return original with { Entries = entries };
    }

    static Node Records(Node english, Node translated, Shape shape, Traces traces)
    {
        if (english is not Node.Sequence original || translated is not Node.Sequence to)
        {
            traces.Error(translated, $"is {translated.Shown}; the English file has {english.Shown} here");
            return english;
        }
        var items = original.Items.ToList();
        if (!shape.HasId && items.Count != to.Items.Count)
        {
            traces.Error(translated, $"has {to.Items.Count} entries; the English list has {items.Count}, and they are matched by position");
            return english;
        }
        for (var i = 0; i < to.Items.Count; i++)
        {
            var at = shape.HasId ? items.FindIndex(item => Id(item) is { } id && id == Id(to.Items[i])) : i;
            if (at >= 0) items[at] = Record(items[at], to.Items[i], shape, traces);
            else traces.Error(to.Items[i], $"has the id '{Id(to.Items[i])}', which is not there in English");
        }
        return original with { Items = items };
    }

    static string? Id(Node node) => node is Node.Mapping map && map["id"] is Node.Scalar id ? id.Text : null;

    static (Shape Shape, bool IsList)? NestedRecord(Type type)
    {
        var isList = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(System.Collections.Immutable.ImmutableArray<>);
        var inner = isList ? type.GetGenericArguments()[0] : type;
        return inner.Namespace == typeof(Library).Namespace && !inner.IsEnum && inner != typeof(Condition) ? (Shape.Of(inner), isList)
            : null;
    }
}
