using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mainstay.Knowledge.Loading;

/// <summary>YAML text to nodes. Only what content needs: one document a file, no anchors, no tags, no key twice.</summary>
static class YamlReader
{
    /// <summary>The document, or null and an error.</summary>
    public static Node? Read(KnowledgeFile file, List<ContentError> errors)
    {
        var parser = new Parser(new StringReader(file.Text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                errors.Add(new ContentError(file.Path, 0, "is empty"));
                return null;
            }
            parser.Consume<DocumentStart>();
            var node = ReadNode(parser, file.Path, errors);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
                errors.Add(new ContentError(file.Path, Line(parser.Current!), "holds a second document; one a file is allowed"));
            return node;
        }
        catch (YamlException e)
        {
            errors.Add(new ContentError(file.Path, (int)e.Start.Line, "is not valid YAML: " + Plain(e)));
            return null;
        }
        catch (InvalidOperationException)
        {
            // The scanner's own answer to a line that ends a list or map too early.
            errors.Add(new ContentError(file.Path, (int)(parser.Current?.End.Line ?? 0),
                "is not valid YAML at or just after this line: check indents and brackets"));
            return null;
        }
    }

    static Node ReadNode(IParser parser, string file, List<ContentError> errors)
    {
        var line = Line(parser.Current!);
        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
            throw new YamlException(parser.Current.Start, parser.Current.End,
                "anchors and aliases are not used in content; write the text out");
        if (parser.TryConsume<Scalar>(out var scalar))
            return new Node.Scalar(file, line, scalar.Value, scalar.Style is not ScalarStyle.Plain);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<Node>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(ReadNode(parser, file, errors));
            return new Node.Sequence(file, line, items);
        }
        parser.Consume<MappingStart>();
        var entries = new List<Node.Entry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyLine = Line(parser.Current!);
            if (ReadNode(parser, file, errors) is not Node.Scalar key)
                throw new YamlException(parser.Current!.Start, parser.Current.End, "a key must be a plain word");
            var value = ReadNode(parser, file, errors);
            if (entries.Any(entry => entry.Key == key.Text))
                errors.Add(new ContentError(file, keyLine, $"'{key.Text}' stands twice in one map"));
            else
                entries.Add(new Node.Entry(key.Text, keyLine, value));
        }
        return new Node.Mapping(file, line, entries);
    }

    static int Line(ParsingEvent at) => (int)at.Start.Line;

    static string Plain(YamlException e) =>
        e.Message.Contains("): ", StringComparison.Ordinal) ? e.Message[(e.Message.IndexOf("): ", StringComparison.Ordinal) + 3)..]
            : e.Message;
}
