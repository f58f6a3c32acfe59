namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5) => new LinearLRSchedule(optimizer, start_factor, end_factor, total_iters);

            /// <summary>From start_factor to end_factor of the rate in equal steps over total_iters epochs: a warm-up.</summary>
            private sealed class LinearLRSchedule : LRScheduler
            {
                private readonly double _from;
                private readonly double _to;
                private readonly int _total;

                internal LinearLRSchedule(Optimizer optimizer, double start_factor, double end_factor, int total_iters)
                    : base(optimizer)
                {
                    _from = start_factor;
                    _to = end_factor;
                    _total = total_iters;
                    step();
                }

                private protected override double Next() =>
                    Epoch == 0 ? Rate * _from
                    : Epoch > _total ? Rate
                    : Rate * (1 + (_to - _from) / (_total * _from + (Epoch - 1) * (_to - _from)));

                private protected override double First() => Start * _from;
            }
        }
    }
}
