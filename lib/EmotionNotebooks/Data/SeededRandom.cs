using System.Numerics;
using System.Text;

namespace EmotionNotebooks.Data;

/// <summary>
/// Random numbers that depend on their seed alone: the same on every platform, .NET version and thread count. Everything random in a run
/// derives from one seed through <see cref="Fork(string)"/>. Not for secrets; not safe for use by several threads at once.
/// </summary>
/// <remarks>
/// The generator is xoshiro256** seeded by SplitMix64 (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47,
/// 2021; https://prng.di.unimi.it). <see cref="Random"/> with a seed promises neither its algorithm nor its numbers.
/// </remarks>
public sealed class SeededRandom
{
    private ulong _a, _b, _c, _d;
    private double _spareGaussian = double.NaN;

    /// <summary>Starts a stream.</summary>
    /// <param name="seed">Any number; streams of different seeds have nothing to do with each other.</param>
    public SeededRandom(ulong seed)
    {
        Seed = seed;
        _a = SplitMix64(ref seed);
        _b = SplitMix64(ref seed);
        _c = SplitMix64(ref seed);
        _d = SplitMix64(ref seed);
    }

    /// <summary>The seed the stream was started with.</summary>
    public ulong Seed { get; }

    /// <summary>A stream for one purpose. It depends on this stream's seed and the purpose only, not on what was drawn before,
    /// so that adding a draw somewhere changes nothing elsewhere.</summary>
    /// <param name="purpose">What the numbers are for, such as "order" or "augmentation".</param>
    /// <exception cref="ArgumentException"><paramref name="purpose"/> is blank.</exception>
    public SeededRandom Fork(string purpose) => Fork(purpose, 0);

    /// <summary>A stream for one item of a purpose, such as one epoch or one face.</summary>
    /// <param name="purpose">What the numbers are for.</param>
    /// <param name="index">Which item.</param>
    /// <exception cref="ArgumentException"><paramref name="purpose"/> is blank.</exception>
    public SeededRandom Fork(string purpose, long index)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        // FNV-1a over the name; SplitMix64's mixing then spreads seed, name and index over all bits.
        var name = 0xCBF29CE484222325;
        foreach (var octet in Encoding.UTF8.GetBytes(purpose))
            name = (name ^ octet) * 0x100000001B3;
        var state = Seed;
        state = SplitMix64(ref state) ^ name;
        state = SplitMix64(ref state) ^ (ulong)index;
        return new(SplitMix64(ref state));
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A number in [0, 1), uniform, with 53 random bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number in [<paramref name="low"/>, <paramref name="high"/>), uniform.</summary>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    public double NextDouble(double low, double high) => low + (high - low) * NextDouble();

    /// <summary>A whole number in [0, <paramref name="n"/>), uniform without bias.</summary>
    /// <param name="n">How many numbers there are, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is below 1.</exception>
    public int NextInt(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        // Lemire, "Fast random integer generation in an interval", ACM TOMACS 29, 2019.
        var high = Math.BigMul(NextBits(), (ulong)n, out var low);
        if (low < (ulong)n)
        {
            var threshold = (0UL - (ulong)n) % (ulong)n;
            while (low < threshold)
                high = Math.BigMul(NextBits(), (ulong)n, out low);
        }

        return (int)high;
    }

    /// <summary>A number from the standard normal distribution (mean 0, standard deviation 1).</summary>
    public double NextGaussian()
    {
        if (!double.IsNaN(_spareGaussian))
        {
            var spare = _spareGaussian;
            _spareGaussian = double.NaN;
            return spare;
        }

        // Marsaglia's polar method: square root and logarithm only, and the logarithm is our own,
        // since Math.Log may differ in its last bit between C libraries.
        double x, y, r;
        do
        {
            x = 2 * NextDouble() - 1;
            y = 2 * NextDouble() - 1;
            r = x * x + y * y;
        }
        while (r is >= 1 or 0);
        var scale = Math.Sqrt(-2 * Log(r) / r);
        _spareGaussian = y * scale;
        return x * scale;
    }

    /// <summary>Puts the items in a random order, each order equally likely (Fisher and Yates).</summary>
    /// <param name="items">What to shuffle, in place.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong SplitMix64(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    // ln x = e·ln 2 + 2·artanh((m−1)/(m+1)) for x = m·2^e with m in [√½, √2): additions, multiplications and one division,
    // which IEEE 754 rounds the same everywhere. x is a positive normal number here.
    private static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;
        var sum = 0.0;
        for (var k = 21; k >= 1; k -= 2)
            sum = sum * square + 1.0 / k;
        return exponent * 0.6931471805599453 + 2 * s * sum;
    }
}
