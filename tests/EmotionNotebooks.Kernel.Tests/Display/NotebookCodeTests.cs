using EmotionNotebooks.Kernel.Display;
using EmotionNotebooks.Kernel.Tests.Execution;
using Microsoft.DotNet.Interactive.Formatting;

namespace EmotionNotebooks.Kernel.Tests.Display;

/// <summary>The helpers as cells see them.</summary>
[Trait("Needs", "Nothing")]
[Collection(ProcessWide.Name)]
public sealed class NotebookCodeTests : IDisposable
{
    // One for all tests: a compiler takes seconds to start.
    private static readonly Notebook Shared = new();

    private readonly IDisposable _display = NotebookDisplay.Start();

    public void Dispose()
    {
        _display.Dispose();
        Formatter.ResetToDefault();
    }

    [Fact]
    public async Task Should_be_named_in_one_clear_error_when_it_is_not_supported()
    {
        await Shared.ValueAsync("using Microsoft.DotNet.Interactive;\nusing Microsoft.DotNet.Interactive.Commands;\nusing Microsoft.DotNet.Interactive.Events;\nusing Microsoft.DotNet.Interactive.Formatting;");

        foreach (var code in new[] { "await Kernel.Root.SendAsync(1);", "typeof(SubmitCode)", "typeof(KernelEvent)" })
            Assert.Contains("does not send commands", (await Shared.ErrorAsync(code)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_still_ask_when_the_tags_of_PocketView_are_imported()
    {
        await Shared.ValueAsync("using Microsoft.DotNet.Interactive.Formatting;\nusing static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;");

        Assert.Equal("text/html", await Shared.ValueAsync("Formatter.GetPreferredMimeTypesFor(typeof(int)).Single()"));
        var result = await Shared.RunAsync("div[style: \"color:red\"](h1(\"Title\"), p(\"a & b\"))");

        Assert.Null(result.Error);
        Assert.Equal("<div style=\"color:red\"><h1>Title</h1><p>a &amp; b</p></div>", result.Value!.Data["text/html"]);
        Assert.Equal("Title\na & b", result.Value.Data["text/plain"]);
        await Shared.ValueAsync("input(\"Name?\")");
    }

    [Fact]
    public async Task Should_use_what_cells_register_when_types_of_cells_are_shown()
    {
        await Shared.ValueAsync("using Microsoft.DotNet.Interactive.Formatting;\nrecord Pet(string Name, int Age);\nclass Box { public Pet Pet { get; set; } }");

        Assert.Equal("Pet\n  Name: Rex\n  Age: 3", await Shared.ValueAsync("new Pet(\"Rex\", 3)"));
        Assert.Equal("Box\n  Pet: Pet { Name: Rex, Age: 3 }", await Shared.ValueAsync("new Box { Pet = new(\"Rex\", 3) }"));
        await Shared.ValueAsync("Formatter.Register<Pet>((pet, writer) => writer.Write($\"<b>{pet.Name}</b>\"), \"text/html\");");
        Assert.Contains("<b>Rex</b>", (await Shared.RunAsync("new Box { Pet = new(\"Rex\", 3) }")).Value!.Data["text/html"], StringComparison.Ordinal);
    }
}
