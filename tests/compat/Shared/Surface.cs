using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EmotionNotebooks.Compat.Tests;

/// <summary>
/// Which public members of an assembly nobody uses, read from metadata alone. Nothing here knows TorchSharp: the tests of
/// the other compat assemblies can use it as it is.
/// </summary>
/// <remarks>
/// Overloads count as one member, since C# must choose among them as it does on the package; a property counts as used
/// with either accessor. Left out, since no member reference shows their use or nobody can
/// choose to have them: constants and enum members, overrides and implementations of interfaces, delegates, finalizers,
/// constructors, Dispose, the object members, and an operator whose mate (the opposite comparison) is used.
/// </remarks>
internal static class Surface
{
    private const string Overridden = "overridden: ";

    private static readonly HashSet<string> NeverListed =
    [
        "Dispose", "DisposeAsync", "ToString", "Equals", "GetHashCode", "GetType", "Finalize", "Deconstruct", "GetEnumerator", "op_Implicit", "op_Explicit", ".ctor", ".cctor",
    ];

    /// <param name="assembly">The assembly whose surface is judged.</param>
    /// <param name="users">The assemblies that may use it.</param>
    /// <param name="ignore">Types, by full name, that answer to nobody.</param>
    /// <param name="spoken">Names used elsewhere, such as in notebooks, where metadata cannot be read.</param>
    public static IReadOnlyList<string> Unused(string assembly, IEnumerable<string> users, Func<string, bool> ignore, IReadOnlySet<string>? spoken = null)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var reader = file.GetMetadataReader();
        var name = reader.GetString(reader.GetAssemblyDefinition().Name);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var user in users)
        {
            Collect(user, name, used);
        }

        bool Says(string member) => spoken?.Contains(member) ?? false;
        var unused = new List<string>();
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            var full = Names.Of(reader, handle);
            if (!Visible(reader, type) || ignore(full) || IsDelegate(reader, type))
            {
                continue;
            }

            var isBase = IsBaseOfUsed(reader, handle, used);
            if (!used.Contains(full) && !isBase && !Says(Simple(full)))
            {
                unused.Add(full);
            }
            else if (!IsEnum(reader, type))
            {
                unused.AddRange(Members(reader, handle).Where(member => !member.Keys.Any(used.Contains) && !Says(member.Name)).Select(member => $"{full}.{member.Name}"));
            }
        }

        return [.. unused.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<(string Name, string[] Keys)> Members(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var full = Names.Of(reader, handle);
        var accessors = new HashSet<MethodDefinitionHandle>();
        foreach (var property in type.GetProperties().Select(reader.GetPropertyDefinition))
        {
            var pair = property.GetAccessors();
            MethodDefinitionHandle[] methods = [.. new[] { pair.Getter, pair.Setter }.Where(method => !method.IsNil)];
            accessors.UnionWith(methods);
            var name = reader.GetString(property.Name);
            if (methods.Any(method => IsOwnAndVisible(reader, reader.GetMethodDefinition(method))))
            {
                yield return (name, [.. methods.Select(method => $"{full}.{reader.GetString(reader.GetMethodDefinition(method).Name)}")]);
            }
        }

        foreach (var overloads in type.GetMethods().Where(method => !accessors.Contains(method)).Select(reader.GetMethodDefinition)
            .Where(method => IsOwnAndVisible(reader, method)).GroupBy(method => reader.GetString(method.Name)))
        {
            var name = overloads.Key;
            if (!NeverListed.Contains(name))
            {
                string[] also = name.StartsWith("op_", StringComparison.Ordinal) ? [$"{full}.{Mate(name)}"]
                    : overloads.Any(method => method.Attributes.HasFlag(MethodAttributes.Virtual)) ? [Overridden + name] : [];
                yield return (name, [$"{full}.{name}", .. also]);
            }
        }

        foreach (var field in type.GetFields().Select(reader.GetFieldDefinition))
        {
            if ((field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family && !field.Attributes.HasFlag(FieldAttributes.Literal))
            {
                var name = reader.GetString(field.Name);
                yield return (name, [$"{full}.{name}"]);
            }
        }
    }

    private static string Mate(string name) => name switch
    {
        "op_Equality" => "op_Inequality",
        "op_Inequality" => "op_Equality",
        "op_LessThan" => "op_GreaterThan",
        "op_GreaterThan" => "op_LessThan",
        "op_LessThanOrEqual" => "op_GreaterThanOrEqual",
        "op_GreaterThanOrEqual" => "op_LessThanOrEqual",
        _ => name,
    };

    private static bool IsOwnAndVisible(MetadataReader reader, MethodDefinition method)
    {
        var access = method.Attributes & MethodAttributes.MemberAccessMask;
        var visible = access is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;
        var isOverride = method.Attributes.HasFlag(MethodAttributes.Virtual) && !method.Attributes.HasFlag(MethodAttributes.NewSlot);
        // C# makes what implements an interface virtual, new and final; an open one (abstract, virtual) stays a member of its own.
        var implements = method.Attributes.HasFlag(MethodAttributes.Virtual | MethodAttributes.NewSlot | MethodAttributes.Final);
        return visible && !isOverride && !implements;
    }

    private static bool Visible(MetadataReader reader, TypeDefinition type)
    {
        var access = type.Attributes & TypeAttributes.VisibilityMask;
        return access == TypeAttributes.Public
            || (access is TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem
                && Visible(reader, reader.GetTypeDefinition(type.GetDeclaringType())));
    }

    private static bool IsEnum(MetadataReader reader, TypeDefinition type) => BaseName(reader, type) == "System.Enum";

    private static bool IsDelegate(MetadataReader reader, TypeDefinition type) => BaseName(reader, type) == "System.MulticastDelegate";

    private static string BaseName(MetadataReader reader, TypeDefinition type) => type.BaseType.IsNil ? "" : Names.OfAny(reader, type.BaseType);

    // A base class that nobody names is used through the classes that derive from it, and an outer class through its nested ones.
    private static bool IsBaseOfUsed(MetadataReader reader, TypeDefinitionHandle handle, HashSet<string> used)
    {
        var full = Names.Of(reader, handle);
        return reader.TypeDefinitions.Any(other =>
        {
            var type = reader.GetTypeDefinition(other);
            var derives = BaseName(reader, type).Split('<')[0] == full
                || type.GetInterfaceImplementations().Any(item => Names.OfAny(reader, reader.GetInterfaceImplementation(item).Interface).Split('<')[0] == full);
            return (derives && (used.Contains(Names.Of(reader, other)) || IsBaseOfUsed(reader, other, used)))
                || (Names.Of(reader, other).StartsWith(full + "+", StringComparison.Ordinal) && used.Contains(Names.Of(reader, other)));
        });
    }

    // Every type and member of the target that a user's metadata refers to.
    private static void Collect(string user, string target, HashSet<string> used)
    {
        using var file = new PEReader(File.OpenRead(user));
        var reader = file.GetMetadataReader();
        bool Targets(TypeReferenceHandle handle)
        {
            var scope = reader.GetTypeReference(handle).ResolutionScope;
            return scope.Kind switch
            {
                HandleKind.TypeReference => Targets((TypeReferenceHandle)scope),
                HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == target,
                _ => false,
            };
        }

        foreach (var handle in reader.TypeReferences.Where(Targets))
        {
            used.Add(Names.Of(reader, handle));
        }

        CollectOverrides(reader, used);
        foreach (var member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            var type = Names.OfAny(reader, member.Parent).Split('<')[0];
            if (!used.Contains(type))
            {
                continue;
            }

            var name = reader.GetString(member.Name);
            used.Add($"{type}.{name}");
        }
    }

    // No reference shows that a user's class overrides a method: the name is noted, for whatever base it has.
    private static void CollectOverrides(MetadataReader reader, HashSet<string> used)
    {
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition))
        {
            if (!type.BaseType.IsNil && type.BaseType.Kind != HandleKind.TypeDefinition && !used.Contains(BaseName(reader, type).Split('<')[0]))
            {
                continue;
            }

            foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
            {
                if (method.Attributes.HasFlag(MethodAttributes.Virtual) && !method.Attributes.HasFlag(MethodAttributes.NewSlot))
                {
                    used.Add(Overridden + reader.GetString(method.Name));
                }
            }
        }
    }

    private static string Simple(string full)
    {
        var last = full[(full.LastIndexOfAny(['+', '.']) + 1)..];
        return last.Split('`')[0];
    }

    /// <summary>Types as text; generic parameters by number, so that a reference reads as the definition does.</summary>
    private sealed class Names : ISignatureTypeProvider<string, object?>
    {
        public static Names Instance { get; } = new();

        public static string Of(MetadataReader reader, TypeDefinitionHandle handle)
        {
            var type = reader.GetTypeDefinition(handle);
            return type.GetDeclaringType() is { IsNil: false } outer
                ? $"{Of(reader, outer)}+{reader.GetString(type.Name)}"
                : Joined(reader.GetString(type.Namespace), reader.GetString(type.Name));
        }

        public static string Of(MetadataReader reader, TypeReferenceHandle handle)
        {
            var type = reader.GetTypeReference(handle);
            return type.ResolutionScope.Kind == HandleKind.TypeReference
                ? $"{Of(reader, (TypeReferenceHandle)type.ResolutionScope)}+{reader.GetString(type.Name)}"
                : Joined(reader.GetString(type.Namespace), reader.GetString(type.Name));
        }

        public static string OfAny(MetadataReader reader, EntityHandle handle) => handle.Kind switch
        {
            HandleKind.TypeDefinition => Of(reader, (TypeDefinitionHandle)handle),
            HandleKind.TypeReference => Of(reader, (TypeReferenceHandle)handle),
            HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(Instance, null),
            _ => "",
        };

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Of(reader, handle);

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Of(reader, handle);

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => OfAny(reader, handle);

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(", ", typeArguments)}>";

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

        public string GetByReferenceType(string elementType) => elementType + "&";

        public string GetPointerType(string elementType) => elementType + "*";

        public string GetPinnedType(string elementType) => elementType;

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

        public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

        public string GetFunctionPointerType(MethodSignature<string> signature) => "function*";

        private static string Joined(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
    }
}
