using OpenCvSharp.Tests.Support;
using TorchSharp.Tests.Support;

namespace OpenCvSharp.Tests;

/// <summary>lib/compat holds as much as the library uses: a member that nobody uses does not exist.</summary>
[Trait("Needs", "SystemStack")]
public sealed class SurfaceTests
{
    [Fact]
    public void Should_be_used_by_the_library_when_public()
    {
        Subset.SkipOnThePackage();

        // What the compiler gives every record, the numbers that compat itself hands on, and the fields behind a record's parameters.
        HashSet<string> given = ["op_Equality", "op_Inequality", "Value", "X", "Y", "Val0", "Val1", "Val2", "Val3"];
        Assert.Empty(Surface.Unused(Subset.Assembly.Location, [Library()], name => name.EndsWith("Exception", StringComparison.Ordinal), given));
    }

    // Beside .../bin/<stack>/<configuration>/<framework>/ of this test.
    private static string Library()
    {
        var where = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(Repository.Root, "lib", "EmotionNotebooks", "bin", where.Parent!.Parent!.Name, where.Parent.Name, where.Name, "EmotionNotebooks.dll");
    }
}
