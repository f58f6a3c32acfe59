namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1) => new ExponentialLRSchedule(optimizer, gamma);

            /// <summary>Multiplies the rate by gamma every epoch.</summary>
            private sealed class ExponentialLRSchedule : LRScheduler
            {
                private readonly double _gamma;

                internal ExponentialLRSchedule(Optimizer optimizer, double gamma)
                    : base(optimizer)
                {
                    _gamma = gamma;
                    step();
                }

                private protected override double Next() =>
                    Epoch == 0 ? Rate : Rate * _gamma;
            }
        }
    }
}
