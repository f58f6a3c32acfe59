using System.Collections;
using System.Collections.Concurrent;
using System.Dynamic;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using EmotionNotebooks.Kernel.Display;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>What is known of a type: of which kind its values are, and their members.</summary>
internal sealed class Shape
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    private readonly Lazy<Member[]> _members;

    private Shape(Type type)
    {
        Type = type;
        Kind = KindOf(type);
        Element = ElementOf(type);
        _members = new(() => Member.Of(type));
    }

    public Type Type { get; }

    public Kind Kind { get; }

    /// <summary>The type of a sequence's items; object where it is not known.</summary>
    public Type Element { get; }

    public Member[] Members => _members.Value;

    /// <summary>Whether somebody wrote how its values read; what the compiler writes for records does not count, since it knows no limit.</summary>
    public bool HasOwnText => Type.GetMethod(nameof(ToString), Type.EmptyTypes) is { DeclaringType: { } declaring } method
        && declaring != typeof(object) && declaring != typeof(ValueType) && !TypeName.IsAnonymous(declaring)
        && !method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    public static Shape Of(Type type) => Known.GetOrAdd(type, static type => new Shape(type));

    public static bool IsScalar(Type type) => KindOf(type) == Kind.Scalar;

    private static Kind KindOf(Type type) => type switch
    {
        _ when type.IsPrimitive || type.IsEnum || type.IsPointer || type == typeof(object) => Kind.Scalar,
        _ when type == typeof(string) || type == typeof(decimal) || type == typeof(DateTime) || type == typeof(DateTimeOffset)
            || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(TimeSpan) || type == typeof(Guid) || type == typeof(Half)
            || type == typeof(Int128) || type == typeof(UInt128) || type == typeof(BigInteger) || type == typeof(Complex)
            || type == typeof(System.Text.Rune) || type == typeof(Index) || type == typeof(Range) || type == typeof(DBNull)
            || type == typeof(ReadOnlyMemory<char>) || type == typeof(Memory<char>) || type == typeof(LaTeXString) => Kind.Scalar,
        _ when Nullable.GetUnderlyingType(type) is { } underlying => KindOf(underlying),
        _ when Is<IHtmlContent>(type) => Kind.Html,
        _ when Is<Uri>(type) || Is<Version>(type) || Is<Exception>(type) || Is<MemberInfo>(type) || Is<Assembly>(type) || Is<Module>(type)
            || Is<Delegate>(type) || Is<JsonNode>(type) || Is<JsonDocument>(type) || type == typeof(JsonElement) || Is<Stream>(type)
            || Is<System.Text.StringBuilder>(type) || Is<System.Globalization.CultureInfo>(type) => Kind.Scalar,
        _ when type == typeof(byte[]) || type == typeof(Memory<byte>) || type == typeof(ReadOnlyMemory<byte>) => Kind.Bytes,
        _ when type.IsArray && type.GetArrayRank() == 2 => Kind.Grid,
        _ when Is<IDictionary>(type) || Is<ExpandoObject>(type) || Pair(ElementOf(type)) is not null => Kind.Dictionary,
        _ when Is<IEnumerable>(type) || IsMemory(type) => Kind.Sequence,
        _ when Is<ITuple>(type) => Kind.Tuple,
        _ => Kind.Members,
    };

    /// <summary>Key and value of a pair's type; null where it is none.</summary>
    public static (PropertyInfo Key, PropertyInfo Value)? Pair(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            ? (type.GetProperty("Key")!, type.GetProperty("Value")!)
            : null;

    public static bool IsMemory(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(Memory<>) || open == typeof(ReadOnlyMemory<>));

    private static Type ElementOf(Type type)
    {
        if (type.IsArray)
            return type.GetElementType()!;
        if (IsMemory(type))
            return type.GetGenericArguments()[0];
        var face = IsSequence(type) ? type : Array.Find(type.GetInterfaces(), IsSequence);
        return face?.GetGenericArguments()[0] ?? typeof(object);
    }

    private static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);

    private static bool Is<T>(Type type) => typeof(T).IsAssignableFrom(type);
}
