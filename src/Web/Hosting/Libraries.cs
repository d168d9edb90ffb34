using System.Collections.Concurrent;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Texts;

namespace Mainstay.Web.Hosting;

/// <summary>The knowledge in each language, read when somebody first asks for it. What a translation leaves out is said in English.</summary>
/// <param name="english">Still being read, maybe.</param>
/// <param name="translate">Null where there is no such language.</param>
public sealed class Libraries(Task<Library> english, Func<string, Library?> translate)
{
    readonly ConcurrentDictionary<string, Lazy<Library>> _translated = new(StringComparer.Ordinal);

    public Library English => english.GetAwaiter().GetResult();

    /// <param name="folder">The knowledge folder; null: there is English alone.</param>
    public static Libraries In(string? folder, Task<Library> english, ILogger<Libraries> log) => new(english, language => folder is null ? null : Translated(folder, language, log));

    /// <summary>English where there is no translation, or one that is wrong: half of a translated question would be no question.</summary>
    public Library Of(string language) => language == PhrasebookLoader.English ? English : _translated.GetOrAdd(language, one => new(() => translate(one) ?? English)).Value;

    static Library? Translated(string folder, string language, ILogger<Libraries> log)
    {
        if (!Directory.Exists(LibraryLoader.TranslationOf(folder, language))) return null;
        try
        {
            var (library, errors) = LibraryLoader.Check(KnowledgeFolder.Read(folder), language);
            if (errors.IsEmpty && library is not null) return library;
            log.LogWarning("The knowledge is said in English, as its translation '{Language}' is wrong. `mainstay content check` shows this too: {Errors}", language, string.Join(Environment.NewLine, errors));
        }
        catch (KnowledgeException cannot)
        {
            log.LogWarning("The knowledge is said in English, as its translation '{Language}' cannot be read: {Message}", language, cannot.Message);
        }
        return null;
    }
}
