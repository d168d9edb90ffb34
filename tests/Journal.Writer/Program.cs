using Mainstay.Journal;

// A program for the tests to kill, and to run as somebody who may not write. Writes pairs of entries until it is stopped, and prints the number
// of each pair once it is stored. Exit code 1 and the message on standard error where the journal says no.
try
{
    using var store = JournalStore.Open(args[0], patience: 1);
    var pairs = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
    for (var i = 0; i < pairs; i++)
    {
        store.Append(JournalStore.Me,
        [
            Recorded.Now(TimeProvider.System, new SettingChanged("first", $"{i}")),
            Recorded.Now(TimeProvider.System, new SettingChanged("second", $"{i}")),
        ]);
        Console.WriteLine(i);
    }
    return 0;
}
catch (JournalException e)
{
    Console.Error.WriteLine($"{e.Fault}: {e.Message}");
    return 1;
}
