using System.Collections.Immutable;
using System.Globalization;

namespace Mainstay.Knowledge.Loading;

/// <summary>Reads one type of value from a node. On failure it reports and answers <see cref="Empty"/>, so that the rest is still
/// read.</summary>
abstract class Reader
{
    const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public abstract object Empty { get; }
    /// <summary>The value, or null after an error has been reported.</summary>
    public abstract object? Read(Node node, Traces traces);

    public static Reader For(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string)) return new Text();
        if (plain == typeof(double)) return new Scalar("a number", 0.0, static text =>
            double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var n) ? n : null);
        if (plain == typeof(int)) return new Scalar("a whole number", 0, static text =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null);
        if (plain == typeof(bool)) return new Scalar("true or false", false, static text =>
            text switch { "true" => true, "false" => false, _ => null });
        if (plain == typeof(DateOnly))
            return new Scalar("a date such as 2026-01-31", DateOnly.MinValue, static text =>
                DateOnly.TryParseExact(text, "yyyy-MM-dd", out var d) ? d : null);
        if (plain == typeof(Condition)) return new ConditionReader();
        if (plain == typeof(Body.Motions.Angles)) return new AnglesReader();
        if (plain.IsEnum) return Choice(plain);
        // Named, so that a program that is compiled ahead of time has it: of lists of other kinds one code serves all.
        if (plain == typeof(ImmutableArray<int>)) return new ListOf<int>();
        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return (Reader)Activator.CreateInstance(typeof(ListOf<>).MakeGenericType(plain.GetGenericArguments()))!;
        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>))
            return (Reader)Activator.CreateInstance(typeof(MapOf<>).MakeGenericType(plain.GetGenericArguments()[1]))!;
        return new RecordReader(plain);
    }

    static Scalar Choice(Type type)
    {
        var byName = Enum.GetValues(type).Cast<Enum>().ToDictionary(Names.Of);
        return new Scalar("one of " + string.Join(", ", byName.Keys), byName.Values.First(), byName.GetValueOrDefault);
    }

    sealed class Text : Reader
    {
        public override object Empty => "";

        public override object? Read(Node node, Traces traces)
        {
            if (node is Node.Scalar { IsNull: false } scalar && !string.IsNullOrWhiteSpace(scalar.Text)) return scalar.Text.Trim();
            traces.Error(node, $"is {node.Shown}; a text is expected (leave the key out where there is none)");
            return null;
        }
    }

    sealed class Scalar(string expected, object empty, Func<string, object?> parse) : Reader
    {
        public override object Empty => empty;

        public override object? Read(Node node, Traces traces)
        {
            if (node is Node.Scalar { Quoted: false } scalar && parse(scalar.Text) is { } value) return value;
            traces.Error(node, $"is {node.Shown}; {expected} is expected");
            return null;
        }
    }

    sealed class ListOf<T> : Reader
    {
        readonly Reader item = For(typeof(T));

        public override object Empty => ImmutableArray<T>.Empty;

        public override object? Read(Node node, Traces traces)
        {
            if (node is not Node.Sequence list)
            {
                traces.Error(node, $"is {node.Shown}; a list is expected ('- ' before each entry, or [a, b])");
                return null;
            }
            var items = ImmutableArray.CreateBuilder<T>(list.Items.Count);
            var whole = true;
            foreach (var one in list.Items)
            {
                if (item.Read(one, traces) is T value) items.Add(value);
                else whole = false;
            }
            return whole ? items.ToImmutable() : null;
        }
    }

    sealed class MapOf<T> : Reader
    {
        readonly Reader item = For(typeof(T));

        public override object Empty => ImmutableDictionary<string, T>.Empty;

        public override object? Read(Node node, Traces traces)
        {
            if (node is not Node.Mapping map)
            {
                traces.Error(node, $"is {node.Shown}; a map is expected ('key: value' a line)");
                return null;
            }
            var items = ImmutableDictionary.CreateBuilder<string, T>();
            var whole = true;
            foreach (var entry in map.Entries)
            {
                if (item.Read(entry.Value, traces) is T value) items[entry.Key] = value;
                else whole = false;
            }
            return whole ? items.ToImmutable() : null;
        }
    }
}
