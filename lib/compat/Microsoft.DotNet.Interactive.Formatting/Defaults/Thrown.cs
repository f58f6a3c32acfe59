namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Stands for a value that could not be read.</summary>
internal sealed class Thrown(Exception exception)
{
    public override string ToString() => $"! {exception.GetType().Name}: {exception.Message}";
}
