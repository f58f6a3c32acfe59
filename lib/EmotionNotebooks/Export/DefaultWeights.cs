using System.Reflection;

namespace EmotionNotebooks.Export;

/// <summary>Which weights read faces where none are named.</summary>
public static class DefaultWeights
{
    /// <summary>The environment variable that names other weights.</summary>
    public const string Variable = "MODEL_PATH";

    /// <summary>The weights that the repository carries.</summary>
    private static readonly string Shipped = Path.Combine("data", "runs", "fer-resnet-votes.safetensors");

    /// <summary>The weights to use: those that are named, those that <see cref="Variable"/> names, or those of the repository.</summary>
    /// <param name="named">A path, such as the value of an option; null or empty where none was given.</param>
    /// <exception cref="FileNotFoundException">There is no such file; the message names it and what to do.</exception>
    public static string Find(string? named = null)
    {
        if (!string.IsNullOrEmpty(named))
        {
            return File.Exists(named)
                ? named
                : throw new FileNotFoundException($"{named}: no such file; 'emotion train' writes best.safetensors into its folder");
        }

        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable)
        {
            return File.Exists(variable)
                ? variable
                : throw new FileNotFoundException($"{variable}: no such file; {Variable} must name the .safetensors file of a trained network");
        }

        return Homes().SelectMany(AndParents).Select(folder => Path.Combine(folder, Shipped)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException(
                $"{Shipped} is in no folder above this program: name the weights of a trained network, by --model or in {Variable}");
    }

    private static IEnumerable<string> Homes()
    {
        if (Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location) is { Length: > 0 } beside)
        {
            yield return beside;
        }

        yield return AppContext.BaseDirectory;
    }

    private static IEnumerable<string> AndParents(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
