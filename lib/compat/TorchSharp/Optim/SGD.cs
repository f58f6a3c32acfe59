using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Stochastic gradient descent; a step is one native call.</summary>
        public class SGD : OptimizerHelper
        {
            private readonly double _dampening;
            private readonly double _weightDecay;
            private readonly bool _nesterov;
            private readonly bool _maximize;
            private readonly State[] _states;

            internal SGD(IEnumerable<Parameter> parameters, double lr, double momentum, double dampening, double weight_decay,
                bool nesterov, bool maximize)
                : base(parameters, lr, momentum)
            {
                if (momentum < 0)
                    throw new ArgumentException($"Invalid momentum value: {momentum}");
                if (weight_decay < 0)
                    throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
                if (nesterov && (momentum <= 0 || dampening != 0))
                    throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
                _dampening = dampening;
                _weightDecay = weight_decay;
                _nesterov = nesterov;
                _maximize = maximize;
                _states = Array.ConvertAll(Parameters, _ => new State());
            }

            private protected override void Update()
            {
                using var parameters = new HandleList(Parameters);
                var handles = Array.ConvertAll(_states, state => state.momentum_buffer?.Handle ?? 0);
                var status = et_sgd_step(parameters.Handles, handles, parameters.Count, Group.LearningRate, Group.Momentum, _dampening,
                    _weightDecay, _nesterov ? 1 : 0, _maximize ? 1 : 0);
                for (var i = 0; i < handles.Length; i++)
                    if (_states[i].momentum_buffer is null && handles[i] != 0)
                        _states[i].momentum_buffer = new torch.Tensor(handles[i], register: false);
                GC.KeepAlive(_states);
                Check(status);
            }

            private protected override IEnumerable<OptimizerState> States() => _states;

            protected override void Dispose(bool disposing)
            {
                if (disposing)
                    Array.ForEach(_states, state => state.momentum_buffer?.Dispose());
                base.Dispose(disposing);
            }

            public class State : OptimizerState
            {
                internal State()
                {
                }

                /// <summary>Null before a parameter's first step with momentum.</summary>
                public torch.Tensor? momentum_buffer;
            }
        }
    }

    public static partial class torch
    {
        public static partial class optim
        {
            public static SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0,
                double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}
