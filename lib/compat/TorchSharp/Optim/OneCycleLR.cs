namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1,
                int steps_per_epoch = -1, double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true,
                double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4,
                bool three_phase = false) =>
                new impl.OneCycleLR(optimizer, max_lr, impl.OneCycleLR.TotalSteps(total_steps, epochs, steps_per_epoch), pct_start,
                    anneal_strategy, cycle_momentum, base_momentum, max_momentum, div_factor, final_div_factor, three_phase);

            public static partial class impl
            {
                /// <summary>
                /// Up from max_lr / div_factor to max_lr in the first pct_start of all steps, then down far below the start; momentum
                /// goes the other way. One step per batch.
                /// </summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly int _totalSteps;
                    private readonly Func<double, double, double, double> _anneal;
                    private readonly bool _cycleMomentum;
                    private readonly Phase[] _phases;

                    public enum AnnealStrategy
                    {
                        Cos,
                        Linear,
                    }

                    internal OneCycleLR(Optimizer optimizer, double max_lr, int total_steps, double pct_start,
                        AnnealStrategy anneal_strategy, bool cycle_momentum, double base_momentum, double max_momentum, double div_factor,
                        double final_div_factor, bool three_phase)
                        : base(optimizer)
                    {
                        if (pct_start is < 0 or > 1)
                            throw new ArgumentException($"Expected float between 0 and 1 for pct_start, but got {pct_start}");
                        _totalSteps = total_steps;
                        _cycleMomentum = cycle_momentum;
                        _anneal = anneal_strategy == AnnealStrategy.Cos
                            ? (start, end, part) => end + (start - end) / 2.0 * (Math.Cos(Math.PI * part) + 1)
                            : (start, end, part) => (end - start) * part + start;
                        _phases = Phases(max_lr, div_factor, final_div_factor, base_momentum, max_momentum, pct_start, three_phase);
                        step();
                    }

                    private protected override double Next()
                    {
                        if (Epoch > _totalSteps)
                            throw new InvalidOperationException(
                                $"Tried to step {Epoch + 1} times. The specified number of total steps is {_totalSteps}");
                        var index = Array.FindIndex(_phases, phase => Epoch <= phase.End);
                        index = index < 0 ? _phases.Length - 1 : index;
                        var start = index == 0 ? 0 : _phases[index - 1].End;
                        var phase = _phases[index];
                        var part = (Epoch - start) / (phase.End - start);
                        if (_cycleMomentum)
                            Group.Momentum = _anneal(phase.StartMomentum, phase.EndMomentum, part);
                        return _anneal(phase.StartRate, phase.EndRate, part);
                    }

                    private protected override double First() => Next();

                    private Phase[] Phases(double peak, double divide, double finalDivide, double low, double high, double part, bool three)
                    {
                        var first = peak / divide;
                        var last = first / finalDivide;
                        return three
                            ? [
                                new(part * _totalSteps - 1, first, peak, high, low),
                                new(2 * part * _totalSteps - 2, peak, first, low, high),
                                new(_totalSteps - 1, first, last, high, high),
                            ]
                            : [
                                new(part * _totalSteps - 1, first, peak, high, low),
                                new(_totalSteps - 1, peak, last, low, high),
                            ];
                    }

                    internal static int TotalSteps(int total, int epochs, int stepsPerEpoch)
                    {
                        if (total == -1 && epochs == -1 && stepsPerEpoch == -1)
                            throw new ArgumentException("You must define either total_steps OR (epochs AND steps_per_epoch)");
                        if (total != -1)
                            return total > 0
                                ? total
                                : throw new ArgumentException($"Expected positive integer total_steps, but got {total}");
                        if (epochs <= 0)
                            throw new ArgumentException($"Expected positive integer epochs, but got {epochs}");
                        if (stepsPerEpoch <= 0)
                            throw new ArgumentException($"Expected positive integer steps_per_epoch, but got {stepsPerEpoch}");
                        return epochs * stepsPerEpoch;
                    }

                    private readonly record struct Phase(
                        double End, double StartRate, double EndRate, double StartMomentum, double EndMomentum);
                }
            }
        }
    }
}
