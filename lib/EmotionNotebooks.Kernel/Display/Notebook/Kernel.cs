using System.Diagnostics.CodeAnalysis;
using EmotionNotebooks.Kernel.Display;
using EmotionNotebooks.Kernel.Display.Notebook.Unsupported;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>
/// What every cell can call by name alone, as in .NET Interactive, whose class this stands for; <see cref="input"/>, <see cref="password"/> and
/// <see cref="clear_output"/> are older or ours.
/// </summary>
[SuppressMessage("Naming", "CA1707:Identifiers should not contain underscores", Justification = "The name that IPython has.")]
[SuppressMessage("Style", "IDE1006:Naming styles", Justification = "The names that notebooks use.")]
public static class Kernel
{
    /// <summary>Shows a value.</summary>
    /// <param name="value">What.</param>
    /// <param name="mimeTypes">In which forms; none: those that are preferred for its type.</param>
    /// <returns>What is shown; it can be changed.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => NotebookDisplay.Show(value, mimeTypes);

    /// <summary>Text as HTML, to be shown or to be the cell's last value.</summary>
    public static IHtmlContent HTML(string content) => content.ToHtmlContent();

    /// <summary>Runs a script in the front end, where that allows it.</summary>
    public static void Javascript(string scriptContent) => new ScriptContent(scriptContent).Display(HtmlFormatter.MimeType);

    /// <summary>Adds style rules to the page, where the front end allows it.</summary>
    public static void CSS(string content) => $"<style>{content}</style>".DisplayAs(HtmlFormatter.MimeType);

    /// <summary>Asks for a line, and waits for it.</summary>
    /// <param name="prompt">What is asked.</param>
    /// <exception cref="InvalidOperationException">The front end takes no questions, or there is none.</exception>
    public static string input(string prompt = "") => Asked.ReadLine(prompt, password: false);

    /// <summary>Asks for a line that is not shown, and waits for it.</summary>
    /// <inheritdoc cref="input"/>
    public static PasswordString password(string prompt = "") => new(Asked.ReadLine(prompt, password: true));

    /// <summary>Asks for a line.</summary>
    /// <param name="prompt">What is asked.</param>
    /// <param name="typeHint">What is expected; <c>password</c> hides the answer, everything else is text.</param>
    /// <exception cref="InvalidOperationException">The front end takes no questions, or there is none.</exception>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") =>
        Task.FromResult(Asked.ReadLine(prompt, typeHint == "password"));

    /// <summary>Asks for a line that is not shown.</summary>
    /// <inheritdoc cref="input"/>
    public static Task<PasswordString> GetPasswordAsync(string prompt = "") => Task.FromResult(password(prompt));

    /// <summary>Removes what the cell has shown.</summary>
    /// <param name="wait">Only when the next output comes, so that nothing flickers.</param>
    public static void clear_output(bool wait = false) => FrontEnd.Current?.Clear(wait);

    /// <summary>The running kernel of .NET Interactive. It is here to say that it is not supported.</summary>
    [Obsolete(Unsupported.Commands, error: true)]
    public static dynamic Current => throw new NotSupportedException(Unsupported.Commands);

    /// <inheritdoc cref="Current"/>
    [Obsolete(Unsupported.Commands, error: true)]
    public static dynamic Root => throw new NotSupportedException(Unsupported.Commands);

    private static IFrontEnd Asked => FrontEnd.Current ?? throw new InvalidOperationException("There is nobody to ask: this code runs outside a cell.");
}
