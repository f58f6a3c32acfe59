using System.Diagnostics;
using System.Reflection;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A public property or field.</summary>
internal sealed class Member
{
    private readonly Func<object, object?> _get;

    private Member(string name, Type type, Func<object, object?> get)
    {
        Name = name;
        Type = type;
        _get = get;
    }

    public string Name { get; }

    public Type Type { get; }

    public static Member[] Of(Type type)
    {
        const BindingFlags Flags = BindingFlags.Public | BindingFlags.Instance;
        var members = new List<Member>();
        foreach (var member in type.GetMembers(Flags))
        {
            if (member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State == DebuggerBrowsableState.Never)
                continue;
            if (member is FieldInfo field && IsBoxable(field.FieldType))
                members.Add(new Member(field.Name, field.FieldType, field.GetValue));
            else if (member is PropertyInfo { GetMethod.IsPublic: true } property && property.GetIndexParameters().Length == 0 && IsBoxable(property.PropertyType))
                members.Add(new Member(property.Name, property.PropertyType, property.GetValue));
        }

        // A property that hides another one's name stands once: the nearest.
        return [.. members.DistinctBy(member => member.Name)];
    }

    /// <summary>Its value; where reading it throws, what is thrown.</summary>
    public object? Get(object instance)
    {
        try
        {
            return _get(instance);
        }
        catch (Exception exception)
        {
            return new Thrown(exception is TargetInvocationException { InnerException: { } inner } ? inner : exception);
        }
    }

    private static bool IsBoxable(Type type) => !type.IsByRef && !type.IsByRefLike && !type.IsPointer && !type.IsFunctionPointer;
}
