namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary>A package that a notebook asks for.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version, or a range as NuGet writes one; null for the newest.</param>
internal sealed record PackageReference(string Id, string? Version)
{
    /// <summary>Reads <c>Id, Version</c>, <c>Id</c>, <c>Id,*-*</c>.</summary>
    /// <exception cref="DirectiveException">It is something else.</exception>
    public static PackageReference Parse(string text)
    {
        var parts = text.Split(',', 2, StringSplitOptions.TrimEntries);
        if (parts[0].Length == 0 || !parts[0].All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            throw new DirectiveException($"'nuget:{text}' names no package; expected #r \"nuget: Id, Version\", such as #r \"nuget: MathNet.Numerics, 5.0.0\"");
        }

        return new(parts[0], parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null);
    }
}
