using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>What each level is asked to balance, and how much of it the others do in its place (see <see cref="Slack"/>).</summary>
static class LevelMoments
{
    const int Ways = 3;

    public static void Tell(BodyModel model, Workspace work)
    {
        var (levels, tuning) = (model.LevelBody, model.Anatomy.Tuning);
        for (var way = 0; way < Ways; way++)
        {
            var mean = 0.0;
            foreach (var b in levels) mean += work.Multiplier[model.RowStart[b] + way];
            mean /= levels.Length;
            for (var k = 0; k < levels.Length; k++)
            {
                var row = model.RowStart[levels[k]] + way;
                var moment = work.External[row];
                for (var c = 0; c < work.Contacts; c++) moment += work.ContactColumn[c * work.Stride + row] * work.Activation[model.MuscleCount + c];
                work.LevelMoment[Ways * k + way] = moment;
                work.LevelGive[Ways * k + way] = tuning.Give * (work.Multiplier[row] - mean);
            }
        }
    }
}
