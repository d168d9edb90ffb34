using System.Collections.Immutable;
using System.Text;

namespace Mainstay.Knowledge;

/// <summary>The only place where knowledge is read from disk.</summary>
public static class KnowledgeFolder
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The knowledge folder in <paramref name="start"/> or the nearest folder above it: beside the published app, or in the
    /// checkout it was built in. Null where there is none.</summary>
    public static string? Find(string start)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "knowledge", "words.yaml"))) return Path.Combine(at.FullName, "knowledge");
        return null;
    }

    /// <summary>Every .yaml file at or below <paramref name="dir"/>, ordered by path.</summary>
    /// <exception cref="KnowledgeException">The folder is missing, or a file cannot be read or is not UTF-8.</exception>
    public static ImmutableArray<KnowledgeFile> Read(string dir)
    {
        if (!Directory.Exists(dir))
            throw new KnowledgeException([new ContentError(dir, 0, "there is no such folder; name the knowledge folder with --knowledge")]);
        var errors = ImmutableArray.CreateBuilder<ContentError>();
        var files = ImmutableArray.CreateBuilder<KnowledgeFile>();
        var paths = Directory.EnumerateFiles(dir, "*.yaml", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(dir, "*.yml", SearchOption.AllDirectories))
            .Select(full => (Full: full, Path: Path.GetRelativePath(dir, full).Replace('\\', '/')))
            .OrderBy(file => file.Path, StringComparer.Ordinal);
        foreach (var (full, path) in paths)
        {
            try
            {
                files.Add(new KnowledgeFile(path, Strict.GetString(File.ReadAllBytes(full)).TrimStart('\uFEFF')));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                errors.Add(new ContentError(path, 0, "cannot be read: " + e.Message));
            }
            catch (DecoderFallbackException)
            {
                errors.Add(new ContentError(path, 0, "is not UTF-8 text"));
            }
        }
        return errors.Count == 0 ? files.ToImmutable() : throw new KnowledgeException(errors.ToImmutable());
    }
}
