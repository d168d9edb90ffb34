namespace Mainstay.Journal;

/// <summary>Which entries still count.</summary>
public static class Standing
{
    /// <summary>Without the entries that were taken back. An undo comes after what it undoes, so an undo that was itself undone is found
    /// first.</summary>
    /// <param name="entries">In the order of recording.</param>
    public static IReadOnlyList<Recorded> Of(IEnumerable<Recorded> entries)
    {
        var all = entries as IReadOnlyList<Recorded> ?? [.. entries];
        if (!all.Any(recorded => recorded.Entry is TakenBack)) return all;
        var gone = new HashSet<Guid>();
        for (var at = all.Count - 1; at >= 0; at--)
            if (all[at].Entry is TakenBack undo && !gone.Contains(all[at].Id)) gone.UnionWith(undo.Of);
        return [.. all.Where(recorded => !gone.Contains(recorded.Id))];
    }
}
