using System.Runtime.CompilerServices;

namespace EmotionNotebooks.Kernel.Display;

/// <summary>Types as C# writes them. lib/compat's formatters, which the kernel does without on the other stack, write them with this file too.</summary>
internal static class TypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    /// <summary>With namespaces.</summary>
    public static string Of(Type type) => Write(type, full: true);

    /// <summary>Without namespaces, and with C#'s keywords.</summary>
    public static string Short(Type type) => Write(type, full: false);

    public static bool IsAnonymous(Type type) =>
        type.IsGenericType && type.Name.Contains("AnonymousType", StringComparison.Ordinal) && type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static string Write(Type type, bool full)
    {
        if (IsAnonymous(type))
            return "(anonymous)";
        if (type.IsByRef)
            return "ref " + Write(type.GetElementType()!, full);
        if (type.IsArray)
            return $"{Write(type.GetElementType()!, full)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsPointer)
            return Write(type.GetElementType()!, full) + "*";
        if (!full && Nullable.GetUnderlyingType(type) is { } underlying)
            return Write(underlying, full) + "?";
        if (!full && Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsGenericParameter)
            return type.Name;

        // The arguments of a nested type hold those of the types around it.
        var arguments = type.GetGenericArguments();
        var names = new Stack<string>();
        for (var at = type; at is not null; at = at.DeclaringType)
        {
            var outer = at.DeclaringType?.GetGenericArguments().Length ?? 0;
            var own = arguments.Take(at.GetGenericArguments().Length).Skip(outer).ToArray();
            var name = Submission(at.Name) ? "" : at.Name.Split('`')[0];
            if (name.Length > 0)
                names.Push(own.Length == 0 ? name : $"{name}<{string.Join(full ? "," : ", ", own.Select(argument => Write(argument, full)))}>");
            if (!full)
                break;
        }

        var path = string.Join('.', names);
        return full && type.Namespace is { Length: > 0 } space ? $"{space}.{path}" : path;
    }

    // Roslyn's name of the class around a cell.
    private static bool Submission(string name) => name.StartsWith("Submission#", StringComparison.Ordinal);
}
