namespace Mainstay.Knowledge;

/// <summary>Marks text that a person reads. It is checked for reading age and frightening words, and it is what a translation replaces.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ProseAttribute : Attribute;

/// <summary>Marks text that may quote what others say (a myth, an advertising claim). It is translated, but not checked for frightening words.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class QuotedAttribute : Attribute;

/// <summary>Marks words that people type or say, by which they find a text. They are translated, but never shown as ours, and so not checked.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AskedAttribute : Attribute;
