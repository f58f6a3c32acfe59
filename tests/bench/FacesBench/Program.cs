// What finding faces achieves and costs. Needs FER-2013 for all but speed:
//   rates DATA [PHOTOGRAPHS…]     faces found by size and angle in composed scenes, and finds where there is none
using System.Globalization;
using EmotionNotebooks.Data;
using EmotionNotebooks.Faces;
using FacesBench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var photographs = args.Skip(2).Where(File.Exists).Select(Photo.Read).ToArray();
var faces = FaceFile.Read(args[1]).Part(Split.PublicTest);
double[] none = [0];
string[] alt2 = ["haarcascade_frontalface_alt2.xml"];
foreach (var (name, options) in new (string, HaarOptions)[]
{
    ("alt2, 0 30", new() { Cascades = alt2, Angles = [0, -30, 30] }),
    ("alt2+alt, 0", new() { Cascades = [.. alt2, "haarcascade_frontalface_alt.xml"], Angles = none }),
    ("alt2, 0, step 1.05", new() { Cascades = alt2, Angles = none, ScaleStep = 1.05 }),
})
{
    Console.WriteLine($"== {name}");
    Sweep.Print(options, faces, photographs, 15);
}
