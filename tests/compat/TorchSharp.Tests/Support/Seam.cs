using System.Reflection;

namespace TorchSharp.Tests.Support;

/// <summary>
/// What only the system stack's engine has, found the way the library finds it: by reflection. On the real package it
/// is absent, and the tests that need it say so and are skipped.
/// </summary>
internal static class Seam
{
    public const string Absent = "the loaded TorchSharp is the package, not lib/compat: it has no TorchSharp.Acceleration";

    public static Assembly Engine { get; } = typeof(torch).Assembly;

    public static Type? Acceleration { get; } = Engine.GetType("TorchSharp.Acceleration");

    public static bool Exists => Acceleration is not null;

    public static T Call<T>(string method, params object[] arguments) => (T)Invoke(method, arguments)!;

    public static void Call(string method, params object[] arguments) => Invoke(method, arguments);

    /// <summary>Native tensor handles alive; null on the package, which does not count them across threads.</summary>
    public static long? LiveHandles() => LiveHandlesOf?.Invoke();

    private static readonly Func<long>? LiveHandlesOf =
        Acceleration?.GetMethod("LiveHandles", Type.EmptyTypes)?.CreateDelegate<Func<long>>();

    private static object? Invoke(string method, object[] arguments)
    {
        var types = arguments.Select(argument => argument is torch.nn.Module ? typeof(torch.nn.Module) : argument.GetType()).ToArray();
        var found = Acceleration?.GetMethod(method, types)
            ?? throw new MissingMethodException($"TorchSharp.Acceleration.{method}({string.Join(", ", types.Select(type => type.Name))})");
        return found.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }
}
