namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1,
                bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>From the rate to eta_min in T_max epochs along half a cosine, then back.</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _period;
                    private readonly double _floor;

                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _period = T_max;
                        _floor = eta_min;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        CurrentRates.Zip(BaseRates, (rate, start) => Epoch == 0 ? rate
                            : (Epoch - 1 - _period) % (2 * _period) == 0
                                ? rate + (start - _floor) * (1 - Math.Cos(Math.PI / _period)) / 2
                                : (1 + Math.Cos(Math.PI * Epoch / _period)) / (1 + Math.Cos(Math.PI * (Epoch - 1) / _period))
                                    * (rate - _floor) + _floor);

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => _floor + (rate - _floor) * (1 + Math.Cos(Math.PI * Epoch / _period)) / 2);
                }
            }
        }
    }
}
