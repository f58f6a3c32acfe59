namespace EmotionNotebooks.Tests.Data;

/// <summary>What a CSV can come in.</summary>
public enum Container
{
    Plain,
    Gzip,
    Zip,
    Tar,
    TarGzip,
}
