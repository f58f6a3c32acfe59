using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EmotionNotebooks.Kernel.Tests.Execution;

/// <summary>Small libraries, made on the spot.</summary>
internal static class Library
{
    /// <summary>Compiles a library; its name is its file's.</summary>
    public static string Build(string path, string code, params string[] references)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(it => Path.GetFileName(it) is "System.Private.CoreLib.dll" or "System.Runtime.dll" or "System.Console.dll");
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText(code)],
            framework.Concat(references).Select(it => MetadataReference.CreateFromFile(it)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true));
        File.Delete(path);
        using var file = File.Create(path);
        var result = compilation.Emit(file);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return path;
    }

    /// <summary>Packs a library as NuGet would.</summary>
    public static void Pack(string folder, string id, string version, string assembly)
    {
        Directory.CreateDirectory(folder);
        using var package = ZipFile.Open(Path.Combine(folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using (var writer = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open()))
        {
            writer.Write($"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
                  <id>{id}</id><version>{version}</version><authors>tests</authors><description>A test's.</description>
                </metadata></package>
                """);
        }

        package.CreateEntryFromFile(assembly, $"lib/net10.0/{Path.GetFileName(assembly)}");
    }
}
