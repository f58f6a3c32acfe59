namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>LaTeX, shown as what it means.</summary>
public class LaTeXString
{
    internal const string MimeType = "text/latex";

    private readonly string _latexCode;

    public LaTeXString(string latexCode)
    {
        ArgumentNullException.ThrowIfNull(latexCode);
        _latexCode = latexCode;
    }

    public static implicit operator LaTeXString(string source) => new(source);

    public override string ToString() => _latexCode;
}
