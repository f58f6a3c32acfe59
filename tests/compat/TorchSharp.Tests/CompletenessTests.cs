using TorchSharp.Tests.Support;
using TorchSharp.Tests.Tables;

namespace TorchSharp.Tests;

/// <summary>Fixtures and dispatch tables match one to one.</summary>
[Trait("Needs", "Nothing")]
public class CompletenessTests
{
    [Fact]
    public void Should_MatchTheTable_When_OperatorsAreRead() => Same(OpTable.Entries.Keys, Values("ops.json", "key"));

    [Fact]
    public void Should_MatchTheTable_When_ModulesAreRead() => Same(ModuleTable.Entries.Keys, Values("modules.json", "module"));

    [Fact]
    public void Should_MatchTheTable_When_OptimizersAreRead() => Same(OptimizerTable.Entries.Keys, Values("optimizers.json", "optimizer"));

    private static IEnumerable<string> Values(string file, string by) =>
        Fixtures.Of(file, by).Values.Select(json => json.GetProperty(by).GetString()!).Distinct();

    private static void Same(IEnumerable<string> table, IEnumerable<string> fixture)
    {
        string[] entries = [.. table], cases = [.. fixture];
        Assert.True(entries.Order().SequenceEqual(cases.Order()),
            $"entries without cases: [{string.Join("; ", entries.Except(cases))}]; cases without an entry (remove them from generate.py): [{string.Join("; ", cases.Except(entries))}]");
    }
}
