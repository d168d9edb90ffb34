namespace Mainstay.Knowledge.Tests;

public class ShippedKnowledgeTests
{
    static readonly string Folder = KnowledgeFolder.Find(AppContext.BaseDirectory)!;

    /// <summary>The whole contract of the content: every reference, range, reading grade, and that each input read is asked and each asked
    /// is read.</summary>
    [Fact]
    public void The_shipped_knowledge_has_no_error()
    {
        var errors = LibraryLoader.Check(KnowledgeFolder.Read(Folder)).Errors;

        Assert.True(errors.IsEmpty, string.Join('\n', errors.Take(40)));
    }

    [Fact]
    public void A_missing_folder_and_bytes_that_are_not_text_are_clear_errors()
    {
        var missing = Assert.Throws<KnowledgeException>(() => KnowledgeFolder.Read(Path.Combine(Path.GetTempPath(), "no-such-knowledge")));
        Assert.Contains("there is no such folder", missing.Errors[0].Message, StringComparison.Ordinal);

        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "tips.yaml"), [0x2d, 0x20, 0xff, 0xfe]);
            var unreadable = Assert.Throws<KnowledgeException>(() => KnowledgeFolder.Read(folder.FullName));
            Assert.Equal(new ContentError("tips.yaml", 0, "is not UTF-8 text"), Assert.Single(unreadable.Errors));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
