// Zeiler & Fergus, "Visualizing and Understanding Convolutional Networks", arXiv 1311.2901, section 4.2.
//
// Ours differs in this: they show the probability that is left at each place of the grey square. This is the probability that is lost, and a
// pixel has the mean over all places of the square that cover it.
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace EmotionNotebooks.Explain;

/// <summary>Which places of a face the probability of a class depends on, found by covering them with a grey square. Every value is checked
/// when it is set.</summary>
public sealed record Occlusion
{
    // Faces that go through the network at once.
    private const int BatchSize = 128;

    /// <summary>Side of the square in pixels, at least 1; 8 by default, about as wide as an eye.</summary>
    public int Patch { get; init => field = AtLeastOne(value); } = 8;

    /// <summary>How many pixels the square moves at a time, at least 1; 4 by default. Not above <see cref="Patch"/>, which would leave pixels out.</summary>
    public int Stride { get; init => field = AtLeastOne(value); } = 4;

    /// <summary>The square's grey, 0 black to 1 white; 0.5 by default, near the mean of FER-2013.</summary>
    public double Grey { get; init => field = Share(value); } = 0.5;

    /// <summary>Explains a batch. The network is left as it was, but meanwhile no other thread may call it.</summary>
    /// <param name="network">A network of (N, 1, side, side) faces to (N, classes) logits.</param>
    /// <param name="faces">(N, 1, side, side) in [0, 1], on the network's device.</param>
    /// <param name="classes">(N) int64, the class to explain for each face; the predicted one by default.</param>
    /// <param name="classCount">How many of the network's outputs are classes; all by default. What lies beyond are other heads.</param>
    /// <returns>(N, side, side) fp32 in [0, 1], on the faces' device: how much probability the class loses where a pixel is covered, in the mean
    /// over the squares that cover it; 0 where it gains.</returns>
    /// <exception cref="ArgumentException">The square is larger than a face or moves by more than its side, or there is not one class for each
    /// face.</exception>
    public Tensor Maps(nn.Module<Tensor, Tensor> network, Tensor faces, Tensor? classes = null, int? classCount = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(faces);
        var side = checked((int)faces.size(2));
        RequireFitting(side);
        using var scope = NewDisposeScope();
        using var still = new StillNetwork(network);
        using var inference = inference_mode();
        var labels = classes?.cpu().data<long>().ToArray();
        if (labels is not null && labels.Length != faces.size(0))
        {
            throw new ArgumentException($"{labels.Length} classes to explain; expected one for each of {faces.size(0)} faces");
        }

        var places = Places(side);
        var (kept, square) = Masks(places, side);
        var maps = new float[faces.size(0) * side * side];
        for (var face = 0; face < faces.size(0); face++)
        {
            using var faceScope = NewDisposeScope();
            var rows = Probabilities(network, faces.narrow(0, face, 1), kept.to(faces.device), square.to(faces.device), classCount);
            var label = labels?[face] ?? Array.IndexOf(rows[0], rows[0].Max());
            var losses = rows.Skip(1).Select(row => rows[0][label] - row[label]).ToArray();
            Spread(losses, places, side, maps.AsSpan(face * side * side, side * side));
        }

        return tensor(maps, [faces.size(0), side, side]).to(faces.device).MoveToOuterDisposeScope();
    }

    // The face as it is, then with the square at each place, through the network: probabilities (1 + places, classes).
    private static float[][] Probabilities(nn.Module<Tensor, Tensor> network, Tensor face, Tensor kept, Tensor square, int? classCount)
    {
        var rows = new List<float[]>();
        for (long start = 0; start < kept.size(0); start += BatchSize)
        {
            using var batchScope = NewDisposeScope();
            var count = Math.Min(BatchSize, kept.size(0) - start);
            var covered = face.mul(kept.narrow(0, start, count)).add(square.narrow(0, start, count)); // (n, 1, side, side)
            var logits = network.call(covered);
            logits = logits.narrow(1, 0, classCount ?? logits.size(1)).to(ScalarType.Float32);
            var batch = nn.functional.softmax(logits, 1).cpu(); // (n, classes)
            rows.AddRange(batch.contiguous().data<float>().ToArray().Chunk((int)logits.size(1)));
        }

        return [.. rows];
    }

    // Left and top edges of the square along one axis; the last one touches the far edge.
    private int[] Edges(int side)
    {
        var last = side - Patch;
        return [.. Enumerable.Range(0, (last / Stride) + 1).Select(i => i * Stride), .. last % Stride == 0 ? Array.Empty<int>() : [last]];
    }

    private (int X, int Y)[] Places(int side) => [.. Edges(side).SelectMany(y => Edges(side), (y, x) => (x, y))];

    // What stays of the face (1 or 0) and what the square adds, first for no square at all: both (1 + places, 1, side, side).
    private (Tensor Kept, Tensor Square) Masks((int X, int Y)[] places, int side)
    {
        var kept = new float[(1 + places.Length) * side * side];
        var square = new float[kept.Length];
        Array.Fill(kept, 1);
        for (var i = 0; i < places.Length; i++)
        {
            for (var y = 0; y < Patch; y++)
            {
                var start = ((((1 + i) * side) + places[i].Y + y) * side) + places[i].X;
                kept.AsSpan(start, Patch).Clear();
                square.AsSpan(start, Patch).Fill((float)Grey);
            }
        }

        return (tensor(kept, [1 + places.Length, 1, side, side]), tensor(square, [1 + places.Length, 1, side, side]));
    }

    // To each pixel the mean over the squares that cover it, from 0 up.
    private void Spread(float[] losses, (int X, int Y)[] places, int side, Span<float> map)
    {
        var covers = new int[map.Length];
        for (var i = 0; i < places.Length; i++)
        {
            for (var y = places[i].Y; y < places[i].Y + Patch; y++)
            {
                for (var x = places[i].X; x < places[i].X + Patch; x++)
                {
                    map[(y * side) + x] += losses[i];
                    covers[(y * side) + x]++;
                }
            }
        }

        for (var pixel = 0; pixel < map.Length; pixel++)
        {
            map[pixel] = Math.Clamp(map[pixel] / covers[pixel], 0, 1);
        }
    }

    private void RequireFitting(int side)
    {
        if (Patch > side)
        {
            throw new ArgumentException($"Patch is {Patch}; it must be at most the face's side, {side}");
        }

        if (Stride > Patch)
        {
            throw new ArgumentException($"Stride is {Stride}; it must be at most the square's side, {Patch}");
        }
    }

    private static int AtLeastOne(int value, [CallerMemberName] string name = "") =>
        value >= 1 ? value : throw new ArgumentException($"{name} is {value}; it must be at least 1");

    private static double Share(double value, [CallerMemberName] string name = "") =>
        value is >= 0 and <= 1 ? value : throw new ArgumentException($"{name} is {value}; it must be from 0 to 1");
}
