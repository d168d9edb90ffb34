using System.Collections.Concurrent;
using Mainstay.Web.Design;
using Mainstay.Web.Parts;
using Microsoft.AspNetCore.Components;

namespace Mainstay.Web.Tests;

public sealed class DesignTests
{
    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 404)]
    public async Task The_page_of_parts_is_there_in_development_only(bool development, int status)
    {
        await using var app = new TestApp(development: development);
        Assert.Equal(status, (await app.Open("/design")).Status);
    }

    /// <summary>A page has one shell, so the other one is not there.</summary>
    static readonly Type[] Shells = [typeof(FocusShell)];

    [Fact]
    public async Task Every_part_stands_on_the_page_of_parts()
    {
        var made = new Made();
        await using var app = new TestApp(development: true, components: made);
        await app.Open("/design");
        var parts = typeof(Part).Assembly.GetTypes().Where(type => type.Namespace == typeof(Part).Namespace && !type.IsAbstract && type.IsAssignableTo(typeof(IComponent))).ToArray();
        Assert.True(parts.Length > 100, $"only {parts.Length} parts");
        Assert.Empty(parts.Except(made.Types.Keys).Except(Shells).Select(part => part.Name));
    }

    [Fact]
    public void A_part_that_stands_on_a_page_twice_keeps_its_ids_and_landmarks_apart() => Assert.Equal(
        "<div role=\"group\"><section role=\"group\" id=\"x-a\" aria-labelledby=\"x-b x-c\"><a href=\"#x-a\">A</a><section role=\"status\"><div loop></div></section></section></div><i id=\"x-1-a\"></i>",
        DesignHtml.Apart("<nav><section id=\"a\" aria-labelledby=\"b c\"><a href=\"#a\">A</a><section role=\"status\"><mainstay-figure loop></mainstay-figure></section></section></nav><!--next--><i id=\"a\"></i>", "x"));

    sealed class Made : IComponentActivator
    {
        public ConcurrentDictionary<Type, bool> Types { get; } = new();

        public IComponent CreateInstance(Type componentType)
        {
            Types.TryAdd(componentType, true);
            return (IComponent)Activator.CreateInstance(componentType)!;
        }
    }
}
