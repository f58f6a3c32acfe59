using System.Runtime.ExceptionServices;

namespace EmotionNotebooks.Data;

/// <summary><see cref="Parallel"/> whose failures are what a loop on one core would throw.</summary>
internal static class OnAllCores
{
    /// <summary>Runs the body for 0 to <paramref name="count"/> − 1, in no order.</summary>
    /// <param name="count">How often.</param>
    /// <param name="body">The work; where it throws, the rest may not be done, and one of the exceptions goes on to the caller.</param>
    public static void For(int count, Action<int, ParallelLoopState> body)
    {
        try
        {
            Parallel.For(0, count, body);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }
}
