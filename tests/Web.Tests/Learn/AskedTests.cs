using Mainstay.Web.Learn;

namespace Mainstay.Web.Tests.Learn;

/// <summary>What people type, and what they mean by it.</summary>
public sealed class AskedTests(LearnSearchTests.Shelf shelf) : IClassFixture<LearnSearchTests.Shelf>
{
    const int First = 3;

    /// <summary>The words typed, and the leaf that must be among the first three; where two say the same, either.</summary>
    public static TheoryData<string, string[]> Asked => new()
    {
        // plain words
        { "sleep", ["/learn/lessons/sleep-and-pain"] },
        { "stress", ["/learn/lessons/stress-and-pain", "/why/stress"] },
        { "massage", ["/learn/treatments/massage"] },
        { "tens", ["/learn/treatments/tens"] },
        { "TENS machine", ["/learn/treatments/tens"] },
        { "sauna", ["/learn/treatments/sauna"] },
        { "walking", ["/learn/lessons/walking-works"] },
        { "knot", ["/learn/lessons/tender-spots", "/learn/words#trigger-point", "/learn/words#tender-spot", "/learn/myths#knots-must-be-crushed", "/learn/claims/trigger-points-are-a-clear-cause"] },
        { "spasm", ["/learn/words#spasm"] },
        { "sciatica", ["/learn/words#sciatica"] },
        { "pinched nerve", ["/learn/words#pinched-nerve"] },
        { "slipped disc", ["/learn/questions#is-it-my-disc", "/learn/words#herniated-disc"] },
        { "psoas", ["/learn/words#psoas", "/learn/cards#the-psoas"] },
        { "mattress", ["/learn/questions#which-mattress"] },
        { "scan", ["/learn/lessons/scans-and-words", "/learn/questions#do-i-need-a-scan"] },
        { "running", ["/learn/questions#can-i-run"] },
        { "bird dog", ["/moves/bird-dog"] },
        { "hip", ["/learn/words#hip-flexors", "/moves/hip-hinge"] },
        { "calf stretch", ["/moves/calf-at-wall"] },
        { "standing desk", ["/learn/quiz#standing-desk"] },
        { "steffens", ["/learn/sources#steffens-2015"] },
        // whole questions
        { "do i need a scan", ["/learn/questions#do-i-need-a-scan"] },
        { "how long should I stretch", ["/learn/questions#how-long-to-stretch"] },
        { "can i go running with my bad back", ["/learn/questions#can-i-run"] },
        { "when should i go to the doctor", ["/learn/questions#when-should-i-see-someone"] },
        { "is it all in my head?", ["/learn/questions#is-it-in-my-head"] },
        { "what should I do when nothing helps", ["/learn/questions#what-if-nothing-helps"] },
        { "why is my back stiff in the morning", ["/learn/questions#why-worse-in-the-morning"] },
        { "which is the best chair for my back", ["/learn/quiz#best-chair"] },
        { "how to lift heavy things", ["/learn/lessons/lifting-and-turning", "/moves/lifting-lesson"] },
        // typing errors
        { "stres", ["/learn/lessons/stress-and-pain", "/why/stress"] },
        { "leg pian", ["/why/nerve-root", "/learn/words#sciatica"] },
        { "massgae for leg pian", ["/learn/treatments/massage"] },
        { "massgae", ["/learn/treatments/massage"] },
        { "accupuncture", ["/learn/treatments/acupuncture"] },
        { "acupunture", ["/learn/treatments/acupuncture"] },
        { "chiropracter", ["/learn/treatments/chiropractic"] },
        { "phisiotherapy", ["/learn/treatments/physiotherapy"] },
        { "siatica", ["/learn/words#sciatica"] },
        { "hamstirng", ["/learn/words#hamstrings", "/why/tight-hamstrings"] },
        { "matress", ["/learn/questions#which-mattress"] },
        { "slepp", ["/learn/lessons/sleep-and-pain"] },
        { "postur", ["/learn/lessons/next-posture", "/why/posture"] },
        { "fibromialgia", ["/learn/words#fibromyalgia"] },
        { "arthritus", ["/learn/words#arthritis"] },
        { "diks", ["/learn/words#disc", "/learn/questions#is-it-my-disc", "/learn/words#herniated-disc", "/learn/words#disc-changes"] },
        { "nek", ["/learn/cards#neck-and-shoulder-muscles", "/moves/chin-glide"] },
        { "strech", ["/learn/lessons/stretching-honestly"] },
        { "excercise", ["/learn/lessons/exercise-honestly"] },
        { "antidepresants", ["/learn/treatments/antidepressants"] },
        // joined and split words
        { "heatpad", ["/moves/heat-pack"] },
        { "heat pad", ["/moves/heat-pack"] },
        { "painkiller", ["/learn/treatments/pain-medicines"] },
        { "pain killers", ["/learn/treatments/pain-medicines"] },
        { "flareup", ["/learn/lessons/flare-ups", "/learn/words#flare-up"] },
        { "work place", ["/moves/workstation-check"] },
        { "situps", ["/learn/questions#are-sit-ups-bad"] },
        { "midback", ["/learn/words#thoracic-spine", "/learn/cards#the-mid-back"] },
        // everyday words
        { "lumbago", ["/learn/words#muscular-back-pain"] },
        { "hexenschuss", ["/learn/words#muscular-back-pain"] },
        { "bulging disc", ["/learn/words#herniated-disc"] },
        { "trapped nerve", ["/learn/words#pinched-nerve"] },
        { "cramp at night", ["/learn/words#spasm", "/learn/claims/dehydration-causes-spasms"] },
        { "back seized up", ["/learn/questions#why-does-a-back-seize-up"] },
        { "threw my back out", ["/learn/questions#why-does-a-back-seize-up", "/learn/words#spasm"] },
        { "ibuprofen", ["/learn/treatments/pain-medicines"] },
        { "physio", ["/learn/treatments/physiotherapy"] },
        { "MRI", ["/learn/lessons/scans-and-words", "/learn/questions#do-i-need-a-scan"] },
        { "wear and tear", ["/learn/words#disc-changes", "/learn/myths#degenerative-disc-disease"] },
        { "hot water bottle", ["/moves/heat-pack", "/learn/lessons/warm-or-cold"] },
        { "ice pack", ["/moves/cold-pack"] },
        { "my toes are numb", ["/why/nerve-root", "/learn/words#pinched-nerve", "/learn/words#sciatica"] },
        { "buttock pain", ["/learn/cards#hips-and-buttocks", "/why/sacroiliac", "/moves/ball-at-wall-buttock", "/learn/words#glutes"] },
        { "anxiety", ["/why/stress", "/learn/lessons/stress-and-pain"] },
        { "insomnia", ["/learn/lessons/sleep-and-pain", "/moves/sleep-plan"] },
        { "foam roller", ["/learn/treatments/massage-tools", "/moves/roller-side-chest"] },
        { "inversion table", ["/learn/treatments/traction"] },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public void What_is_meant_is_among_the_first_three(string typed, string[] meant)
    {
        var first = shelf.Search.Find(typed).Hits.Take(First).Select(hit => hit.Leaf.Path).ToArray();
        Assert.True(first.Intersect(meant).Any(), $"'{typed}' finds {string.Join(", ", first)}.");
    }
}
