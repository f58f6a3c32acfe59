// Sends pictures to a server at a steady rate and checks every answer against the one that the same picture got alone.
using System.CommandLine;
using EmotionNotebooks.Data;
using LoadBench;

var url = new Option<string>("--url") { Description = "The server", DefaultValueFactory = _ => "http://127.0.0.1:8080" };
var rate = new Option<int>("--rate") { Description = "Requests a second; more than the server can take is an overload", DefaultValueFactory = _ => 300 };
var seconds = new Option<int>("--seconds") { Description = "How long", DefaultValueFactory = _ => 30 };
var warmUp = new Option<int>("--warm-up") { Description = "Seconds before them that are not counted", DefaultValueFactory = _ => 5 };
var pictures = new Option<string[]>("--picture") { Description = "A picture file; again for several. Without it: 64 generated faces of 48×48 pixels" };
var detect = new Option<string>("--detect") { Description = "How faces are looked for: true, quick or false", DefaultValueFactory = _ => "false" };
var key = new Option<string?>("--api-key") { Description = "The server's key" };
var command = new RootCommand("Sends pictures to `emotion serve` and measures rate, latency, answers and the server's memory.") { url, rate, seconds, warmUp, pictures, detect, key };
command.SetAction(async (parsed, stop) =>
{
    var files = parsed.GetValue(pictures) ?? [];
    var bodies = files.Length > 0 ? files.Select(File.ReadAllBytes).ToArray() : Generated();
    using var client = new Client(new Uri(parsed.GetValue(url)!), parsed.GetValue(detect)!, parsed.GetValue(key));
    var load = new Load(client, bodies, parsed.GetValue(rate));
    await load.LearnAnswers(stop);
    await load.Run(TimeSpan.FromSeconds(parsed.GetValue(warmUp)), stop);
    var result = await load.Run(TimeSpan.FromSeconds(parsed.GetValue(seconds)), stop);
    Console.WriteLine(result);
    return result.Wrong == 0 ? 0 : 1;
});
return await command.Parse(args).InvokeAsync();

static byte[][] Generated()
{
    var faces = SampleFaces.Generate(100, 1);
    return [.. Enumerable.Range(0, 64).Select(i => FacePicture.EncodePng(faces.Pixels.Span.Slice(i * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace)))];
}
