namespace EmotionNotebooks.Data;

/// <summary>How a face set is divided into faces to train on, to select by, and to test on.</summary>
public abstract record SplitRule
{
    /// <summary>Our protocol: Training trains, PublicTest selects, PrivateTest is left for the final exam.</summary>
    public static SplitRule Protocol { get; } = new ProtocolRule();

    /// <summary>What published systems do: everything pooled and divided anew, class by class. PublicTest is then partly trained on.</summary>
    /// <param name="validation">Share to select by, above 0.</param>
    /// <param name="test">Share held out to the end; 0 where the source held nothing out. With <paramref name="validation"/> below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is out of range.</exception>
    public static SplitRule Pooled(double validation, double test)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(validation);
        ArgumentOutOfRangeException.ThrowIfNegative(test);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(validation + test, 1.0);
        return new PooledRule(validation, test);
    }

    /// <summary>Divides a set. The same seed divides it the same way.</summary>
    /// <param name="faces">The faces, PrivateTest withheld.</param>
    /// <param name="seed">Seed of whatever is drawn.</param>
    /// <exception cref="FaceDataException">The set lacks a part that the rule needs.</exception>
    public abstract DataSplit Apply(FaceSet faces, ulong seed);

    private sealed record ProtocolRule : SplitRule
    {
        public override DataSplit Apply(FaceSet faces, ulong seed)
        {
            var training = faces.Part(Split.Training);
            var validation = faces.Part(Split.PublicTest);
            return new DataSplit(training, validation, null, nameof(Split.PublicTest),
                $"Training trains (n = {training.Count}), PublicTest selects (n = {validation.Count}), PrivateTest is withheld");
        }
    }

    private sealed record PooledRule(double Validation, double Test) : SplitRule
    {
        public override DataSplit Apply(FaceSet faces, ulong seed)
        {
            var random = new SeededRandom(seed).Fork("split");
            var training = new List<int>();
            var validation = new List<int>();
            var test = new List<int>();
            for (var label = 0; label < faces.ClassNames.Count; label++)
            {
                var members = Enumerable.Range(0, faces.Count).Where(i => faces.Labels[i] == label).ToArray();
                random.Shuffle<int>(members);
                var first = (int)Math.Round(members.Length * Validation);
                var second = (int)Math.Round(members.Length * Test);
                validation.AddRange(members.Take(first));
                test.AddRange(members.Skip(first).Take(second));
                training.AddRange(members.Skip(first + second));
            }

            var heldOut = Test > 0 ? Select(test) : null;
            var result = new DataSplit(Select(training), Select(validation), heldOut, $"{Validation * 100:0.#}% of the pool", "");
            return result with
            {
                Description = $"pooled and divided anew by class: {result.Training.Count} train, {result.Validation.Count} select, "
                    + $"{(heldOut is null ? "none" : heldOut.Count)} test; PublicTest was in training",
            };

            // In the source's order, so that what is identical in two runs stays easy to see.
            FaceSet Select(List<int> rows) => rows.Count == 0
                ? throw new FaceDataException($"{faces.Source}: {faces.Count} faces are too few to divide into three parts")
                : faces.Select([.. rows.Order()]);
        }
    }
}
