using System.Text.RegularExpressions;

namespace Mainstay.Web.Tests.Texts;

/// <summary>Follows every link from the first page on, a few pages of each kind.</summary>
public static partial class EveryPage
{
    const int MostPages = 400;

    /// <summary>Addresses that no link leads to.</summary>
    public static readonly string[] Unlinked =
        ["/diary", "/diary/new", "/diary/2026-03-10", "/diary/2026-03-09", "/diary/import", "/?said=noted", "/?said=corrected", "/?said=imported", "/?said=left", "/?said=gone", "/spots", "/spots/new", "/tests", "/tests/side-bridge", "/tests/repeated-movement", "/goals",
         "/body", "/body?posture=hang&tight-hamstrings=3", "/body?posture=bend&tight-hips=3&weak-back=30", "/body?posture=moon&tight-back=x", "/body?posture=stand&kg=900&weak-belly=-1",
         "/body?posture=hang&tight-hamstrings=12&a=posture%3Dstand%26kg%3D10%26tight-hamstrings%3D0",
         "/insights", "/insights?all=1", "/insights/compare", "/insights/compare?a=heat&b=walk", "/review", "/stress", "/stress/sheet", "/return", "/?said=trial", "/", "/check", "/check/1", "/check/2", "/check/3", "/check/4", "/check/5", "/check/6", "/check/places", "/check/places?change=true", "/check/change/body_map", "/check/change/nprs", "/check/change/work_kind",
         "/check/change/equipment", "/check/change/own_goals", "/check/change/age", "/spasm?nothing=true", "/spasm?done=true", "/spasm?done=true&doubt=true", "/spasm/more?yes=between-legs",
         "/result", "/result/letter?for=referral", "/result/letter?for=no-progress&own=1&with=mind&with=plan&with=seen&with=where", "/plan", "/plan?day=3", "/plan/handout", "/session", "/session/own", "/session?move=cat-cow&move=body-scan&move=no-such-move", "/new/again", "/pair", "/pair?code=12345678",
         "/learn/search?q=slepe", "/learn/search?q=xqzzy", "/learn/quiz?longest-sit=1", "/moves?kind=stretch&minutes=3", "/moves?find=xqzzy", "/me/delete", "/no-such-page", "/new", "/new?nothing=true", "/new/more?yes=between-legs", "/me/health", "/me/import", "/me/import?added=12&there=1", "/?said=same",
         "/?said=saved", "/?said=checked-in&undo=019b123456787abc8def0123456789ab", "/?said=new", "/?said=looked", "/?said=undone", "/?said=anew", "/?said=seen", "/?said=moved", "/?said=changed", "/?said=out", "/?said=off", "/?said=deleted"];

    /// <param name="open">Gives the page of an address, or null where there is none to read.</param>
    /// <param name="mostOfAKind">Pages whose addresses differ in their last part, or in what is asked of them, alone.</param>
    /// <param name="mostAsked">Pages that are one address with this or that asked of it.</param>
    public static async Task<IReadOnlyList<string>> Walk(Func<string, Task<string?>> open, int mostOfAKind = 4, int mostAsked = MostPages)
    {
        var (seen, kinds, read) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal), new List<string>());
        int Add(string kind) => kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        var waiting = new Queue<string>(Unlinked);
        while (waiting.TryDequeue(out var path) && read.Count < MostPages)
        {
            if (!seen.Add(path) || path.StartsWith("/a/", StringComparison.Ordinal) || path == "/me/export") continue;
            var kind = Kind().Replace(path, "$1*");
            if ((Add(kind) > mostOfAKind || Add($"{path.Split('?')[0]}?") > mostAsked) && !Unlinked.Contains(path)) continue;
            if (await open(path) is not { } html) continue;
            read.Add(path);
            foreach (var link in PageText.Links(html)) waiting.Enqueue(link);
        }
        return read;
    }

    [GeneratedRegex("((?:/[a-z-]+){1,2}/|[?&][a-z]+=)[^/?&]+")]
    private static partial Regex Kind();
}
