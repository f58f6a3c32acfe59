using System.Globalization;
using System.Text;
using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Cli;

/// <summary>CSV (RFC 4180): a line for each face; for a picture without one a line with face 0, for one that can't be read with its error.</summary>
internal sealed class CsvReadings(IReadOnlyList<string> classNames) : ReadingFormat
{
    private const string Columns = "picture,network,width,height,faces,face,x,y,box_width,box_height,detection_score,predicted,confidence,uncertain";

    public override string Name => "CSV";

    public override string Header => $"{Columns},{string.Join(',', classNames.Select(Quoted))},error\n";

    public override string Text(Prediction prediction)
    {
        var start = $"{Quoted(prediction.Picture)},{Quoted(prediction.Network)}";
        if (prediction.Reading is not { } reading)
        {
            return $"{start},,,0,0{new string(',', 8 + classNames.Count)},{Quoted(prediction.Fault ?? "")}\n";
        }

        start += $",{reading.Width},{reading.Height},{reading.Faces.Count}";
        if (reading.Faces.Count == 0)
        {
            return $"{start},0{new string(',', 9 + classNames.Count)}\n";
        }

        var lines = new StringBuilder();
        for (var i = 0; i < reading.Faces.Count; i++)
        {
            lines.Append(start).Append(',').Append(i + 1).Append(Face(reading.Faces[i])).Append(",\n");
        }

        return lines.ToString();
    }

    public override IEnumerable<WrittenPicture> Pictures(string text, string source)
    {
        WrittenPicture? last = null;
        foreach (var (line, end) in Lines(text, Math.Min(Header.Length, text.Length)))
        {
            var fields = Fields(line);
            if (fields.Count < 2)
            {
                throw new InvalidDataException($"{source} is no {Name} of 'emotion predict': '{line[..Math.Min(60, line.Length)]}'");
            }

            if (last is not null && last.Picture != fields[0])
            {
                yield return last;
            }

            last = new(fields[0], fields[1], end);
        }

        if (last is not null)
        {
            yield return last;
        }
    }

    private static string Face(FaceReading face)
    {
        double[] numbers = [face.Box.X, face.Box.Y, face.Box.Width, face.Box.Height, face.DetectionScore];
        return $",{string.Join(',', numbers.Select(number => number.ToString("0.##", CultureInfo.InvariantCulture)))},{Quoted(face.Predicted)},"
            + $"{Number(face.Confidence)},{(face.IsUncertain ? "yes" : "no")},{string.Join(',', face.Probabilities.Select(Number))}";
    }

    // As many digits as a float has, so that nothing is lost.
    private static string Number(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    // A line is a record here: ends of lines in names become spaces.
    private static string Quoted(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.AsSpan().ContainsAny(',', '"') ? $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : line;
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append(line[i++]);
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
