using Mainstay.Body.Kernels;

namespace Mainstay.Body.Tests;

public class ExponentialTests
{
    [Fact]
    public void It_is_e_to_the_x()
    {
        for (var x = -300.0; x < 300; x += 0.37) Assert.Equal(1, Exponential.Of(x) / Math.Exp(x), 4e-16 * Math.Max(1, Math.Abs(x)));
        Assert.Equal(1, Exponential.Of(0.0));
    }
}
