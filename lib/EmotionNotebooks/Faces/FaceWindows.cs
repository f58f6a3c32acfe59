namespace EmotionNotebooks.Faces;

/// <summary>Merges windows that show the same face.</summary>
internal static class FaceWindows
{
    // Two windows show one face where they share this much of their union.
    private const double Same = 0.45;

    // A smaller face is none where so much of it lies within a surer one.
    private const double Within = 0.6;

    /// <summary>One face for each group of windows that overlap; its box is their mean, its score their number.</summary>
    public static IReadOnlyList<DetectedFace> Merge(IReadOnlyList<FaceWindow> windows)
    {
        var groups = new List<Group>();
        foreach (var window in windows.OrderByDescending(window => window.Side))
        {
            var best = groups.Select(group => (Group: group, Share: group.Box.IntersectionOverUnion(BoxOf(window.Centre, window.Side))))
                .Where(it => it.Share >= Same)
                .OrderByDescending(it => it.Share)
                .FirstOrDefault().Group;
            if (best is null)
            {
                groups.Add(best = new Group());
            }

            best.Add(window);
        }

        var kept = new List<DetectedFace>();
        foreach (var face in groups.Select(group => group.ToFace()).OrderByDescending(face => face.Score))
        {
            if (!kept.Exists(surer => surer.Box.Overlap(face.Box) > Within * Math.Min(surer.Box.Area, face.Box.Area)))
            {
                kept.Add(face);
            }
        }

        return kept;
    }

    private static FaceBox BoxOf(FacePoint centre, double side) => new(centre.X - side / 2, centre.Y - side / 2, side, side);

    private sealed class Group
    {
        private int _count;
        private double _x;
        private double _y;
        private double _side;
        private double _roll;

        public FaceBox Box => BoxOf(new(_x / _count, _y / _count), _side / _count);

        public void Add(FaceWindow window)
        {
            _count++;
            _x += window.Centre.X;
            _y += window.Centre.Y;
            _side += window.Side;
            _roll += window.Roll;
        }

        public DetectedFace ToFace() => new(Box, _count) { Roll = _roll / _count };
    }
}
