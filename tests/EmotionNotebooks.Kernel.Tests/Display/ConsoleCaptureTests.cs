using System.Diagnostics;
using System.Text;
using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Tests.Display;

[Trait("Needs", "Nothing")]
[Collection(ProcessWide.Name)]
public sealed class ConsoleCaptureTests
{
    [Fact]
    public void Should_reach_the_cell_when_written_in_any_way()
    {
        var frontEnd = Run(_ =>
        {
            Console.Write("a");
            Console.Write('b');
            Console.Write(1);
            Console.Write("{0}{1}", 2, 3);
            Console.Write(new[] { 'c', 'd' });
            Console.WriteLine();
            Console.WriteLine("line");
            Console.WriteLine(4.5);
            Console.WriteLine("{0:X}", 255);
            Console.WriteLine((object?)null);
            Console.WriteLine((string?)null);
            Console.Out.Write(new StringBuilder("built"));
            Console.Out.Write("span".AsSpan());
            Console.Out.WriteAsync("async").Wait();
            Console.Out.WriteLineAsync("line".AsMemory()).Wait();
            Console.Error.WriteLine("bad");
        });

        Assert.Equal("ab123cd\nline\n4.5\nFF\n\n\nbuiltspanasyncline\n", frontEnd.Text("stdout"));
        Assert.Equal("bad\n", frontEnd.Text("stderr"));
        Assert.DoesNotContain(frontEnd.Written, piece => piece.Text.Length == 0);
    }

    [Fact]
    public void Should_come_at_once_and_in_order_when_written_in_pieces()
    {
        var frontEnd = Run(it =>
        {
            Console.Write("half ");
            Assert.Equal("half ", it.Text("stdout"));
            Console.Error.Write("!");
            Console.Write("a line");
        });

        Assert.Equal([("stdout", "half "), ("stderr", "!"), ("stdout", "a line")], frontEnd.Written);
    }

    [Fact]
    public void Should_keep_lines_whole_when_several_threads_write()
    {
        var frontEnd = Run(_ => Parallel.For(0, 1_000, i => Console.WriteLine($"line {i}")));

        Assert.Equal(
            Enumerable.Range(0, 1_000).Select(i => $"line {i}").Order(StringComparer.Ordinal),
            frontEnd.Text("stdout").TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Should_be_fast_when_there_are_many_lines()
    {
        var watch = Stopwatch.StartNew();

        var frontEnd = Run(_ =>
        {
            for (var i = 0; i < 100_000; i++)
                Console.WriteLine(i);
        });

        Assert.Equal(100_000, frontEnd.Written.Count);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 2_000);
    }

    [Fact]
    public void Should_ask_when_a_line_or_a_character_is_read()
    {
        var read = new List<string?>();
        var frontEnd = Run(
            _ =>
            {
                Console.Write("Name? ");
                read.Add(Console.ReadLine());
                read.Add(((char)Console.Read()).ToString());
                read.Add(((char)Console.In.Peek()).ToString());
                read.Add(Console.ReadLine());
                read.Add(Console.In.ReadToEnd());
                read.Add(Console.In.ReadLineAsync().Result);
            },
            "Ada", "xyz", "one", "two", "", "last");

        Assert.Equal(["Ada", "x", "y", "yz", "one\ntwo", "last"], read);
        Assert.All(frontEnd.Asked, asked => Assert.Equal(("", false), asked));
    }

    [Fact]
    public void Should_go_to_the_process_when_outside_cells_and_give_the_console_back()
    {
        var (outBefore, inBefore) = (Console.Out, Console.In);
        using var process = new StringWriter();
        using var typed = new StringReader("typed\nrest");
        Console.SetOut(process);
        Console.SetIn(typed);
        try
        {
            using (ConsoleCapture.Start())
            {
                Console.Write("outside");
                Assert.Equal("typed", Console.ReadLine());
                Assert.Equal('r', Console.Read());
                RecordedFrontEnd.Run(_ => Console.Write("inside"));
            }

            Console.Write("!");
        }
        finally
        {
            Console.SetOut(outBefore);
            Console.SetIn(inBefore);
        }

        Assert.Equal("outside!", process.ToString());
    }

    private static RecordedFrontEnd Run(Action<RecordedFrontEnd> cell, params string[] answers)
    {
        using var capture = ConsoleCapture.Start();
        return RecordedFrontEnd.Run(cell, answers);
    }
}
