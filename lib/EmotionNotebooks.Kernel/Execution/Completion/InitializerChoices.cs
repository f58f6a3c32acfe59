using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>What could be set between the braces after <c>new T</c> or <c>with</c>.</summary>
internal static class InitializerChoices
{
    /// <summary>Adds it; false where the place asks for something else, too.</summary>
    public static bool Add(Code code, Choices choices)
    {
        if (!code.Before.IsKind(SyntaxKind.OpenBraceToken) && !code.Before.IsKind(SyntaxKind.CommaToken)
            || code.Before.Parent is not InitializerExpressionSyntax { Parent: ExpressionSyntax owner } initializer
            || owner is not (BaseObjectCreationExpressionSyntax or WithExpressionSyntax or AssignmentExpressionSyntax))
        {
            return false;
        }

        var type = code.TypeOf(owner is AssignmentExpressionSyntax assignment ? assignment.Left : owner);
        if (type is null)
        {
            return false;
        }

        var set = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(it => it.Left.ToString()).ToHashSet();
        choices.Add(code.Model.LookupSymbols(code.Start, type)
            .Where(it => !it.IsStatic && !set.Contains(it.Name))
            .Where(it => it is IPropertySymbol { IsIndexer: false, SetMethod: { } setter } && code.Model.IsAccessible(code.Start, setter)
                || it is IFieldSymbol { IsReadOnly: false, IsConst: false }
                || it is IPropertySymbol { IsIndexer: false, Type.IsReferenceType: true, Type.SpecialType: not SpecialType.System_String }));
        return type.AllInterfaces.All(it => it.SpecialType != SpecialType.System_Collections_IEnumerable);
    }
}
