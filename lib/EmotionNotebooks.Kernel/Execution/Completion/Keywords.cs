using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>The words of the language, by where they may stand.</summary>
internal static class Keywords
{
    private static readonly string[] Types =
    [
        "bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object", "sbyte", "short", "string",
        "uint", "ulong", "ushort",
    ];

    private static readonly string[] Modifiers =
    [
        "abstract", "async", "const", "extern", "internal", "override", "partial", "private", "protected", "public", "readonly", "required", "sealed",
        "static", "unsafe", "virtual", "volatile",
    ];

    private static readonly string[] Declarations = ["class", "delegate", "enum", "event", "interface", "record", "struct", "void"];

    private static readonly string[] Expressions =
    [
        "async", "await", "checked", "default", "delegate", "false", "from", "nameof", "new", "null", "sizeof", "stackalloc", "static", "throw",
        "true", "typeof", "unchecked",
    ];

    private static readonly string[] Statements =
    [
        "break", "case", "catch", "const", "continue", "default", "do", "else", "finally", "fixed", "for", "foreach", "goto", "if", "lock", "return",
        "switch", "try", "using", "var", "while", "yield",
    ];

    private static readonly string[] Operators = ["and", "as", "in", "is", "not", "or", "switch", "when", "with"];

    private static readonly string[] Query =
        ["ascending", "by", "descending", "equals", "group", "into", "join", "let", "on", "orderby", "select", "where"];

    public static bool IsModifier(string word) => Modifiers.Contains(word);

    public static IEnumerable<string> At(Place place, Code code) => place switch
    {
        Place.Statement => [.. Statements, .. Expressions, .. Types, .. Declarations, .. IsInside<TypeDeclarationSyntax>(code) ? ["base", "this"] : Modifiers],
        Place.Expression =>
        [
            .. Expressions, .. Types,
            .. IsInside<ArgumentListSyntax>(code) ? ["in", "out", "ref"] : Array.Empty<string>(),
            .. IsInside<TypeDeclarationSyntax>(code) ? ["base", "this"] : Array.Empty<string>(),
        ],
        Place.Type => [.. Types, .. IsInside<ParameterListSyntax>(code) ? ["in", "out", "params", "ref", "this"] : Array.Empty<string>()],
        Place.Member => [.. Modifiers, .. Declarations, .. Types],
        Place.Operator => [.. Operators, .. IsInside<QueryExpressionSyntax>(code) ? Query : []],
        _ => [],
    };

    private static bool IsInside<T>(Code code) => code.Before.Parent?.AncestorsAndSelf().OfType<T>().Any() ?? false;
}
