namespace EmotionNotebooks.Cli;

/// <summary>Counts what <c>emotion predict</c> met, and shows it.</summary>
internal sealed class PredictionSummary
{
    private const int MostListed = 20;
    private const int MostRows = 400;

    private readonly List<string[]> _rows = [["picture", "face", "emotion", "probability", "", "next", "probability"]];
    private readonly List<string> _faults = [];
    private readonly SortedDictionary<string, int> _emotions = new(StringComparer.Ordinal);
    private int _pictures;
    private int _withFaces;
    private int _faces;
    private int _uncertain;
    private int _unreadable;

    /// <summary>Whether any picture could be read.</summary>
    public bool ReadAny => _unreadable < _pictures;

    public void Add(Prediction prediction)
    {
        _pictures++;
        if (prediction.Reading is not { } reading)
        {
            _unreadable++;
            if (_faults.Count < MostListed)
            {
                _faults.Add(prediction.Fault!);
            }

            return;
        }

        _withFaces += reading.Faces.Count > 0 ? 1 : 0;
        _faces += reading.Faces.Count;
        foreach (var face in reading.Faces)
        {
            _uncertain += face.IsUncertain ? 1 : 0;
            _emotions[face.Predicted] = _emotions.GetValueOrDefault(face.Predicted) + 1;
        }

        AddRows(prediction.Picture, reading);
    }

    /// <summary>A row for each face, or the emotions' counts where there are too many; then what could not be read; then the counts.</summary>
    /// <param name="showsTable">Whether standard output is free for the table.</param>
    /// <param name="skipped">Pictures that an earlier run has read.</param>
    public void Print(bool showsTable, int skipped)
    {
        if (showsTable && _rows.Count is > 1 and <= MostRows)
        {
            Report.Table(_rows);
        }
        else if (showsTable && _emotions.Count > 0)
        {
            Report.Table([["emotion", "faces"], .. _emotions.Select(pair => new[] { pair.Key, $"{pair.Value:N0}" })]);
        }

        foreach (var fault in _faults)
        {
            Console.Error.WriteLine($"emotion: {fault}");
        }

        if (_unreadable > _faults.Count)
        {
            Console.Error.WriteLine($"emotion: and {_unreadable - _faults.Count:N0} more pictures that cannot be read (--csv and --json list them)");
        }

        var counts = $"{_pictures:N0} {(_pictures == 1 ? "picture" : "pictures")}: {_withFaces:N0} with {_faces:N0} {(_faces == 1 ? "face" : "faces")} "
            + $"({_uncertain:N0} uncertain), {_pictures - _withFaces - _unreadable:N0} without a face, {_unreadable:N0} unreadable"
            + (skipped > 0 ? $"; {skipped:N0} read before" : "");
        (showsTable ? Console.Out : Console.Error).WriteLine(counts);
    }

    private void AddRows(string picture, EmotionNotebooks.Faces.PhotoReading reading)
    {
        if (_rows.Count > MostRows)
        {
            return;
        }

        if (reading.Faces.Count == 0)
        {
            _rows.Add([picture, "–", "no face found", "", "", "", ""]);
        }

        for (var i = 0; i < reading.Faces.Count; i++)
        {
            var face = reading.Faces[i];
            var ranked = Enumerable.Range(0, face.Probabilities.Count).OrderByDescending(c => face.Probabilities[c]).ToArray();
            _rows.Add(
            [
                picture, $"{i + 1}", face.Predicted, Report.Percent(face.Confidence), face.IsUncertain ? "uncertain" : "",
                face.ClassNames[ranked[1]], Report.Percent(face.Probabilities[ranked[1]]),
            ]);
        }
    }
}
