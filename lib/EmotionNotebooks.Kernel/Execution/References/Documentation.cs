using Microsoft.CodeAnalysis;

namespace EmotionNotebooks.Kernel.Execution.References;

/// <summary>XML documentation of the assemblies that cells compile against.</summary>
internal sealed class Documentation
{
    /// <summary>The documentation of .NET itself.</summary>
    public FrameworkDocumentation Framework { get; } = new();

    /// <summary>The documentation of an assembly: the .xml beside it, or that of the reference packs for .NET itself.</summary>
    public DocumentationProvider For(string path) =>
        ReferenceSet.IsFramework(Path.GetFileNameWithoutExtension(path)) ? Framework : new FileDocumentation(path);
}
