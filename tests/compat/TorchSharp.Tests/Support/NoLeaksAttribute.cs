using System.Reflection;
using Xunit.v3;

namespace TorchSharp.Tests.Support;

/// <summary>
/// Every test ends with as many native handles as the first one started with. What a test left to the finalizers is
/// collected first; what then still lives has leaked, and the test fails.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class NoLeaksAttribute : BeforeAfterTestAttribute
{
    private static long? _baseline;

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => _baseline ??= Seam.Exists ? CountOrNull() : null;

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (_baseline is not { } baseline || CountOrNull() is not { } live || live == baseline)
        {
            return;
        }

        Memory.Collect();
        live = Seam.LiveHandles()!.Value;
        if (live != baseline)
        {
            _baseline = live;
            Assert.Fail($"{live - baseline} native handles more than before the test ({baseline}).");
        }
    }

    // Tests that need no libtorch run on machines without it; counting there must not fail them.
    private static long? CountOrNull()
    {
        try
        {
            return Seam.LiveHandles();
        }
        catch (Exception error) when (error is DllNotFoundException or TypeInitializationException)
        {
            return null;
        }
    }
}
