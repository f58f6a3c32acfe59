namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Stands for a value that is not there yet.</summary>
internal sealed class NotYet
{
    public static readonly NotYet Instance = new();

    public override string ToString() => "(not yet)";
}
