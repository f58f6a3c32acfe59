using System.Reflection;
using System.Text.RegularExpressions;

namespace TorchSharp.Tests.Support;

/// <summary>The public signatures of an assembly as lines of text: types with their base, then members with names, types and defaults of parameters.</summary>
internal static partial class Signatures
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().Where(type => Kept().IsMatch(type.FullName!)).OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => Members(type).Order(StringComparer.Ordinal).Distinct().Prepend($"{Definition(type)} : {(type.BaseType is { } parent ? Definition(parent) : "")}"));

    /// <summary>A type as the lines name it.</summary>
    public static string Named(Type type) => Definition(type);

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"  {field.Name} = {field.GetRawConstantValue()}");
        }

        // Programs derive from Module, and from no other abstract class here.
        var constructed = !type.IsAbstract || type.FullName!.StartsWith("TorchSharp.torch+nn+Module", StringComparison.Ordinal);
        var constructors = type.GetConstructors(Declared & ~BindingFlags.Static).Where(item => constructed && IsVisible(item)).Select(item => $"  .ctor({Parameters(item)})");
        var methods = type.GetMethods(Declared).Where(item => IsVisible(item) && item.GetBaseDefinition() == item)
            .Select(item => $"  {(item.IsStatic ? "static " : "")}{item.Name}({Parameters(item)}) -> {Name(item.ReturnType)}");
        var fields = type.GetFields(Declared).Where(item => item.IsPublic || item.IsFamily).Select(item => $"  {item.Name} -> {Name(item.FieldType)}");
        return constructors.Concat(methods).Concat(fields);
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")}"));

    // Names alone, without namespaces: readable, and unambiguous among these types.
    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!) + "&";
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        var outer = type is { IsNested: true, IsGenericParameter: false } ? Definition(type.DeclaringType!) + "+" : "";
        return type.IsGenericType
            ? $"{outer}{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : outer + type.Name;
    }

    // Two generic types of the same arity are the same base, whatever their parameters are called.
    private static string Definition(Type type) => (type.IsNested ? Definition(type.DeclaringType!) + "+" : "") + type.Name;

    [GeneratedRegex("""
        ^TorchSharp\.(
            torch(\+(Tensor|Device|Generator|ScalarType|RoundingMode|GridSampleMode|GridSamplePaddingMode|cuda|random))?
          | torch\+nn(\+(functional|init(\+.*)?|utils|Module|Module`[23]|IModule`[23]|HookableModule`2.*|Reduction))?
          | torch\+optim(\+(Optimizer(\+.*)?|IMomentum|IBetas|ILearningRateController|lr_scheduler(\+(LRScheduler|impl(\+(StepLR|ExponentialLR|CosineAnnealingLR|LinearLR|SequentialLR|OneCycleLR)(\+.*)?)?))?))?
          | Modules\.(Adam|AdamW|SGD|Optimizer\w+|ParamGroup|Convolution|Conv2d|NormBase|BatchNorm(1d|2d)?|Linear|ReLU|SiLU|Sigmoid|\w*Pool2d|Dropout|Flatten|Identity|Sequential|Parameter|ParameterLessModule`2|CrossEntropyLoss)(`1)?(\+.*)?
          | (DisposeScope|DisposeScopeManager|WeightedLoss`3|Loss`3|Scalar|ScalarExtensionMethods|TensorExtensionMethods|ModuleExtensionMethods|DeviceType|PaddingModes|Padding|Utils\.(TensorAccessor`1|ComponentNameAttribute))
        )$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Kept();
}
