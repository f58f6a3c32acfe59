namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones) =>
                new SequentialLRSchedule(optimizer, [.. schedulers], [.. milestones]);

            /// <summary>One scheduler after the other, each from its milestone on.</summary>
            private sealed class SequentialLRSchedule : LRScheduler
            {
                private readonly LRScheduler[] _schedulers;
                private readonly int[] _milestones;

                internal SequentialLRSchedule(Optimizer optimizer, LRScheduler[] schedulers, int[] milestones)
                    : base(optimizer)
                {
                    if (schedulers.Any(scheduler => !ReferenceEquals(scheduler.Optimizer, optimizer)))
                        throw new ArgumentException(
                            "The SequentialLR scheduler expects all its sub-schedulers to be bound to the same optimizer.");
                    if (milestones.Length != schedulers.Length - 1)
                        throw new ArgumentException(
                            $"Received {schedulers.Length} schedulers and {milestones.Length} milestones. The SequentialLR "
                            + "scheduler expects the number of schedulers to be one more than the number of milestones.");
                    _schedulers = schedulers;
                    _milestones = milestones;
                    // Every scheduler stepped when it was made: undo all of that, then let the first one begin.
                    Group.LearningRate = Start;
                    foreach (var scheduler in schedulers)
                        scheduler.Rewind();
                    step();
                }

                private protected override double Next()
                {
                    var current = _milestones.Count(milestone => milestone <= Epoch);
                    if (current > 0 && _milestones[current - 1] == Epoch)
                        _schedulers[current].Begin();
                    else
                        _schedulers[current].step();
                    return Rate;
                }

                private protected override double First() => Next();
            }
        }
    }
}
