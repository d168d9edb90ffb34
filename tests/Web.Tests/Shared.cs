using Mainstay.Knowledge;
using Mainstay.Knowledge.Anatomy;
using Mainstay.Knowledge.Texts;
using Mainstay.Moves;
using Mainstay.Web.Figures;
using Mainstay.Web.Flow;
using Mainstay.Web.Hosting;
using Mainstay.Web.Mast;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Web.Tests;

/// <summary>What never changes and is the same for every person: making it takes longer than a test, so all apps of a run share it.</summary>
static class Shared
{
    static readonly string Folder = KnowledgeFolder.Find(AppContext.BaseDirectory)!;

    static readonly Lazy<Library> Known = new(() => LibraryLoader.Check(KnowledgeFolder.Read(Folder)).Library!);
    static readonly Lazy<Reasoning> Care = new(() => new(Known.Value));
    static readonly Lazy<Assets> Packed = new(() => new());
    static readonly Lazy<FigureFiles> Figures = new(() => new(Folder, Known.Value));
    static readonly Lazy<BodyDesk> Body = new(() => new(Known.Value, () => AnatomyLoader.Load(KnowledgeFolder.Read(Folder))));
    static readonly Lazy<MotionModel> Motions = new(() => new(Known.Value, () => AnatomyLoader.Load(KnowledgeFolder.Read(Folder))));
    static readonly Lazy<Web.Texts.Languages> Texts = new(() => new(PhrasebookLoader.Load([.. KnowledgeFolder.Read(Path.Combine(Folder, PhrasebookLoader.Folder))
        .Select(file => file with { Path = PhrasebookLoader.Folder + file.Path })]).AsEnumerable()));

    // Whether the knowledge is right is for its own tests to say.
    public static Library Library => Known.Value;

    public static Reasoning Reasoning => Care.Value;

    /// <param name="languages">Null: those of the knowledge folder that comes with the app.</param>
    /// <param name="knowledge">A folder of its own, whose texts count then; null: that one.</param>
    public static void AddShared(this IServiceCollection services, Web.Texts.Languages? languages = null, string? knowledge = null)
    {
        services.AddSingleton(Reasoning).AddSingleton(Packed.Value).AddSingleton(Figures.Value).AddSingleton(Body.Value).AddSingleton(Motions.Value);
        if (languages is not null || knowledge is null) services.AddSingleton(languages ?? Texts.Value);
    }
}
