namespace Mainstay.Journal;

/// <summary>Which entries still count, and in which order.</summary>
public static class Standing
{
    /// <summary>Without the entries that were taken back. An undo comes after what it undoes, so an undo that was itself undone is found
    /// first.</summary>
    /// <param name="entries">In the order of recording.</param>
    public static IReadOnlyList<Recorded> Of(IEnumerable<Recorded> entries)
    {
        var all = InOrder(entries as IReadOnlyList<Recorded> ?? [.. entries]);
        if (!all.Any(recorded => recorded.Entry is TakenBack)) return all;
        var gone = new HashSet<Guid>();
        for (var at = all.Count - 1; at >= 0; at--)
            if (all[at].Entry is TakenBack undo && !gone.Contains(all[at].Id)) gone.UnionWith(undo.Of);
        return [.. all.Where(recorded => !gone.Contains(recorded.Id))];
    }

    /// <summary>By their moments, apart from those that are known to come later than they are stamped.</summary>
    static IReadOnlyList<Recorded> InOrder(IReadOnlyList<Recorded> all)
    {
        var placed = new Dictionary<Guid, Place>();
        foreach (var recorded in all)
            if (recorded.Entry is Placed mark)
                foreach (var id in mark.Of.Append(recorded.Id))
                    if (!placed.TryGetValue(id, out var known) || known < mark.Place) placed[id] = mark.Place;
        if (placed.Count == 0) return all;
        return [.. all.OrderBy(recorded => new Place(recorded.At, 0) is var own && placed.TryGetValue(recorded.Id, out var later) && later > own ? later : own)];
    }
}
