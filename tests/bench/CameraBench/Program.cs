// What the whole loop of `emotion camera` costs, and the videos for it:
//   rate [WEIGHTS]       frames per second and milliseconds by stage on 640×480 with one face and with three, without and with recording
//   video FILE [FRAMES]  writes the generated video of one face (.avi)
//   show FILE            writes the generated video of two faces that change their expression
//   frames FILE FOLDER   writes a video's frames as PNG
using System.Globalization;
using CameraBench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["rate", .. var rest]:
        LoopRate.Print(rest is [var weights] ? weights : null);
        break;
    case ["video", var path, .. var rest]:
        Videos.Faces(1).Write(path, rest is [var frames] ? int.Parse(frames, CultureInfo.InvariantCulture) : 600);
        break;
    case ["show", var path]:
        Videos.Show().Write(path, 72);
        break;
    case ["frames", var path, var folder]:
        Videos.Split(path, folder);
        break;
    default:
        Console.Error.WriteLine("CameraBench rate [WEIGHTS] | video FILE [FRAMES] | show FILE | frames FILE FOLDER");
        return 2;
}

return 0;
