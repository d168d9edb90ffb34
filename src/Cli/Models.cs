using Mainstay.Body.Anatomy;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Anatomy;

namespace Mainstay.Cli;

static class Models
{
    /// <summary>What comes with the program stays as it is while it runs, and is read once.</summary>
    static readonly Lazy<CareModel> Own = new(() => Read(KnowledgeOption.Folder(null)));
    static readonly Lazy<AnatomyData> OwnAnatomy = new(() => AnatomyOf(KnowledgeOption.Folder(null)));

    /// <exception cref="KnowledgeException">The knowledge folder is missing or has errors.</exception>
    public static CareModel Load(string? knowledge) => knowledge is null ? Own.Value : Read(knowledge);

    /// <exception cref="KnowledgeException">The knowledge folder is missing, or its anatomy has errors.</exception>
    public static AnatomyData Anatomy(string? knowledge) => knowledge is null ? OwnAnatomy.Value : AnatomyOf(knowledge);

    static CareModel Read(string folder) => new(LibraryLoader.Load(KnowledgeFolder.Read(folder)));

    static AnatomyData AnatomyOf(string folder) => AnatomyLoader.Load(KnowledgeFolder.Read(folder));

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
}
