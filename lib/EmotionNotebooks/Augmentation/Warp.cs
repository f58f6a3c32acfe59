using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Augmentation;

/// <summary>All that moves pixels, but the flips: one affine map for each face, and one bilinear pass over the batch.</summary>
/// <remarks>
/// Faces are sampled out of a frame of 64×64 pixels. With a power of two the way from pixels to grid_sample's range of -1 to 1 and
/// back is exact, so that whole pixels, quarter turns and faces that nothing was drawn for come out bit for bit.
/// </remarks>
internal static class Warp
{
    private const int Frame = 64;
    private const int Margin = (Frame - FaceSet.Side) / 2;
    private const double Middle = (FaceSet.Side - 1) / 2.0;
    private const double Half = Frame / 2.0;

    /// <summary>Draws a map for each face.</summary>
    /// <returns>Null where no face is moved.</returns>
    public static AffineMap[]? Draw(AugmentationOptions options, int count, SeededRandom random)
    {
        var maps = new AffineMap[count];
        var moved = false;
        for (var i = 0; i < count; i++)
        {
            maps[i] = DrawOne(options, random);
            moved |= maps[i] != AffineMap.Identity;
        }

        return moved ? maps : null;
    }

    /// <summary>Samples every face at the places its map names.</summary>
    /// <param name="faces">(N, 1, 48, 48).</param>
    /// <param name="maps">N maps.</param>
    /// <param name="fill">What lies around a face.</param>
    /// <returns>A new tensor of the same shape.</returns>
    public static Tensor Apply(Tensor faces, AffineMap[] maps, BorderFill fill)
    {
        var device = faces.device;
        var (columns, rows) = Parts(maps);
        var grid = tensor(columns, [maps.Length, 2, 1, FaceSet.Side]).to(device)
            .add(tensor(rows, [maps.Length, 2, FaceSet.Side, 1]).to(device)); // (N, 2, 48, 48): x, then y
        if (fill == BorderFill.Edge)
        {
            grid.clamp_(-Middle / Half, Middle / Half);
        }

        var framed = nn.functional.pad(faces, [Margin, Margin, Margin, Margin]); // (N, 1, 64, 64)
        var warped = nn.functional.grid_sample(framed, grid.permute(0, 2, 3, 1), align_corners: false); // (N, 1, 48, 48)
        return warped.clamp_(0, 1); // the four weights may add up to a rounding more than 1
    }

    private static AffineMap DrawOne(AugmentationOptions options, SeededRandom random)
    {
        var map = AffineMap.Identity;
        if (options.ResizedCrop < 1)
        {
            map = map.Then(DrawCrop(options.ResizedCrop, random));
        }

        if (Drawn(options.Zoom, options, random))
        {
            var scale = 1 / random.NextDouble(1 - options.Zoom, 1 + options.Zoom);
            map = map.Then(AffineMap.Scale(scale, scale));
        }

        if (Drawn(options.Shear, options, random))
        {
            map = map.Then(AffineMap.Shear(random.NextDouble(-options.Shear, options.Shear)));
        }

        if (Drawn(options.Rotation, options, random))
        {
            map = map.Then(AffineMap.Rotation(random.NextDouble(-options.Rotation, options.Rotation)));
        }

        if (Drawn(options.Shift, options, random))
        {
            var most = options.Shift * FaceSet.Side;
            map = map.Then(AffineMap.Shift(random.NextDouble(-most, most), random.NextDouble(-most, most)));
        }

        if (options.Crop > 0)
        {
            var places = (2 * options.Crop) + 1;
            map = map.Then(AffineMap.Shift(random.NextInt(places) - options.Crop, random.NextInt(places) - options.Crop));
        }

        return map;
    }

    private static bool Drawn(double most, AugmentationOptions options, SeededRandom random) =>
        most > 0 && random.NextDouble() < options.WarpChance;

    // Area uniform, ratio log-uniform from 3/4 to 4/3, as in torchvision; a side that would be too long is the face's.
    private static AffineMap DrawCrop(double smallest, SeededRandom random)
    {
        var area = random.NextDouble(smallest, 1);
        var ratio = Math.Pow(4.0 / 3, random.NextDouble(-1, 1));
        var width = Math.Min(1, Math.Sqrt(area * ratio));
        var height = Math.Min(1, Math.Sqrt(area / ratio));
        var x = (1 - width) * FaceSet.Side / 2;
        var y = (1 - height) * FaceSet.Side / 2;
        return AffineMap.Shift(random.NextDouble(-x, x), random.NextDouble(-y, y)).Then(AffineMap.Scale(width, height));
    }

    // A map is a part that depends on the column and a part that depends on the row: their sums are left to the device.
    private static (float[] Columns, float[] Rows) Parts(AffineMap[] maps)
    {
        var columns = new float[maps.Length * 2 * FaceSet.Side];
        var rows = new float[columns.Length];
        for (var i = 0; i < maps.Length; i++)
        {
            var (map, x, y) = (maps[i], i * 2 * FaceSet.Side, ((i * 2) + 1) * FaceSet.Side);
            for (var pixel = 0; pixel < FaceSet.Side; pixel++)
            {
                var place = pixel - Middle;
                columns[x + pixel] = (float)(map.Xx * place / Half);
                columns[y + pixel] = (float)(map.Yx * place / Half);
                rows[x + pixel] = (float)(((map.Xy * place) + map.X0) / Half);
                rows[y + pixel] = (float)(((map.Yy * place) + map.Y0) / Half);
            }
        }

        return (columns, rows);
    }
}
