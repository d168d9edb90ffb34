using System.Collections.Concurrent;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Mainstay.Web.Learn;
using Mainstay.Web.Letter;
using Mainstay.Web.Moves;
using Mainstay.Web.Sessions;
using Mainstay.Web.Texts;
using Mainstay.Web.Trends;

namespace Mainstay.Web.Hosting;

/// <summary>The knowledge as this request is to be told it: in the language of the person, or of their browser.</summary>
/// <param name="compiled">The English reasoning, where it was compiled already; null compiles it.</param>
public sealed class SpokenLanguages(Libraries libraries, Languages languages, TimeProvider clock, IServiceProvider services, Reasoning? compiled = null) : IDisposable
{
    readonly ConcurrentDictionary<string, Lazy<Spoken>> _spoken = new(StringComparer.Ordinal);

    /// <summary>For whatever no person reads.</summary>
    public Spoken English => Of(libraries.English, compiled);

    public Spoken Of(string language) => libraries.Of(language) is var library && library == libraries.English ? English : Of(library, null);

    /// <param name="http">Null outside of requests: English.</param>
    public Spoken Of(HttpContext? http)
    {
        if (http is null) return English;
        if (http.Items[typeof(Spoken)] is Spoken known) return known;
        var spoken = Of(languages.Of(ChosenBy(http), http.Request).Language);
        http.Items[typeof(Spoken)] = spoken;
        return spoken;
    }

    Spoken Of(Knowledge.Library library, Reasoning? reasoning) => _spoken.GetOrAdd(library.Language, _ => new(() => new(library, reasoning ?? new Reasoning(library), clock))).Value;

    /// <summary>A page that tells of a broken data file must itself be shown without it.</summary>
    string? ChosenBy(HttpContext http)
    {
        try
        {
            return http.Recorded(services.GetRequiredService<PersonFile>()).Language;
        }
        catch (JournalException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        foreach (var spoken in _spoken.Values.Where(one => one.IsValueCreated)) spoken.Value.Close();
    }
}

public static class SpokenServices
{
    /// <summary>Whoever asks for the knowledge in a request gets it in the language of that request; outside of requests, in English. What outlives a
    /// request asks for <see cref="SpokenLanguages.English"/>.</summary>
    public static void AddSpoken(this IServiceCollection services, string? folder, Task<Knowledge.Library> english)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(at => Libraries.In(folder, english, at.GetRequiredService<ILogger<Libraries>>()));
        services.AddSingleton(at => new SpokenLanguages(at.GetRequiredService<Libraries>(), at.GetRequiredService<Languages>(), at.GetRequiredService<TimeProvider>(), at, at.GetService<Reasoning>()));
        services.AddTransient(at => at.GetRequiredService<SpokenLanguages>().Of(at.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddTransient(at => at.GetRequiredService<Spoken>().Library);
        services.AddTransient(at => at.GetRequiredService<Spoken>().Care);
        services.AddTransient(at => at.GetRequiredService<Spoken>().Insights);
        services.AddTransient(at => at.GetRequiredService<Spoken>().Screening);
        services.AddTransient(at => at.GetRequiredService<Spoken>().Health);
        services.AddTransient(at => at.GetRequiredService<Spoken>().Finder);
        services.AddTransient<SessionDesk>().AddTransient<Breaks.BreakDesk>();
    }
}
