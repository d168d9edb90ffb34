using System.Globalization;
using Mainstay.Web.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["year", var journal, var data]:
        Console.WriteLine($"{Year.Write(journal, data, TimeProvider.System)} entries in {data}");
        return 0;
    case ["dense", var journal, var data]:
        Console.WriteLine($"{Dense.Write(journal, data, TimeProvider.System)} entries in {data}");
        return 0;
    case ["diary", var app, var data]:
        await Diaries.Run(app, data);
        return 0;
    case ["measure", var app, var data]:
        await Measuring.Run(app, data);
        return 0;
    case ["paint", var app, var data]:
        await Painting.Run(app, data);
        return 0;
    case ["body", var app, var data]:
        await BodyAnswers.Run(app, data);
        return 0;
    case ["background", var app, var data]:
        await Background.Run(app, data);
        return 0;
    default:
        await Console.Error.WriteLineAsync("year JOURNAL.jsonl DATA.db: a data file with a year of a made-up person\ndense JOURNAL.jsonl DATA.db: the same with 10,000 entries of the daily use\ndiary FOLDER DATA.db: how long the pages that read the whole diary take\nmeasure FOLDER DATA.db: the published app in FOLDER, served from DATA.db\npaint FOLDER DATA.db: when its pages are painted in a slowed Chromium\nbody FOLDER DATA.db: how long the body's answers take\nbackground FOLDER DATA.db: a session whose page stands still for ten minutes, sixteen minutes of real time");
        return 2;
}
