using EmotionNotebooks.Kernel.Execution;

namespace EmotionNotebooks.Kernel.Tests.Execution.Completion;

/// <summary>A notebook whose first cell has run, shared by tests that change nothing in it.</summary>
[CollectionDefinition(Name)]
public sealed class SampleNotebook : IAsyncLifetime, ICollectionFixture<SampleNotebook>
{
    public const string Name = "sample notebook";

    private const string Cell = """
        using static System.Math;
        using System.IO;
        var numbers = new List<int> { 3, 1, 2 };
        DayOfWeek day = DayOfWeek.Friday;
        DayOfWeek? maybe = null;
        int? nothing = null;
        /// <summary>Adds <paramref name="first"/> to <c>second</c>.</summary>
        /// <param name="second">The other.</param>
        int AddUp(int first, int second = 0) => first + second;
        int AddUp(string text) => text.Length;
        record Box(int Width, int Height) { public string Label { get; set; } = ""; public static Box Unit => new(1, 1); }
        static string Shout(this string text) => text.ToUpperInvariant();
        """;

    private Notebook? _notebook;

    internal Notebook Notebook => _notebook!;

    internal CSharpInterpreter Interpreter => _notebook!.Interpreter;

    public async ValueTask InitializeAsync()
    {
        _notebook = new Notebook();
        await _notebook.ValueAsync(Cell);
    }

    /// <summary>Completes at the bar in a text.</summary>
    internal CompletionList Complete(string code)
    {
        var place = code.IndexOf('|', StringComparison.Ordinal);
        return Interpreter.Complete(code.Remove(place, 1), place);
    }

    /// <summary>The texts of what completes at the bar.</summary>
    internal IReadOnlyList<string> Texts(string code) => [.. Complete(code).Items.Select(it => it.Text)];

    public ValueTask DisposeAsync()
    {
        _notebook?.Dispose();
        return ValueTask.CompletedTask;
    }
}
