using System.Globalization;
using System.Text;

namespace EmotionNotebooks.Live;

/// <summary>
/// Writes a timeline as CSV while it comes into being: a line for each person in each frame. The lines of a frame go to the operating system
/// together, so that a process that is killed leaves whole lines and loses none.
/// </summary>
public sealed class TimelineCsv : IDisposable
{
    private readonly FileStream _file;

    /// <summary>Begins a file; one that is there is replaced, its folder is made where it is missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="classNames">The emotions, in the network's order.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public TimelineCsv(string path, IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        Write($"seconds,frame,person,x,y,width,height,{string.Join(',', classNames)},label\n");
    }

    /// <summary>Adds a frame.</summary>
    /// <param name="frame">What was read of it.</param>
    public void Add(LiveFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.Persons.Count > 0)
        {
            Write(string.Concat(frame.Persons.Select(person => Line(frame, person))));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static string Line(LiveFrame frame, LivePerson person)
    {
        var box = person.Reading.Box;
        // Probabilities with as many digits as a float has, so that nothing is lost.
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{frame.Seconds:0.000},{frame.Frame},{person.Person},{box.X:0.##},{box.Y:0.##},{box.Width:0.##},{box.Height:0.##},"
            + $"{string.Join(',', person.Reading.Probabilities.Select(p => p.ToString("R", CultureInfo.InvariantCulture)))},{person.Reading.Predicted}\n");
    }

    private void Write(string text) => _file.Write(Encoding.UTF8.GetBytes(text));
}
