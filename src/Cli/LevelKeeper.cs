using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;

namespace Mainstay.Cli;

/// <summary>After something was brought into a journal from outside: records the level that holds now, as the app does when it looks. Reminders on the
/// desktop cannot judge, and read nothing else.</summary>
static class LevelKeeper
{
    /// <param name="knowledge">The knowledge folder; null: the usual one.</param>
    public static void Keep(JournalStore store, string? knowledge)
    {
        var clock = TimeProvider.System;
        try
        {
            new PersonFile(store, new CareModels(new Reasoning(Models.Load(knowledge).Library), clock), clock).KeepLevel();
        }
        catch (JournalException wrong)
        {
            Console.Error.WriteLine($"What was brought in is stored. What reminders on the desktop go by is not: {wrong.Message} Open Mainstay once, and it is.");
        }
        catch (KnowledgeException)
        {
            // Nobody can tell here what holds. Reminders wait until the app has looked.
            var (now, last) = (clock.GetLocalNow(), store.History(JournalStore.Me).Last);
            var level = new Recorded(Guid.CreateVersion7(now), now, new LevelHeld(LevelHeld.Unknown.Urgency, Asks: true));
            store.Append(JournalStore.Me, Placed.Behind(last, now, [level]) is { } mark ? [mark, level] : [level]);
            Console.Error.WriteLine("The knowledge folder was not found, so reminders on the desktop wait until Mainstay was opened once. --knowledge names the folder.");
        }
    }
}
