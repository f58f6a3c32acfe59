using System.Runtime.InteropServices;
using EmotionNotebooks.Kernel.Display;
using EmotionNotebooks.Kernel.Execution.Cells;
using Microsoft.CodeAnalysis.CSharp;

namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary><c>#!about</c>.</summary>
internal sealed class AboutDirective(InterpreterOptions options) : IDirective
{
    public string Name => "#!about";

    public string Help => "#!about: versions of the kernel, the compiler and .NET";

    public void Run(DirectiveCall call, CellRun cell) => call.FrontEnd.Display(MimeBundle.Plain(string.Join('\n',
        $"C# kernel of EmotionNotebooks {typeof(AboutDirective).Assembly.GetName().Version!.ToString(3)} ({options.Stack} stack)",
        $"C# {LanguageVersionFacts.ToDisplayString(LanguageVersion.Latest.MapSpecifiedToEffectiveVersion())}, Roslyn {typeof(CSharpCompilation).Assembly.GetName().Version!.ToString(3)}",
        $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription} ({RuntimeInformation.ProcessArchitecture})",
        $"folder {options.WorkingFolder}")));
}
