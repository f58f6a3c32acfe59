// What finding faces achieves and costs.
//   rates DETECTOR DATA [PHOTOGRAPH…]   faces found by size and angle in composed scenes, and finds where there is none
//   framing DATA [PHOTOGRAPH…]          FER-2013's framing by the detector's box, and the accuracy of each margin
//   threshold DATA                      how many faces are certain at each threshold, and how many of those are right
//   speed DETECTOR [FRAMES]             one face in 640×480: frames per second, and where the time goes
// DATA is fer2013.csv.gz, of which PublicTest alone is used; a PHOTOGRAPH has no face in it.
using System.Globalization;
using EmotionNotebooks.Data;
using EmotionNotebooks.Faces;
using FacesBench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["rates", var detectorName, var data, .. var photographs]:
        using (var detector = FaceDetectors.Create(detectorName))
            Rates.Print(detector, PublicTest(data), Photos(photographs), perCell: 20, empty: 60);
        break;
    case ["framing", var data, .. var photographs]:
        Framing.Print(PublicTest(data), Photos(photographs), count: 400);
        break;
    case ["threshold", var data]:
        Threshold.Print(PublicTest(data));
        break;
    case ["speed", var detectorName, .. var frames]:
        Speed.Print(detectorName, frames is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 300);
        break;
    default:
        Console.Error.WriteLine("FacesBench: rates DETECTOR DATA [PHOTOGRAPH…] | framing DATA [PHOTOGRAPH…] | threshold DATA | speed DETECTOR [FRAMES]");
        return 2;
}

return 0;

static FaceSet PublicTest(string path) => FaceFile.Read(path).Part(Split.PublicTest);

static Photo[] Photos(string[] paths) => [.. paths.Select(Photo.Read)];
