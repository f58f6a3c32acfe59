namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Writes a value.</summary>
/// <param name="value">The value.</param>
/// <param name="context">Where to.</param>
/// <returns>False where this formatter does not know the value after all, and has written nothing.</returns>
public delegate bool FormatDelegate<in T>(T value, FormatContext context);
