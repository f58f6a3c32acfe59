using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EmotionNotebooks.Data;
using EmotionNotebooks.Training;
using static TorchSharp.torch;

namespace EmotionNotebooks.Interactive;

/// <summary>What every lesson begins with.</summary>
public static class Lesson
{
    /// <summary>Seed of the drawn faces, which are a data set: they don't change with a training's seed.</summary>
    private const ulong SampleSeed = 2013;

    /// <summary>
    /// Ends when the running cell is interrupted, so that a training can leave a checkpoint and stop of itself. Asked for by the
    /// cell that hands it on.
    /// </summary>
    public static CancellationToken Interruption
    {
        get
        {
            // The type is the kernel's own; whichever kernel runs this has one of that name.
            var context = AppDomain.CurrentDomain.GetAssemblies()
                .Select(assembly => assembly.GetType("Microsoft.DotNet.Interactive.KernelInvocationContext", throwOnError: false))
                .FirstOrDefault(type => type is not null);
            var current = context?.GetProperty("Current", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
            return current is null ? CancellationToken.None : (CancellationToken)context!.GetProperty("CancellationToken")!.GetValue(current)!;
        }
    }

    /// <summary>Where a lesson keeps what it trains and writes: below <c>artifacts/lessons</c>, or below EMOTION_ARTIFACTS.</summary>
    /// <param name="name">The part's name.</param>
    public static string Folder(string name) => Directory.CreateDirectory(Path.Combine(
        Environment.GetEnvironmentVariable("EMOTION_ARTIFACTS") ?? Path.Combine("..", "artifacts"), "lessons", name)).FullName;

    /// <summary>
    /// A training with a folder of its own: run again it goes on, or reads what it came to; with other options or faces it is another.
    /// </summary>
    /// <param name="name">The part's name.</param>
    /// <param name="recipe">Options and split.</param>
    /// <param name="faces">The faces, PrivateTest withheld.</param>
    public static TrainingSession Session(string name, Recipe recipe, FaceSet faces)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(faces);
        var what = SHA256.HashData(Encoding.UTF8.GetBytes($"{recipe.Options}\n{faces.Sha256}"));
        return new(Folder($"{name}-{Convert.ToHexStringLower(what)[..8]}"), recipe, faces);
    }

    /// <summary>The faces that a lesson works on.</summary>
    /// <param name="data">A source of faces, as the command line takes it; null draws sample faces.</param>
    /// <param name="votes">FER+'s votes for its rows; null for none.</param>
    /// <param name="samples">How many faces are drawn.</param>
    /// <exception cref="FaceDataException">The source can't be used; the message says where and why.</exception>
    public static FaceSet Faces(string? data, string? votes = null, int samples = 2_000) => data is null
        ? SampleFaces.Generate(samples, SampleSeed)
        : FaceFile.Read(data, ReadOptions.Default with { Votes = votes, CacheFolder = FaceCache.DefaultFolder });

    /// <summary>Registers the views, gives the page what charts need, and says what runs the lesson.</summary>
    public static string Begin()
    {
        NotebookExtension.Load();
        NotebookViews.PlotlyScript.Display();
        return Versions();
    }

    /// <summary>What runs the lesson: versions of the library, its engine, .NET and the system.</summary>
    private static string Versions()
    {
        var library = typeof(FaceSet).Assembly;
        var version = library.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? library.GetName().Version!.ToString();
        return $"EmotionNotebooks {version.Split('+')[0]} · {Acceleration.Version} · {RuntimeInformation.FrameworkDescription} · "
            + $"{RuntimeInformation.OSDescription} · {(cuda.is_available() ? $"{cuda.device_count()} CUDA GPUs" : "no CUDA GPU")}";
    }
}
