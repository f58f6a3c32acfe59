namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0) => new CosineAnnealingLRSchedule(optimizer, T_max, eta_min);

            /// <summary>From the rate to eta_min in T_max epochs along half a cosine, then back.</summary>
            private sealed class CosineAnnealingLRSchedule : LRScheduler
            {
                private readonly double _period;
                private readonly double _floor;

                internal CosineAnnealingLRSchedule(Optimizer optimizer, double T_max, double eta_min)
                    : base(optimizer)
                {
                    _period = T_max;
                    _floor = eta_min;
                    step();
                }

                private protected override double Next() =>
                    Epoch == 0 ? Rate
                    : (Epoch - 1 - _period) % (2 * _period) == 0
                        ? Rate + (Start - _floor) * (1 - Math.Cos(Math.PI / _period)) / 2
                        : (1 + Math.Cos(Math.PI * Epoch / _period)) / (1 + Math.Cos(Math.PI * (Epoch - 1) / _period)) * (Rate - _floor)
                            + _floor;
            }
        }
    }
}
