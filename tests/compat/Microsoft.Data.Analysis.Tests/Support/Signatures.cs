using System.Reflection;

namespace Microsoft.Data.Analysis.Tests.Support;

/// <summary>The public members of a type as lines of text: its own, no overrides; for enums their values.</summary>
internal static class Signatures
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Type type)
    {
        if (type.IsEnum)
            return Enum.GetValues(type).Cast<object>().Select(value => $"{value} = {Convert.ToInt32(value)}");
        var methods = type.GetMethods(Own).Where(method => method.GetBaseDefinition() == method).Select(method => Line(method, method.ReturnType));
        return methods.Concat(type.GetConstructors(Own).Select(constructor => Line(constructor, typeof(void))));
    }

    private static string Line(MethodBase method, Type result) => $"{method.Name}({string.Join(", ", method.GetParameters().Select(Parameter))}) -> {Name(result)}";

    private static string Parameter(ParameterInfo parameter) => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter)}" : "")}";

    private static string Default(ParameterInfo parameter) => parameter.RawDefaultValue switch
    {
        null => "null",
        Enum value => Convert.ToInt32(value).ToString(),
        var value => $"{(parameter.ParameterType.IsEnum ? Convert.ToInt32(value) : value)}",
    };

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!) + "&";
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter)
            return (type.DeclaringMethod is null ? "!" : "!!") + type.GenericParameterPosition;
        return type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }
}
