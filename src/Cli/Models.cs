using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Cli;

static class Models
{
    /// <exception cref="KnowledgeException">The knowledge folder is missing or has errors.</exception>
    public static CareModel Load(string? knowledge) => new(LibraryLoader.Load(KnowledgeFolder.Read(KnowledgeOption.Folder(knowledge))));

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
}
