using System.Globalization;
using Mainstay.Care;
using Mainstay.Care.Tests;
using Mainstay.Knowledge;

// Made-up people as JSON Lines on standard output, for `mainstay assess --batch`: person n has seed n.
// people COUNT [--complete]   --complete: every question that applies is answered, and nothing is unsure.
if (args.Length is 0 or > 2 || !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || args is [_, not "--complete"])
{
    Console.Error.WriteLine("usage: people COUNT [--complete]");
    return 2;
}
if (KnowledgeFolder.Find(AppContext.BaseDirectory) is not { } folder || LibraryLoader.Check(KnowledgeFolder.Read(folder)).Library is not { } library)
{
    Console.Error.WriteLine("The knowledge folder is not there, or has errors: mainstay content check");
    return 1;
}
var people = new People(new Questionnaire(library));
await using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
for (var seed = 0; seed < count; seed++)
{
    output.Write(System.Text.Encoding.UTF8.GetBytes(AnswersJson.Write(people.Make((ulong)seed, complete: args.Length == 2))));
    output.WriteByte((byte)'\n');
}
return 0;
