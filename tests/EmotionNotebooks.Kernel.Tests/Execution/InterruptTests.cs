using System.Diagnostics;
using EmotionNotebooks.Kernel.Execution;

namespace EmotionNotebooks.Kernel.Tests.Execution;

public sealed class InterruptTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5); // a busy machine; the bench measures

    private const string Begun = "EmotionNotebooks.Kernel.Display.FrontEnd.Current.Write(\"stdout\", \"begun\");";

    private readonly Notebook _notebook = new();

    [Theory]
    [InlineData("while (true) { i++; }")]
    [InlineData("await Task.Delay(1); while (true) { i++; }")]
    [InlineData("await Task.Delay(60_000);")]
    [InlineData("System.Threading.Thread.Sleep(60_000);")]
    [InlineData("Task.Delay(60_000).Wait();")]
    [InlineData("new System.Threading.ManualResetEventSlim().Wait();")]
    [InlineData("while (true) { try { i++; } catch (Exception) { } }")]
    [InlineData("while (true) { try { System.Threading.Thread.Sleep(100_000); } catch (Exception) { } }")]
    [InlineData("IEnumerable<int> Forever() { while (true) { i++; yield return 1; } }\nForever().Count()")]
    public async Task Should_StopAndKeepState_When_ACellIsInterrupted(string code)
    {
        await _notebook.ValueAsync("long i = 0; var kept = \"kept\";");
        var running = _notebook.RunAsync("var begun = 3; " + Begun + "\n" + code);
        await UntilBegunAsync();
        var clock = Stopwatch.StartNew();
        _notebook.Interpreter.Interrupt();
        var result = await running.WaitAsync(Limit);
        Assert.Equal(CellError.Interrupted, result.Error?.Name);
        Assert.True(clock.Elapsed < Limit);
        Assert.Equal("kept 3", await _notebook.ValueAsync("$\"{kept} {begun}\""));

        // No waking is left over for the next wait.
        Assert.Equal("1", await _notebook.ValueAsync("System.Threading.Thread.Sleep(350); await Task.Delay(5); 1"));
    }

    [Fact]
    public void Should_DoNothing_When_NoCellRuns() => _notebook.Interpreter.Interrupt();

    [Fact]
    public async Task Should_SayWhere_When_ALoopIsInterrupted()
    {
        var running = _notebook.RunAsync("long i = 0;" + Begun + "\nwhile (true)\n{\n    i++;\n}");
        await UntilBegunAsync();
        _notebook.Interpreter.Interrupt();
        var result = await running.WaitAsync(Limit);
        Assert.Contains(result.Error!.Traceback, it => it.Contains("Cell [1], line"));
    }

    private async Task UntilBegunAsync()
    {
        while (_notebook.FrontEnd.Text.Length == 0)
        {
            await Task.Delay(10);
        }

        await Task.Delay(30);
    }

    public void Dispose() => _notebook.Dispose();
}
