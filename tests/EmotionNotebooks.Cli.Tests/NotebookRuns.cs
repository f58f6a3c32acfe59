namespace EmotionNotebooks.Cli.Tests;

/// <summary>Tests that run notebooks, one after the other: two trainings at once take more than twice as long.</summary>
[CollectionDefinition(Name)]
public sealed class NotebookRuns
{
    public const string Name = "notebook runs";
}
