using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Mainstay.Knowledge;

namespace Mainstay.Web.Tests.Texts;

/// <summary>The knowledge in the language that nobody speaks: every text that a translation may replace is strange, and nothing else is.</summary>
public static class PseudoKnowledge
{
    static readonly Lazy<Library> All = new(() => (Library)Copy(TestApp.Library, new(ReferenceEqualityComparer.Instance))! with { Language = "fr" });

    public static Library Library => All.Value;

    /// <summary>Whether a translation may replace what a property holds.</summary>
    static bool IsTranslated(PropertyInfo property) => property.IsDefined(typeof(ProseAttribute)) || property.IsDefined(typeof(QuotedAttribute));

    static object? Copy(object? value, Dictionary<object, object> made)
    {
        if (value is null or string || !IsOurs(value.GetType())) return value;
        if (made.TryGetValue(value, out var known)) return known;
        var copy = value.GetType().GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance)?.Invoke(value, null);
        if (copy is null) return value;
        made[value] = copy;
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.GetIndexParameters().Length == 0))
            property.SetValue(copy, IsTranslated(property) ? Said(property.GetValue(value)) : Each(property.GetValue(value), made));
        return copy;
    }

    static object? Said(object? value) => value switch
    {
        string text => Pseudo.Said(text),
        ImmutableArray<string> texts => texts.Select(Pseudo.Said).ToImmutableArray(),
        _ => value,
    };

    /// <summary>A list of records is copied record by record; of anything else, it stays.</summary>
    static object? Each(object? value, Dictionary<object, object> made)
    {
        if (value is null || value.GetType() is not { IsGenericType: true } type || type.GetGenericTypeDefinition() != typeof(ImmutableArray<>) || !IsOurs(type.GenericTypeArguments[0]))
            return Copy(value, made);
        var of = type.GenericTypeArguments[0];
        var copies = Array.CreateInstance(of, ((ICollection)value).Count);
        var at = 0;
        foreach (var one in (IEnumerable)value) copies.SetValue(Copy(one, made), at++);
        return typeof(ImmutableArray).GetMethods().Single(method => method.Name == nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(of).Invoke(null, [copies]);
    }

    static bool IsOurs(Type type) => type.Namespace?.StartsWith("Mainstay.Knowledge", StringComparison.Ordinal) == true && type is { IsEnum: false, IsClass: true };
}
