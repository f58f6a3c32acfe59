namespace EmotionNotebooks.Kernel.Execution.References;

/// <summary>An assembly that cells compile against.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Path">Its file.</param>
/// <param name="Version">The id of this very build of it.</param>
internal sealed record ReferencedAssembly(string Name, string Path, Guid Version);
