using System.Security.Cryptography;
using System.Text;

namespace EmotionNotebooks.Cli.Jupyter;

/// <summary>
/// Installs the kernel: its files in a folder beside its kernel.json, so that neither the repository nor its builds are needed any more.
/// The folder is named by what it holds: kernel.json names the old one or the new one, each of them whole, and a kernel that runs keeps its own.
/// </summary>
/// <param name="kernels">The folder of kernels.</param>
/// <param name="name">The name that notebooks ask for.</param>
internal sealed class KernelInstaller(string kernels, string name)
{
    private const string ProgramFolder = "kernel-";

    private readonly string _folder = Path.Combine(kernels, name);

    /// <summary>Installs.</summary>
    /// <param name="displayName">The name that people see.</param>
    /// <returns>The kernel's folder.</returns>
    public string Install(string displayName)
    {
        var source = KernelProgram.Folder;
        var program = Path.Combine(_folder, ProgramFolder + HashOf(source));
        if (InstalledKernel.At(kernels, name) is { Version: null })
        {
            Remove();
        }

        Directory.CreateDirectory(_folder);
        if (!Directory.Exists(program))
        {
            // Not among the kernels: Jupyter would take it for one.
            var beside = Path.Combine(Path.GetDirectoryName(kernels)!, $".{Guid.NewGuid():N}");
            try
            {
                Copy(source, beside);
                Directory.Move(beside, program);
            }
            finally
            {
                Delete(beside);
            }
        }

        AtomicFile.WriteText(Path.Combine(_folder, "logo-svg.svg"), Logo);
        AtomicFile.WriteText(Path.Combine(_folder, "kernel.json"), KernelProgram.Specification(program, displayName));
        RemoveOthers(program);
        return _folder;
    }

    /// <summary>Removes the kernel of the name, whosever it is.</summary>
    public void Remove()
    {
        // Gone at once for Jupyter, then file by file.
        var beside = Path.Combine(Path.GetDirectoryName(kernels)!, $".{Guid.NewGuid():N}");
        Directory.Move(_folder, beside);
        Delete(beside);
    }

    private const string Logo =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="#5b3a8e"/><circle cx="22" cy="24" r="4" fill="#fff"/><circle cx="42" cy="24" r="4" fill="#fff"/><path d="M16 38q16 16 32 0" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round"/></svg>

        """;

    private static string HashOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, path)));
            hash.AppendData(File.ReadAllBytes(path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static void Copy(string from, string to)
    {
        foreach (var path in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }

    private void RemoveOthers(string program)
    {
        var running = CommandLines();
        foreach (var folder in Directory.GetDirectories(_folder, ProgramFolder + "*"))
        {
            if (folder != program && !running.Contains(folder, StringComparison.Ordinal))
            {
                Delete(folder);
            }
        }
    }

    // Of all processes, where the system shows them as files.
    private static string CommandLines()
    {
        var all = new StringBuilder();
        foreach (var process in Directory.Exists("/proc") ? Directory.GetDirectories("/proc") : [])
        {
            try
            {
                all.Append(File.ReadAllText(Path.Combine(process, "cmdline"))).Append('\n');
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It ended, is another's, or is no process.
            }
        }

        return all.ToString();
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
