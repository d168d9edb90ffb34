using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Mainstay.Knowledge.Texts;

/// <summary>How one language says one phrase. Holes stand in braces and are named: "{minutes} minutes".</summary>
/// <param name="Text">The phrase, or its form Other where it counts something.</param>
/// <param name="Forms">Its other forms, where it counts.</param>
public sealed record Wording(string Text, ImmutableDictionary<PluralForm, string> Forms)
{
    public static Wording Plain(string text) => new(text, ImmutableDictionary<PluralForm, string>.Empty);

    public string For(PluralForm form) => Forms.GetValueOrDefault(form, Text);
}

/// <summary>The phrases of one language, by their English form. A phrase that is missing is said in English.</summary>
/// <param name="Language">The name of its folder, such as "de" or "pt-BR".</param>
public sealed record Phrasebook(string Language, FrozenDictionary<string, Wording> Wordings);
