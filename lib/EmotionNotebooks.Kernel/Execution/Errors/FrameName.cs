using System.Reflection;
using System.Text.RegularExpressions;
using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Execution.Errors;

/// <summary>Names methods as their author wrote them, not as the compiler stored them.</summary>
internal static partial class FrameName
{
    public static string Of(MethodBase method)
    {
        var type = method.DeclaringType;
        var name = method.Name;
        if (name == "MoveNext" && type is not null && Written(type.Name) is { } iterator)
        {
            // The state machine of an async method or an iterator stands for it.
            name = iterator;
            type = type.DeclaringType;
        }
        else if (Written(name) is { } written)
        {
            name = written;
        }

        while (type is not null && type.Name.StartsWith('<'))
        {
            type = type.DeclaringType; // closures
        }

        if (name is "<Initialize>" or "<Factory>" or "Initialize")
        {
            return "the cell";
        }

        var parameters = string.Join(", ", Parameters(method).Select(it => TypeName.Short(it.ParameterType)));
        var owner = type is null || type.Name.StartsWith("Submission#", StringComparison.Ordinal) ? "" : TypeName.Short(type) + ".";
        return name == ".ctor" ? $"new {owner.TrimEnd('.')}({parameters})" : $"{owner}{name}({parameters})";
    }

    private static ParameterInfo[] Parameters(MethodBase method) => method.Name == "MoveNext" ? [] : method.GetParameters();

    // "<<Initialize>>d__0", "<Train>d__3", "<Train>b__2_0", "<Train>g__Step|2_0"
    private static string? Written(string name)
    {
        if (LocalFunction().Match(name) is { Success: true } local)
        {
            return local.Groups[1].Value;
        }

        if (Generated().Match(name) is not { Success: true } generated)
        {
            return null;
        }

        var inner = generated.Groups[1].Value;
        return inner.StartsWith('<') ? Written(inner) ?? inner.Trim('<', '>') : inner;
    }

    [GeneratedRegex(@"^<.*>g__([^|]+)\|")]
    private static partial Regex LocalFunction();

    [GeneratedRegex("^<(.+)>[a-z]__")]
    private static partial Regex Generated();
}
