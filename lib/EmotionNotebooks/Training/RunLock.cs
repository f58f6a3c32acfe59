namespace EmotionNotebooks.Training;

/// <summary>Keeps a folder to one training: held while it runs, and gone with the process however it ends.</summary>
public sealed class RunLock : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;

    /// <summary>Takes the folder.</summary>
    /// <param name="folder">Folder of the run; it is made where it is missing.</param>
    /// <exception cref="IOException">Another process trains there.</exception>
    public RunLock(string folder)
    {
        Directory.CreateDirectory(folder);
        _path = Path.Combine(folder, ".lock");
        try
        {
            _file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new IOException($"{folder}: another process trains there ({_path} is held)", e);
        }

        AtomicFile.RemoveLeftovers(folder);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(_path);
        _file.Dispose();
    }
}
