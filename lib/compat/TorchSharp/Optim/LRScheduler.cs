namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>
            /// Sets the learning rate of every group of an optimizer, once when it is made and then at every step. Without an
            /// epoch a step goes on from the present rate; with one it computes the rate afresh.
            /// </summary>
            public abstract class LRScheduler
            {
                private protected readonly List<double> BaseRates;
                private protected int Epoch;
                private readonly bool _verbose;
                private List<double> _lastRates;

                private protected LRScheduler(Optimizer optimizer, int last_epoch, bool verbose)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    Optimizer = optimizer;
                    Epoch = last_epoch;
                    _verbose = verbose;
                    BaseRates = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                    _lastRates = [.. CurrentRates];
                }

                internal Optimizer Optimizer { get; }

                private protected IEnumerable<double> CurrentRates => Optimizer.ParamGroups.Select(group => group.LearningRate);

                public virtual void step() => step(null);

                public virtual void step(int? epoch)
                {
                    Epoch = epoch ?? Epoch + 1;
                    Apply([.. epoch is null ? get_lr() : get_closed_form_lr()]);
                }

                public virtual void step(double current, int? epoch = null) => step(epoch);

                public IEnumerable<double> get_last_lr() => _lastRates;

                protected virtual IEnumerable<double> get_lr() => CurrentRates;

                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                /// <summary>Back to before the first step, for a scheduler that goes on with this one later.</summary>
                internal void Rewind() => Epoch--;

                private protected void TakeRatesOf(LRScheduler other) => _lastRates = other._lastRates;

                private void Apply(List<double> rates)
                {
                    foreach (var (index, group) in Optimizer.ParamGroups.Take(BaseRates.Count).Index())
                    {
                        group.LearningRate = rates[index];
                        if (_verbose && _lastRates[index] != rates[index])
                            Console.WriteLine($"Adjusting learning rate to {rates[index]}");
                    }
                    _lastRates = rates;
                }
            }

            public static partial class impl
            {
            }
        }
    }
}
