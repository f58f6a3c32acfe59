namespace EmotionNotebooks.Kernel.Tests.Display;

/// <summary>Tests that change what the whole process has one of: the console, the formatters. One at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWide
{
    public const string Name = "process-wide";
}
