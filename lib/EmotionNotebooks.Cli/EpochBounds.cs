using EmotionNotebooks.Models;

namespace EmotionNotebooks.Cli;

/// <summary>How many epochs networks may take at most: one bound for all, or one of their own.</summary>
internal sealed class EpochBounds
{
    private readonly Dictionary<string, int> _own = [];
    private int _all = int.MaxValue;

    private EpochBounds()
    {
    }

    /// <summary>Reads <c>8</c> (all networks) and <c>vgg-dropout=8</c> (one).</summary>
    /// <param name="values">The option's values; of two for the same network the later counts.</param>
    /// <exception cref="ArgumentException">A value is neither, or names a network there is not.</exception>
    public static EpochBounds Parse(IEnumerable<string> values)
    {
        var bounds = new EpochBounds();
        foreach (var value in values)
        {
            var parts = value.Split('=', 2);
            if (!int.TryParse(parts[^1], out var epochs) || epochs < 1)
            {
                throw new ArgumentException($"--epochs is '{value}'; it must be a number from 1, or a network and its number, such as vgg-dropout=8");
            }

            if (parts.Length == 1)
            {
                bounds._all = epochs;
            }
            else
            {
                bounds._own[ModelCatalog.Find(parts[0]).Name] = epochs;
            }
        }

        return bounds;
    }

    /// <summary>The bound of a network; its own before that of all.</summary>
    /// <param name="model">Name of the network.</param>
    public int For(string model) => _own.GetValueOrDefault(model, _all);
}
