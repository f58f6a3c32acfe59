using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>What a call could mean.</summary>
internal static class Calls
{
    /// <summary>The parentheses round a place that belong to a call; null where there are none.</summary>
    public static ArgumentListSyntax? Around(Code code)
    {
        return code.Before.Parent?.AncestorsAndSelf().OfType<ArgumentListSyntax>().FirstOrDefault(it =>
            it.OpenParenToken.Span.End <= code.Position && (it.CloseParenToken.IsMissing || code.Position <= it.CloseParenToken.SpanStart));
    }

    /// <summary>The overloads that could be meant.</summary>
    public static ImmutableArray<IMethodSymbol> Overloads(Code code, ArgumentListSyntax list)
    {
        switch (list.Parent)
        {
            case InvocationExpressionSyntax call:
                var methods = code.Model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>().ToImmutableArray();
                return methods.IsEmpty && code.TypeOf(call.Expression) is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke] : methods;
            case BaseObjectCreationExpressionSyntax creation when code.TypeOf(creation) is INamedTypeSymbol type:
                return type.TypeKind == TypeKind.Delegate ? [] : [.. type.InstanceConstructors.Where(it => code.Model.IsAccessible(code.Start, it))];
            default:
                return [];
        }
    }

    /// <summary>The parameters that the argument at a place could be for.</summary>
    public static IEnumerable<IParameterSymbol> Expected(Code code, ArgumentListSyntax list)
    {
        var index = list.Arguments.GetSeparators().Count(it => it.SpanStart < code.Start && !it.IsMissing);
        var name = code.Before.Parent is NameColonSyntax colon ? colon.Name.Identifier.ValueText : null;
        foreach (var method in Overloads(code, list))
        {
            var parameter = name is not null ? method.Parameters.FirstOrDefault(it => it.Name == name)
                : index < method.Parameters.Length ? method.Parameters[index]
                : null;
            if (parameter is not null)
            {
                yield return parameter;
            }
        }
    }

    /// <summary>Adds the names of parameters that have no argument yet.</summary>
    public static void AddNames(Code code, Choices choices)
    {
        if (!code.Before.IsKind(SyntaxKind.OpenParenToken) && !code.Before.IsKind(SyntaxKind.CommaToken) || code.Before.Parent is not ArgumentListSyntax list)
        {
            return;
        }

        var given = list.Arguments.Select(it => it.NameColon?.Name.Identifier.ValueText).ToHashSet();
        var positional = list.Arguments.TakeWhile(it => it.NameColon is null && it.Span.End < code.Start && !it.Span.IsEmpty).Count();
        foreach (var parameter in Overloads(code, list).SelectMany(it => it.Parameters.Skip(positional)).Where(it => !given.Contains(it.Name)))
        {
            choices.Add(parameter.Name + ":", "param", Rank.Expected, Symbols.Signature(parameter));
        }
    }
}
