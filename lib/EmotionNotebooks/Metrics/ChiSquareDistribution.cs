namespace EmotionNotebooks.Metrics;

/// <summary>The chi-square distribution.</summary>
public static class ChiSquareDistribution
{
    /// <summary>The probability that a chi-square variable exceeds a value, with a relative error of about 1e-13.</summary>
    /// <remarks>The regularised upper incomplete gamma function Q(k/2, x/2), by its series where x is small and by its continued fraction
    /// elsewhere (Abramowitz and Stegun 6.5.29 and 6.5.31; the fraction evaluated as Lentz did, Applied Optics 15, 1976).</remarks>
    /// <param name="value">At least 0.</param>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static double Survival(double value, int degrees)
    {
        if (!(value >= 0))
            throw new ArgumentOutOfRangeException(nameof(value), value, "expected at least 0");
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        var (a, x) = (degrees / 2.0, value / 2);
        if (x == 0 || double.IsPositiveInfinity(x))
            return x == 0 ? 1 : 0;
        var scale = Math.Exp(a * Math.Log(x) - x - LogGammaOfHalf(degrees));
        return x < a + 1 ? 1 - scale * Series(a, x) : scale * Fraction(a, x);
    }

    // ln Γ(k/2), from Γ(1/2) = √π and Γ(1) = 1 by Γ(a + 1) = aΓ(a).
    private static double LogGammaOfHalf(int k)
    {
        var sum = k % 2 == 1 ? Math.Log(Math.PI) / 2 : 0;
        for (var a = k % 2 == 1 ? 0.5 : 1.0; a < k / 2.0; a++)
            sum += Math.Log(a);
        return sum;
    }

    private static double Series(double a, double x)
    {
        var term = 1 / a;
        var sum = term;
        for (var n = 1; term > sum * 1e-17; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    private static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = double.MaxValue;
        var d = 1 / b;
        var result = d;
        for (var (n, change) = (1, 0.0); Math.Abs(change - 1) > 1e-16 && n < 10_000; n++)
        {
            var numerator = -n * (n - a);
            b += 2;
            d = 1 / (numerator * d + b);
            c = b + numerator / c;
            change = c * d;
            result *= change;
        }

        return result;
    }
}
