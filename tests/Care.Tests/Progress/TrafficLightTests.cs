namespace Mainstay.Care.Tests;

public class TrafficLightTests
{
    static readonly TrafficLight Lights = new(RealKnowledge.Library.Progress!);

    [Theory]
    [InlineData(4, 6, 4, Settling.WithinHour, 5.0, Light.Green)]
    [InlineData(4, 6, 4, null, 4.0, Light.Green)]
    [InlineData(4, 7, 4, Settling.WithinHour, 4.0, Light.Amber)]
    [InlineData(4, 8, 4, null, null, Light.Red)]
    [InlineData(3, 7, 3, null, 3.0, Light.Amber)]
    [InlineData(3, 8, 3, null, 3.0, Light.Red)]
    [InlineData(6, 8, 6, null, 6.0, Light.Red)]
    [InlineData(7, 8, 7, Settling.WithinHour, 7.0, Light.Green)]
    [InlineData(4, 5, 5, Settling.WithinDay, 4.0, Light.Amber)]
    [InlineData(4, 5, 5, Settling.Longer, 4.0, Light.Red)]
    [InlineData(4, 5, 4, Settling.WithinHour, 6.0, Light.Amber)]
    [InlineData(5, 6, 5, Settling.WithinHour, 7.0, Light.Amber)]
    [InlineData(6, 7, 6, Settling.WithinHour, 8.0, Light.Red)]
    [InlineData(7, 7, 7, Settling.WithinHour, 8.0, Light.Green)]
    [InlineData(4, 5, 4, Settling.WithinHour, null, Light.Unknown)]
    [InlineData(4, 5, 5, null, 4.0, Light.Unknown)]
    public void It_is_rated_against_the_pain_just_before(double before, double worst, double after, Settling? settled, double? morning, Light light)
        => Assert.Equal(light, Lights.Of(before, worst, after, settled, morning));

    [Fact]
    public void Pain_that_moves_down_the_leg_is_red_however_low_it_is()
        => Assert.Equal(Light.Red, Lights.Of(1, 1, 1, Settling.WithinHour, 0, legSign: true));

    [Fact]
    public void Too_much_is_amber_at_least()
    {
        Assert.Equal(Light.Amber, Lights.Of(2, 2, 2, Settling.WithinHour, 2, tooMuch: true));
        Assert.Equal(Light.Red, Lights.Of(2, 7, 2, Settling.WithinHour, 2, tooMuch: true));
    }

    [Fact]
    public void A_little_more_pain_never_makes_it_greener()
    {
        for (var before = 0; before <= 10; before++)
            for (var worst = before; worst < 10; worst++)
                Assert.True(Lights.Of(before, worst + 1, before, Settling.WithinHour, before) >= Lights.Of(before, worst, before, Settling.WithinHour, before));
    }

    [Fact]
    public void Nor_does_a_worse_morning()
    {
        for (var before = 0; before <= 10; before++)
            for (var morning = 0; morning < 10; morning++)
                Assert.True(Lights.Of(before, before, before, Settling.WithinHour, morning + 1) >= Lights.Of(before, before, before, Settling.WithinHour, morning));
    }
}
