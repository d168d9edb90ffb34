using Mainstay.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Mainstay.Web.Parts;

/// <summary>What every component knows: the frame of the request, and the words.</summary>
public abstract class Part : ComponentBase
{
    [CascadingParameter] public Frame Frame { get; set; } = null!;

    protected Phrases Phrases => Frame.Phrases;

    protected string T(string english, params ReadOnlySpan<object?> with) => Frame.Phrases.Say(english, with);

    /// <summary>The address of one icon in the sprite.</summary>
    protected string Icon(string name) => $"{Frame.Assets.Url("icons.svg")}#i-{name}";
}

/// <summary>A whole page: it is given the frame and its model, and hands the frame on through its shell.</summary>
public abstract class PageOf<TModel> : Part
{
    [Parameter] public Frame Given { get => Frame; set => Frame = value; }

    [Parameter] public TModel Model { get; set; } = default!;
}
