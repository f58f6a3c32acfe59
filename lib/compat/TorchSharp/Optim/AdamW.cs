using TorchSharp.Modules;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Adam whose decay is of the weights themselves, not part of the gradient; a step is one native call.</summary>
        public class AdamW : OptimizerHelper
        {
            private readonly Moments<State> _moments;

            internal AdamW(IEnumerable<Parameter> parameters, double lr, double beta1, double beta2, double eps, double weight_decay,
                bool amsgrad, bool maximize)
                : base(parameters, lr, beta1) =>
                _moments = new Moments<State>(Parameters, beta1, beta2, eps, weight_decay, amsgrad, maximize, () => new State());

            private protected override void Update() => _moments.Step(Group.LearningRate, Group.Momentum, decoupled: true);

            private protected override IEnumerable<OptimizerState> States() => _moments.States;

            protected override void Dispose(bool disposing)
            {
                if (disposing)
                    _moments.Dispose();
                base.Dispose(disposing);
            }

            public class State : OptimizerState, IMoments
            {
                public long step;
                public torch.Tensor exp_avg = null!;
                public torch.Tensor exp_avg_sq = null!;
                private torch.Tensor? _greatest;

                internal State()
                {
                }

                ref long IMoments.Step => ref step;

                ref torch.Tensor IMoments.Mean => ref exp_avg;

                ref torch.Tensor IMoments.Square => ref exp_avg_sq;

                ref torch.Tensor? IMoments.Greatest => ref _greatest;
            }
        }
    }

    public static partial class torch
    {
        public static partial class optim
        {
            public static AdamW AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
                double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}
