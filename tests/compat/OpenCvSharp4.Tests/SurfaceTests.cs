using EmotionNotebooks.Compat.Tests;

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
        Assert.Empty(Surface.Unused(Subset.Assembly.Location, [Built.Library("EmotionNotebooks")], name => name.EndsWith("Exception", StringComparison.Ordinal), given));
    }
}
