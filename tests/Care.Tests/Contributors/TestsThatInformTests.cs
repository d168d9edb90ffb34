using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

public class TestsThatInformTests
{
    [Fact]
    public void What_a_self_test_is_said_to_inform_weighs_its_result()
    {
        var questionnaire = RealCare.Model.Questionnaire;
        var read = RealKnowledge.Library.Contributors.ToDictionary(one => one.Id, one => one.Evidence
            .SelectMany(evidence => Expression.Compile(evidence.When, questionnaire).Inputs).Select(input => questionnaire[input].Id).ToHashSet());
        var empty = RealKnowledge.Library.Tests.SelectMany(test => test.Informs.Where(id => !read[id].Overlaps(test.Inputs)).Select(id => $"{test.Id} informs {id}"));
        Assert.Empty(empty);
        Assert.NotEmpty(RealKnowledge.Library.Tests.SelectMany(test => test.Informs));
    }
}
