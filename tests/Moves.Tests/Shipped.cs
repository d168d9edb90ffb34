using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Anatomy;
using Mainstay.Knowledge.Motions;

namespace Mainstay.Moves.Tests;

/// <summary>The shipped knowledge, read once.</summary>
static class Shipped
{
    public static ImmutableArray<KnowledgeFile> Files { get; } = KnowledgeFolder.Read(KnowledgeFolder.Find(AppContext.BaseDirectory)!);
    public static Library Library { get; } = LibraryLoader.Load(Files);
    public static AnatomyData Anatomy { get; } = AnatomyLoader.Load(Files);
    public static MotionModel Model { get; } = new(Library, () => Anatomy);

    public static Motion Motion(string id) => Library.Motions.First(motion => motion.Id == id);
}
