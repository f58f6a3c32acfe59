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
foreach (var (name, options) in new (string, HaarOptions)[]
{
    ("alt2, 0", new() { Cascades = ["haarcascade_frontalface_alt2.xml"], Angles = none }),
    ("both, 0", new() { Angles = none }),
    ("both, 0 30", new()),
    ("alt2+default+alt, 0", new() { Angles = none, Cascades = ["haarcascade_frontalface_alt2.xml", "haarcascade_frontalface_default.xml", "haarcascade_frontalface_alt.xml"] }),
})
{
    Console.WriteLine($"== {name}");
    Sweep.Print(options, faces, photographs, 20);
}
