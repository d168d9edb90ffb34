namespace Mainstay.Care;

/// <summary>Which entry made a session red. A red is as old as what told of it: answers given between the session and a bad morning were
/// given before anybody knew, and those given after a red move were not, whatever the session went on with.</summary>
static class Reds
{
    /// <param name="exposed">Reports that what the session left behind counts for.</param>
    /// <param name="reading">Pain of the next morning where the session itself says none.</param>
    /// <returns>The latest of the entries that are red by themselves; null: the session is not red.</returns>
    public static (DateTimeOffset At, Guid Entry)? Last(Session session, TrafficLight light, IEnumerable<Logged<ItemReport>> exposed, PainDays.Reading? reading)
    {
        (DateTimeOffset At, Guid Entry)? last = null;
        var before = exposed.Select(report => report.What.Before).Append(session.Before).Min();
        foreach (var report in session.Items)
            if (IsLegSign(report) || (report.What.Tried && light.Of(report.What.Before ?? session.Before, report.What.Worst, report.What.After, null, null) == Light.Red))
                Later(report.At, report.Id);
        if (session.Ended is { } end && light.Of(before, null, end.What.Pain, null, null) == Light.Red) Later(end.At, end.Id);
        var settled = session.Later.LastOrDefault(told => told.What.Settled is not null);
        var morning = session.Later.LastOrDefault(told => told.What.Morning is not null);
        foreach (var told in session.Later)
            if (told == settled && session.Lapsed is { } lapsed) Later(lapsed, told.Id);
            else if (told.What.Moved == PainMoved.Down || told.What.NewLegSign == true || (told == settled && session.SettledBy(told) == Settling.Longer)
                || (told == morning && light.Of(before, null, null, null, told.What.Morning) == Light.Red)) Later(told.At, told.Id);
        if (morning is null && reading is { } read && light.Of(before, null, null, null, read.Pain) == Light.Red) Later(read.Told, read.Entry);
        return last;

        void Later(DateTimeOffset at, Guid entry)
        {
            if (!(last?.At > at)) last = (at, entry);
        }
    }

    public static bool IsLegSign(Logged<ItemReport> report) => report.What.Moved == PainMoved.Down || report.What.NewLegSign == true;
}
