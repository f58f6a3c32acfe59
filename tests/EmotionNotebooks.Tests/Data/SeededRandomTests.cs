using FsCheck;
using FsCheck.Fluent;

namespace EmotionNotebooks.Tests.Data;

public sealed class SeededRandomTests
{
    [Fact]
    public void Should_give_the_published_numbers()
    {
        // SplitMix64 from 0 gives e220a8397b1dcdaf, 6e789e6aa1b965f4, 06c45d188009454f, f88bb8a8724c81ec (Vigna's C code); xoshiro256**
        // from that state starts with rotl(s1·5, 7)·9.
        var random = new SeededRandom(0);

        Assert.Equal(new ulong[] { 0x99EC5F36CB75F2B4, 0xBF6E1F784956452A, 0x1A5F849D4933E6E0, 0x6AA594F1262D2D2C },
            Enumerable.Range(0, 4).Select(_ => random.NextBits()).ToArray());
    }

    [Fact]
    public void Should_stay_within_range_and_reach_all_of_it()
    {
        var random = new SeededRandom(1);
        var seen = new int[7];
        for (var i = 0; i < 70_000; i++)
            seen[random.NextInt(7)]++;
        Assert.All(seen, count => Assert.InRange(count, 9_500, 10_500)); // 5 standard deviations
        for (var i = 0; i < 1000; i++)
        {
            Assert.InRange(random.NextDouble(), 0, 1 - 1e-16);
            Assert.InRange(random.NextDouble(-3, 5), -3, 5);
        }

        Assert.Equal(0, random.NextInt(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt(0));
    }

    [Fact]
    public void Should_draw_a_standard_normal()
    {
        const int n = 200_000;
        var random = new SeededRandom(2);
        var draws = Enumerable.Range(0, n).Select(_ => random.NextGaussian()).ToArray();

        Assert.Equal(0, draws.Average(), 0.012);
        Assert.Equal(1, draws.Average(x => x * x), 0.016);
        Assert.Equal(0, draws.Average(x => x * x * x), 0.045);
        Assert.Equal(3, draws.Average(x => x * x * x * x), 0.11);
        Assert.Equal(0.9500, draws.Count(x => Math.Abs(x) < 1.959964) / (double)n, 0.0025);
        Assert.Equal(0.6827, draws.Count(x => Math.Abs(x) < 1) / (double)n, 0.0055);
    }

    [Fact]
    public void Should_shuffle_into_a_permutation_with_every_order_equally_likely()
    {
        var random = new SeededRandom(3);
        var orders = new Dictionary<string, int>();
        for (var i = 0; i < 24_000; i++)
        {
            var items = "abcd".ToCharArray();
            random.Shuffle(items.AsSpan());
            orders[new string(items)] = orders.GetValueOrDefault(new string(items)) + 1;
        }

        Assert.Equal(24, orders.Count);
        Assert.All(orders.Values, count => Assert.InRange(count, 840, 1160)); // 5 standard deviations
    }

    [Fact]
    public void Should_fork_by_seed_and_purpose_and_not_by_what_was_drawn()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), ForksAgree).QuickCheckThrowOnFailure();

        static void ForksAgree(ulong seed)
        {
            var fresh = new SeededRandom(seed);
            var used = new SeededRandom(seed);
            used.NextGaussian();
            Assert.Equal(fresh.Fork("order", 3).Seed, used.Fork("order", 3).Seed);
            Assert.Equal(fresh.Fork("order").Seed, used.Fork("order", 0).Seed);
            var others = new[] { fresh.Fork("order", 3), fresh.Fork("order", 4), fresh.Fork("augmentation", 3), new(seed + 1), fresh };
            Assert.Equal(others.Length, others.Select(it => it.Seed).Distinct().Count());
        }
    }

    [Fact]
    public void Should_refuse_a_purpose_without_a_name() => Assert.Throws<ArgumentException>(() => new SeededRandom(1).Fork(" "));
}
