using System.Collections.Immutable;
using EmotionNotebooks.Kernel.Display;
using EmotionNotebooks.Kernel.Execution.Scripts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>Says what is known of a name, or of the call round a place.</summary>
/// <param name="scope">What has run; may be asked on any thread.</param>
/// <param name="variables">The values of what has run.</param>
/// <param name="directives">Says what directives are for.</param>
internal sealed class Inspector(Func<ScriptScope> scope, VariablePreview variables, DirectiveChoices directives)
{
    private const int FewOverloads = 5;

    public MimeBundle? Inspect(string text, int position, bool detailed)
    {
        position = Math.Clamp(position, 0, text.Length);
        var end = position;
        while (end < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[end]))
        {
            end++;
        }

        var line = text[(text.AsSpan(0, position).LastIndexOf('\n') + 1)..].Split('\n')[0].Trim();
        if (line.StartsWith('#') && directives.HelpOf(line.Split(' ', '"')[0]) is { } help)
        {
            return MimeBundle.Plain(help);
        }

        var code = new Code(scope(), CSharpText.Of(text), end);
        var symbols = code.InText ? [] : OfWord(code);
        if (symbols.IsEmpty && Calls.Around(code) is { } list)
        {
            symbols = OfCall(code, list);
        }

        return symbols.IsEmpty ? null : Page(code, symbols, detailed);
    }

    private static ImmutableArray<ISymbol> OfWord(Code code)
    {
        if (code.Prefix.Length == 0 || code.Word.Parent is not { } node)
        {
            return [];
        }

        if (node is not ExpressionSyntax expression)
        {
            return code.Word.IsKind(SyntaxKind.IdentifierToken) && code.Model.GetDeclaredSymbol(node) is { } declared ? [declared] : [];
        }

        var info = code.Model.GetSymbolInfo(expression);
        ISymbol[] chosen = info.Symbol is { } symbol ? [symbol] : [.. info.CandidateSymbols];
        return [.. chosen.Concat(code.Model.GetMemberGroup(expression)).DistinctBy(it => Symbols.Signature(it, qualified: true))];
    }

    private static ImmutableArray<ISymbol> OfCall(Code code, ArgumentListSyntax list)
    {
        ISymbol[] chosen = code.Model.GetSymbolInfo(list.Parent!).Symbol is { } symbol ? [symbol] : [];
        return [.. chosen.Concat(Calls.Overloads(code, list)).DistinctBy(it => Symbols.Signature(it, qualified: true))];
    }

    private MimeBundle Page(Code code, ImmutableArray<ISymbol> symbols, bool detailed)
    {
        var page = new InspectionPage();
        var shown = detailed ? symbols : [.. symbols.Take(FewOverloads)];
        page.AddCode(string.Join('\n', shown.Select(it => Symbols.Signature(it, qualified: true))));
        if (symbols.Length > shown.Length)
        {
            page.AddText($"and {symbols.Length - shown.Length} more overloads");
        }

        if (variables.Of(symbols[0]) is { } value)
        {
            page.AddCode(value);
        }

        if (symbols.Select(it => DocumentationText.Of(it, code.Model.Compilation)).FirstOrDefault(it => it is not null) is { } documentation)
        {
            page.AddText(documentation.Summary);
            page.AddList("Parameters", documentation.Parameters);
            if (detailed)
            {
                page.AddList("Returns", documentation.Returns.Length > 0 ? [("", documentation.Returns)] : []);
                page.AddList("Exceptions", documentation.Exceptions);
                page.AddText(documentation.Remarks);
            }
        }

        return page.ToBundle();
    }
}
