using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>What may stay unbalanced: r = D λ.</summary>
/// <remarks>D has a small δ on every row. Besides, the lumbar levels (T12/L1 among them) give way to each other: a posture says their net
/// angle, while each level may turn a little further and its neighbours less, which takes moments off one and puts them on another.
/// r = g (λ − mean λ) over the levels, separately in flexion, side and turn: it sums to nothing, so the net moment is the muscles' still.
/// Without it a rhythm that is off by a degree is fought by muscles against each other, and compression comes out twice too high.</remarks>
static class Slack
{
    const int Ways = 3;

    public static void AddTo(BodyModel model, Workspace work, double reserve)
    {
        var (h, stride, place) = (work.Hessian, model.Lines.Places, model.Lines.PlaceOfRow);
        var tuning = model.Anatomy.Tuning;
        for (var j = 0; j < model.BalancedRows; j++) h[place[j] * stride + place[j]] += j < 6 ? reserve * tuning.RootReserve / tuning.Reserve : reserve;
        var levels = model.LevelBody;
        for (var way = 0; way < Ways; way++)
            for (var k = 0; k < levels.Length; k++)
                for (var l = k; l < levels.Length; l++)
                    h[place[model.RowStart[levels[k]] + way] * stride + place[model.RowStart[levels[l]] + way]] += tuning.Give * ((k == l ? 1 : 0) - 1.0 / levels.Length);
    }

    /// <summary>into −= D v.</summary>
    public static void Subtract(BodyModel model, double reserve, ReadOnlySpan<double> v, Span<double> into)
    {
        var tuning = model.Anatomy.Tuning;
        var root = reserve * tuning.RootReserve / tuning.Reserve;
        for (var j = 0; j < model.BalancedRows; j++) into[j] -= (j < 6 ? root : reserve) * v[j];
        var levels = model.LevelBody;
        for (var way = 0; way < Ways; way++)
        {
            var mean = 0.0;
            foreach (var b in levels) mean += v[model.RowStart[b] + way];
            mean /= levels.Length;
            foreach (var b in levels) into[model.RowStart[b] + way] -= tuning.Give * (v[model.RowStart[b] + way] - mean);
        }
    }
}
