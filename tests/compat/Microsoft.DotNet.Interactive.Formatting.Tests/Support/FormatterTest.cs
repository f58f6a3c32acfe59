namespace Microsoft.DotNet.Interactive.Formatting.Tests.Support;

/// <summary>The formatters are the process's: each test starts and leaves with none registered, one test at a time.</summary>
[Collection("formatters")]
public abstract class FormatterTest : IDisposable
{
    protected const string Html = "text/html";

    protected FormatterTest() => Formatter.ResetToDefault();

    public void Dispose()
    {
        Formatter.ResetToDefault();
        GC.SuppressFinalize(this);
    }
}
