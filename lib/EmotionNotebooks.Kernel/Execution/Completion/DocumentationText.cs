using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>The documentation of a name, for people.</summary>
internal sealed partial class DocumentationText
{
    private const int Deepest = 5; // <inheritdoc/> of <inheritdoc/>

    private readonly XElement _xml;

    private DocumentationText(XElement xml) => _xml = xml;

    public string Summary => Text(_xml.Element("summary"));

    public string Returns => Text(_xml.Element("returns"));

    public string Remarks => Text(_xml.Element("remarks"));

    public IEnumerable<(string Name, string Text)> Parameters => Named("param", "name");

    public IEnumerable<(string Name, string Text)> Exceptions => Named("exception", "cref");

    /// <summary>What is written of a name; null where nothing is.</summary>
    public static DocumentationText? Of(ISymbol symbol, Compilation compilation) => Of(symbol, compilation, Deepest);

    private static DocumentationText? Of(ISymbol symbol, Compilation compilation, int depth)
    {
        var original = (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol).OriginalDefinition;
        var xml = original.GetDocumentationCommentXml();
        if (Parse(string.IsNullOrWhiteSpace(xml) ? FromComments(original) : xml) is not { } element)
        {
            return null;
        }

        if (element.Descendants("inheritdoc").FirstOrDefault() is { } inherit && element.Element("summary") is null)
        {
            var id = inherit.Attribute("cref")?.Value;
            var source = id is not null ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) : Overridden(original);
            return source is not null && depth > 0 ? Of(source, compilation, depth - 1) : null;
        }

        return new DocumentationText(element.Name == "member" || element.Element("member") is null ? element : element.Element("member")!);
    }

    // Cells are read without their documentation, which the compiler has no use for.
    private static string FromComments(ISymbol symbol)
    {
        var node = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        var declaration = node?.AncestorsAndSelf().FirstOrDefault(it => it.GetLeadingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)));
        if (declaration is null || declaration.SpanStart != node!.SpanStart && node is not Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax)
        {
            return "";
        }

        return string.Join('\n', declaration.GetLeadingTrivia()
            .Where(it => it.IsKind(SyntaxKind.SingleLineCommentTrivia))
            .Select(it => it.ToString())
            .Where(it => it.StartsWith("///", StringComparison.Ordinal))
            .Select(it => it[3..]));
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => overridden,
        IPropertySymbol { OverriddenProperty: { } overridden } => overridden,
        INamedTypeSymbol { BaseType: { SpecialType: not SpecialType.System_Object } parent } => parent,
        INamedTypeSymbol type => type.Interfaces.FirstOrDefault(),
        _ => symbol.ContainingType?.AllInterfaces
            .SelectMany(it => it.GetMembers(symbol.Name))
            .FirstOrDefault(it => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(it), symbol)),
    };

    private static XElement? Parse(string xml)
    {
        if (string.IsNullOrWhiteSpace(xml))
        {
            return null;
        }

        try
        {
            return XElement.Parse($"<doc>{xml}</doc>", LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return new XElement("doc", new XElement("summary", xml));
        }
    }

    private IEnumerable<(string Name, string Text)> Named(string element, string attribute) =>
        _xml.Elements(element).Select(it => (LastName(it.Attribute(attribute)?.Value ?? ""), Text(it))).Where(it => it.Item2.Length > 0);

    private static string Text(XElement? element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return Blanks().Replace(text.ToString(), " ").Replace(" \v ", "\n").Replace(" \v", "\n").Replace("\v ", "\n").Replace('\v', '\n').Trim();
    }

    // A vertical tab stands for a line break that is meant.
    private static void Append(XElement? element, StringBuilder text)
    {
        foreach (var node in element?.Nodes() ?? [])
        {
            switch (node)
            {
                case XText plain:
                    text.Append(plain.Value);
                    break;
                case XElement { Name.LocalName: "para" or "item" or "code" or "list" or "br" } block:
                    text.Append('\v').Append(block.Name == "item" ? "- " : "");
                    Append(block, text);
                    text.Append('\v');
                    break;
                case XElement { IsEmpty: true } reference:
                    text.Append(LastName((reference.Attribute("cref") ?? reference.Attribute("name") ?? reference.Attribute("langword") ?? reference.Attribute("href"))?.Value ?? ""));
                    break;
                case XElement other:
                    Append(other, text);
                    break;
            }
        }
    }

    // "M:System.String.Join(System.String,System.Object[])" is Join.
    private static string LastName(string id)
    {
        if (id.Length < 2 || id[1] != ':')
        {
            return id;
        }

        var name = id[2..].Split('(')[0];
        return name[(name.LastIndexOf('.') + 1)..].Split('`')[0];
    }

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Blanks();
}
