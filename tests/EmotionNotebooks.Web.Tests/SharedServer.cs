namespace EmotionNotebooks.Web.Tests;

/// <summary>One server for all tests of a class.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    public RunningServer Running { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Running = await RunningServer.Start();

    public ValueTask DisposeAsync() => Running.DisposeAsync();
}
