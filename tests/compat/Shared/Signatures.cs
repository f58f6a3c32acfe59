using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EmotionNotebooks.Compat.Tests;

/// <summary>The public signatures of some of an assembly's types as lines of text: the type and its base, then what is its own (no overrides).
/// Read from metadata, so that what the assembly refers to need not be there.</summary>
internal static class Signatures
{
    public static IEnumerable<string> Of(string assembly, Func<string, bool> wanted)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var reader = file.GetMetadataReader();
        var names = new Names();
        var lines = new List<string>();
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition)
            .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public && wanted(reader.GetString(type.Name)))
            .OrderBy(type => reader.GetString(type.Name), StringComparer.Ordinal))
        {
            var parent = type.BaseType.Kind == HandleKind.TypeReference
                ? names.GetTypeFromReference(reader, (TypeReferenceHandle)type.BaseType, 0)
                : "";
            lines.Add($"{reader.GetString(type.Name)} : {parent}");
            if (parent == nameof(Enum))
            {
                lines.AddRange(Values(reader, type));
                continue;
            }

            lines.AddRange(type.GetMethods().Select(reader.GetMethodDefinition).Where(IsOwnAndVisible)
                .Select(method => $"  {Line(reader, method, names)}").Order(StringComparer.Ordinal));
        }

        return lines;
    }

    private static bool IsOwnAndVisible(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem
        && (!method.Attributes.HasFlag(MethodAttributes.Virtual) || method.Attributes.HasFlag(MethodAttributes.NewSlot));

    private static string Line(MetadataReader reader, MethodDefinition method, Names names)
    {
        var signature = method.DecodeSignature(names, null);
        Parameter[] parameters =
            [.. method.GetParameters().Select(reader.GetParameter).Where(it => it.SequenceNumber > 0).OrderBy(it => it.SequenceNumber)];
        var list = signature.ParameterTypes.Zip(parameters, (type, parameter) =>
            $"{type} {reader.GetString(parameter.Name)}{(parameter.Attributes.HasFlag(ParameterAttributes.HasDefault) ? " = " + Value(reader, parameter.GetDefaultValue()) : "")}");
        return $"{reader.GetString(method.Name)}({string.Join(", ", list)}) -> {signature.ReturnType}";
    }

    // The one field without a constant holds an enum's number.
    private static IEnumerable<string> Values(MetadataReader reader, TypeDefinition type) => type.GetFields().Select(reader.GetFieldDefinition)
        .Where(field => field.Attributes.HasFlag(FieldAttributes.Literal)).Select(field => $"  {reader.GetString(field.Name)} = {Value(reader, field.GetDefaultValue())}");

    private static string Value(MetadataReader reader, ConstantHandle handle)
    {
        var constant = reader.GetConstant(handle);
        return reader.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode)?.ToString() ?? "null";
    }

    private sealed class Names : ISignatureTypeProvider<string, object?>
    {
        public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

        public string GetByReferenceType(string elementType) => elementType + "&";

        public string GetFunctionPointerType(MethodSignature<string> signature) => "function*";

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
            $"{genericType.Split('`')[0]}<{string.Join(", ", typeArguments)}>";

        public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

        public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        public string GetPinnedType(string elementType) => elementType;

        public string GetPointerType(string elementType) => elementType + "*";

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeDefinition(handle).Name);

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeReference(handle).Name);

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
    }
}
