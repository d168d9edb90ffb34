namespace Mainstay.Knowledge.Texts;

/// <summary>The forms that languages count in, as the Unicode Common Locale Data Repository names them. Every language has Other.</summary>
public enum PluralForm { Zero, One, Two, Few, Many, Other }
