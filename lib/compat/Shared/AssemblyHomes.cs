using System.Reflection;

namespace EmotionNotebooks.Compat;

/// <summary>Where an assembly looks for what is not in it: a kernel's program lies elsewhere than the assemblies that a notebook refers to.</summary>
internal static class AssemblyHomes
{
    /// <summary>The assembly's own folder, where it has one, and the program's.</summary>
    public static string[] Of(Assembly assembly)
    {
        var home = Path.GetDirectoryName(assembly.Location) is { Length: > 0 } beside ? beside : AppContext.BaseDirectory;
        return [home, AppContext.BaseDirectory];
    }
}
