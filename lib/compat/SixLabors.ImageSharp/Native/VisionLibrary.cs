using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EmotionNotebooks.Compat;

namespace SixLabors.ImageSharp.Native;

/// <summary>libemotion_vision, built from lib/native/vision.</summary>
internal static class VisionLibrary
{
    public const string Name = "emotion_vision";

#pragma warning disable CA2255 // the resolver must stand before the first import, whichever that is
    [ModuleInitializer]
    internal static void Register() =>
        NativeLibrary.SetDllImportResolver(typeof(VisionLibrary).Assembly, (name, assembly, _) =>
            name == Name ? NativeLibraryLocator.Load(Name, "vision", assembly) : 0);
#pragma warning restore CA2255
}
