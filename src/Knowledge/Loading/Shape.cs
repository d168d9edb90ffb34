using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Mainstay.Knowledge.Loading;

/// <summary>How one record type looks in YAML: its keys in snake_case, which are required, which a person reads.</summary>
sealed class Shape
{
    static readonly ConcurrentDictionary<Type, Shape> Known = new();

    readonly Dictionary<string, Field> fields;
    readonly Type type;

    Shape(Type type)
    {
        this.type = type;
        fields = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .Select(property => new Field(property))
            .ToDictionary(field => field.Key);
    }

    public static Shape Of(Type type) => Known.GetOrAdd(type, static type => new Shape(type));

    /// <summary>"contributor", "gate line": for messages.</summary>
    public string Name => Names.Snake(type.Name).Replace('_', ' ');
    public IReadOnlyCollection<Field> Fields => fields.Values;
    public Field? this[string key] => fields.GetValueOrDefault(key);
    public bool HasId => fields.ContainsKey("id");
    public object Create() => Activator.CreateInstance(type)!;

    internal sealed class Field(PropertyInfo property)
    {
        Reader? reader;

        public PropertyInfo Property { get; } = property;
        public string Key { get; } = Names.Snake(property.Name);
        public bool Required { get; } = property.IsDefined(typeof(RequiredMemberAttribute));
        public bool Prose { get; } = property.IsDefined(typeof(ProseAttribute));
        public bool Quoted { get; } = property.IsDefined(typeof(QuotedAttribute));
        /// <summary>A translation may replace it.</summary>
        public bool Translated => Prose || Quoted || Property.IsDefined(typeof(AskedAttribute));
        // Built on first use: a shape may hold itself through its lists.
        public Reader Reader => reader ??= Reader.For(Property.PropertyType);
    }
}
