using EmotionNotebooks.Data;

namespace EmotionNotebooks.Augmentation;

/// <summary>Draws from Beta(α, α), the distribution of shares in mixup and cutmix.</summary>
internal static class BetaDistribution
{
    /// <summary>A share from 0 to 1, its distribution the same about one half.</summary>
    /// <param name="alpha">Above 0: below 1 mostly near the ends, at 1 uniform, above 1 mostly near one half.</param>
    /// <param name="random">Where the draws come from.</param>
    public static double Draw(double alpha, SeededRandom random)
    {
        if (alpha > 1)
        {
            var first = Gamma(alpha, random);
            return first / (first + Gamma(alpha, random));
        }

        // Jöhnk, "Erzeugung von betaverteilten und gammaverteilten Zufallszahlen", Metrika 8, 1964.
        while (true)
        {
            var first = Math.Pow(random.NextDouble(), 1 / alpha);
            var second = Math.Pow(random.NextDouble(), 1 / alpha);
            if (first + second is > 0 and <= 1)
            {
                return first / (first + second);
            }
        }
    }

    // Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26, 2000; for shapes of at least 1.
    private static double Gamma(double shape, SeededRandom random)
    {
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = random.NextGaussian();
            var v = 1 + (c * x);
            v = v * v * v;
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }
}
