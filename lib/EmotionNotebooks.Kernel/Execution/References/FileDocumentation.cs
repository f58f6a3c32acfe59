using System.Globalization;
using Microsoft.CodeAnalysis;

namespace EmotionNotebooks.Kernel.Execution.References;

/// <summary>The documentation that lies beside an assembly.</summary>
internal sealed class FileDocumentation(string assembly) : DocumentationProvider
{
    private readonly string _assembly = assembly;
    private readonly XmlMembers _members = new(Path.ChangeExtension(assembly, ".xml"));

    public override bool Equals(object? obj) => obj is FileDocumentation other && other._assembly == _assembly;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_assembly);

    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _members.Of(documentationMemberID);
}
