// Our side of tests/bench/run's data rows. One thing in a fresh process, one JSON object on stdout:
//   read PATH          reads faces
//   write PATH TARGET  reads faces, then writes them as FER-2013's CSV; the time is the writing's
//   keep PATH TARGET   reads faces, then writes them as a cache; the time is the writing's
using System.Diagnostics;
using System.Text.Json;
using EmotionNotebooks.Data;

var clock = Stopwatch.StartNew();
var faces = FaceFile.Read(args[1]);
if (args is [var verb, _, var target])
{
    clock.Restart();
    if (verb == "keep")
        FaceCache.Write(faces, target);
    else
        FerCsvWriter.Write(faces, target);
}

var seconds = clock.Elapsed.TotalSeconds;
using var process = Process.GetCurrentProcess();
var sum = 0L;
foreach (var pixel in faces.Pixels.Span)
    sum += pixel;
Console.WriteLine(JsonSerializer.Serialize(new
{
    engine = $".NET {Environment.Version}",
    seconds,
    faces = faces.Count,
    sum,
    peak_mb = process.PeakWorkingSet64 / 1e6,
}));
