using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Text;
using Mainstay.Figure.Drawing;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Anatomy;
using Mainstay.Knowledge.Motions;
using Mainstay.Moves;

namespace Mainstay.Cli;

/// <summary>mainstay moves sheet FILE.html [MOTION…]: every key pose, of variants too, from several sides on one page, to look at. FILE.svg MOTION: its chief pose alone.</summary>
static class MovesSheetCommand
{
    public static Command Create()
    {
        var knowledge = KnowledgeOption.Create();
        var file = new Argument<string>("file") { Description = "The page to write, such as sheet.html; or, of one motion, a picture such as cat-cow.svg" };
        var names = new Argument<string[]>("motion") { Description = "Ids of motions (default: all)", Arity = ArgumentArity.ZeroOrMore };
        var views = new Option<string[]>("--view") { Description = "From where: side, front, back, three-quarter …, or degrees such as \"38 16\" (default: the motion's best view, side and front)", AllowMultipleArgumentsPerToken = true };
        var command = new Command("sheet", "Draw every key pose of every motion on one page") { file, names, views, knowledge };
        command.SetAction(parsed => BodyCommand.Guard(() =>
        {
            var files = KnowledgeFolder.Read(KnowledgeOption.Folder(parsed.GetValue(knowledge)));
            var motions = LibraryLoader.Load(files).Motions;
            var wanted = parsed.GetValue(names) ?? [];
            if (wanted.FirstOrDefault(name => motions.All(motion => motion.Id != name)) is { } unknown) throw new StopException(Exit.Usage, $"there is no motion '{unknown}'");
            var skin = Reference.Skin(AnatomyLoader.Load(files));
            var sheets = motions.Where(motion => wanted.Length == 0 || wanted.Contains(motion.Id)).ToArray();
            var path = parsed.GetValue(file)!;
            if (path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            {
                if (sheets.Length != 1) throw new StopException(Exit.Usage, $"a picture is of one motion: {path} needs its id");
                File.WriteAllText(path, MotionDrawings.Of(sheets[0], skin, [MotionDrawings.Chief(sheets[0])], parsed.GetValue(views) is [var view, ..] ? view : null, new DrawingOptions { Colours = Palette.Ink })[0]);
                Console.WriteLine($"{sheets[0].Title} drawn in {path}");
                return Exit.Ok;
            }
            var drawn = new string[sheets.Length];
            var done = 0;
            using (var progress = new ProgressLine("drawing"))
                Parallel.For(0, sheets.Length, at =>
                {
                    drawn[at] = Row(sheets[at], skin, parsed.GetValue(views) ?? []);
                    lock (drawn) progress.Tell((double)++done / sheets.Length);
                });
            File.WriteAllText(path, $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Every move</title><style>{Style}</style><h1>Every move</h1>{string.Concat(drawn)}");
            Console.WriteLine($"{sheets.Length} motions drawn on {path}");
            return Exit.Ok;
        }));
        return command;
    }

    const string Style = "body{font:14px sans-serif;background:#f7f2e7;color:#14233b;margin:1rem}section{break-inside:avoid}h2{font-size:1rem;margin:.8rem 0 .2rem}div{display:flex;flex-wrap:wrap;align-items:end;gap:8px}figure{margin:0}";

    static readonly string[] Usual = ["side", "front"];

    static string Row(Motion motion, Figure.Skins.Skin skin, string[] views)
    {
        var options = new DrawingOptions { Colours = Palette.Ink };
        var from = views.Length > 0 ? views : [motion.Views[0], .. Usual.Except([motion.Views[0]])];
        var page = new StringBuilder();
        foreach (var variant in motion.Variants.Prepend(null))
        {
            var (id, title) = variant is null ? (motion.Id, motion.Title) : ($"{motion.Id}-{variant.Id}", $"{motion.Title}: {variant.Title}");
            page.Append(CultureInfo.InvariantCulture, $"<section id=\"{id}\"><h2>{WebUtility.HtmlEncode(title)} ({id})</h2>");
            foreach (var view in from)
            {
                page.Append("<div>");
                foreach (var (pose, svg) in new MotionPoses(motion, variant).Poses.Zip(MotionDrawings.All(motion, skin, view, options, variant)))
                    page.Append(CultureInfo.InvariantCulture, $"<figure>{Sized(svg)}<figcaption>{pose.Id}, {view}</figcaption></figure>");
                page.Append("</div>");
            }
            page.Append("</section>");
        }
        return page.ToString();
    }

    /// <summary>All at one scale, so that people are as large as one another: 110 pixels a metre.</summary>
    static string Sized(string svg)
    {
        const double Scale = 110.0 / 400;
        var box = svg.IndexOf("viewBox=\"0 0 ", StringComparison.Ordinal) + 13;
        var width = double.Parse(svg.AsSpan(box, svg.IndexOf(' ', box) - box), CultureInfo.InvariantCulture);
        return svg.Insert(5, string.Create(CultureInfo.InvariantCulture, $"width=\"{width * Scale:0}\" "));
    }
}
