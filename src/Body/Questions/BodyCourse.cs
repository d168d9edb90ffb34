using System.Collections.Immutable;

namespace Mainstay.Body.Questions;

/// <summary>What a movement does to the low back on its way.</summary>
/// <param name="Frames">In order; <paramref name="Usual"/> the same with usual muscles.</param>
public sealed record BodyCourse(ImmutableArray<CourseFrame> Frames, ImmutableArray<CourseFrame> Usual)
{
    /// <summary>Frame and level, from L5/S1 up, of the highest load over that of standing.</summary>
    public static (int Frame, int Level) Peak(ImmutableArray<CourseFrame> frames)
    {
        var (at, level) = (0, 0);
        for (var frame = 0; frame < frames.Length; frame++)
            for (var k = 0; k < frames[frame].OfStanding.Length; k++)
                if (frames[frame].OfStanding[k] > frames[at].OfStanding[level]) (at, level) = (frame, k);
        return (at, level);
    }
}

/// <param name="OfStanding">Compression of each level, from L5/S1 up, over that of the same person standing at ease with usual muscles.</param>
/// <param name="Groups">Of each muscle group, in the model's order: with how much of its strength its hardest pulling line pulls.</param>
public sealed record CourseFrame(ImmutableArray<double> OfStanding, ImmutableArray<double> Groups);
