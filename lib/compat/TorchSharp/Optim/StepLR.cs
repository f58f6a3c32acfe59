namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1) => new StepLRSchedule(optimizer, step_size, gamma);

            /// <summary>Multiplies the rate by gamma every step_size epochs.</summary>
            private sealed class StepLRSchedule : LRScheduler
            {
                private readonly int _size;
                private readonly double _gamma;

                internal StepLRSchedule(Optimizer optimizer, int step_size, double gamma)
                    : base(optimizer)
                {
                    _size = step_size;
                    _gamma = gamma;
                    step();
                }

                private protected override double Next() =>
                    Epoch == 0 || Epoch % _size != 0 ? Rate : Rate * _gamma;
            }
        }
    }
}
