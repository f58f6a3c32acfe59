using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;
using static TorchSharp.torch.optim;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>
        /// Adam: steps by the running mean of the gradient over the root of that of its square; a step is one native call per group.
        /// </summary>
        public class Adam : OptimizerHelper, IBetas
        {
            private readonly Options _defaults;

            public Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                double weight_decay = 0, bool amsgrad = false, bool maximize = false)
                : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
            {
            }

            public Adam(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            {
                if (lr < 0)
                    throw new ArgumentException($"Invalid learning rate: {lr}");
                if (eps < 0)
                    throw new ArgumentException($"Invalid ε: {eps}");
                if (beta1 is < 0 or >= 1.0)
                    throw new ArgumentException($"Invalid beta1: {beta1}");
                if (beta2 is < 0 or >= 1.0)
                    throw new ArgumentException($"Invalid beta2: {beta2}");
                if (weight_decay < 0.0)
                    throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
                _defaults = new Options
                {
                    LearningRate = lr,
                    InitialLearningRate = lr,
                    beta1 = beta1,
                    beta2 = beta2,
                    eps = eps,
                    weight_decay = weight_decay,
                    amsgrad = amsgrad,
                    maximize = maximize,
                };
                foreach (var group in parameters)
                    add_param_group(group);
            }

            public (double, double) Betas
            {
                get => (_defaults.beta1!.Value, _defaults.beta2!.Value);
                set => (_defaults.beta1, _defaults.beta2) = value;
            }

            public override void add_param_group(Modules.ParamGroup param_group)
            {
                var options = (Options)(param_group.Options ??= new Options());
                options.LearningRate ??= _defaults.LearningRate;
                options.beta1 ??= _defaults.beta1;
                options.beta2 ??= _defaults.beta2;
                options.eps ??= _defaults.eps;
                options.weight_decay ??= _defaults.weight_decay;
                options.amsgrad ??= _defaults.amsgrad;
                options.maximize ??= _defaults.maximize;
                Add(param_group, parameter => new State(parameter));
            }

            private protected override void Update(Modules.ParamGroup group)
            {
                var options = (Options)group.Options;
                var states = StatesOf<State>(group);
                using var parameters = new HandleList(group.Parameters);
                using var averages = new HandleList(states.Select(state => state.exp_avg!));
                using var squares = new HandleList(states.Select(state => state.exp_avg_sq!));
                using var greatest = new HandleList(options.amsgrad!.Value ? states.Select(state => state.max_exp_avg_sq!) : []);
                var steps = Array.ConvertAll(states, state => state.step);
                var status = et_adam_step(parameters.Handles, averages.Handles, squares.Handles, greatest.Handles, steps, parameters.Count,
                    options.LearningRate!.Value, options.beta1!.Value, options.beta2!.Value, options.eps!.Value,
                    options.weight_decay!.Value, decoupled: 0, options.amsgrad.Value ? 1 : 0,
                    options.maximize!.Value ? 1 : 0);
                for (var i = 0; i < states.Length; i++)
                    states[i].step = steps[i];
                Check(status);
            }

            /// <summary>The running means of one parameter's gradient and of its square.</summary>
            public sealed class State : OptimizerState, IDisposable
            {
#pragma warning disable CA1051 // the package has them as fields
                public long step;
                public torch.Tensor? exp_avg;
                public torch.Tensor? exp_avg_sq;
                public torch.Tensor? max_exp_avg_sq;
#pragma warning restore CA1051

                public State(Parameter parameter)
                    : base(parameter)
                {
                }

                public override void Initialize(OptimizerOptions options)
                {
                    step = 0;
                    Replace(ref exp_avg, torch.zeros_like(_parameter));
                    Replace(ref exp_avg_sq, torch.zeros_like(_parameter));
                    Replace(ref max_exp_avg_sq, ((Options)options).amsgrad == true ? torch.zeros_like(_parameter) : null);
                }

                public override void LoadStateDict(OptimizerState source)
                {
                    var other = (State)source;
                    step = other.step;
                    Replace(ref exp_avg, other.exp_avg!.to(_parameter.device, copy: true));
                    Replace(ref exp_avg_sq, other.exp_avg_sq!.to(_parameter.device, copy: true));
                    Replace(ref max_exp_avg_sq, other.max_exp_avg_sq?.to(_parameter.device, copy: true));
                }

                public override bool ApproximatelyEquals(OptimizerState other) => other is State state && step == state.step
                    && Close(exp_avg, state.exp_avg) && Close(exp_avg_sq, state.exp_avg_sq)
                    && Close(max_exp_avg_sq, state.max_exp_avg_sq);

                public override void to(torch.Device device)
                {
                    Replace(ref exp_avg, exp_avg?.to(device));
                    Replace(ref exp_avg_sq, exp_avg_sq?.to(device));
                    Replace(ref max_exp_avg_sq, max_exp_avg_sq?.to(device));
                }

                public void Dispose()
                {
                    Replace(ref exp_avg, null);
                    Replace(ref exp_avg_sq, null);
                    Replace(ref max_exp_avg_sq, null);
                }
            }

            public class Options : OptimizerOptions
            {
#pragma warning disable CA1051 // the package has them as fields
                public double? beta1;
                public double? beta2;
                public double? weight_decay;
                public double? eps;
                public bool? amsgrad;
                public bool? maximize;
#pragma warning restore CA1051

                public override void LoadStateDict(OptimizerOptions source)
                {
                    base.LoadStateDict(source);
                    var other = (Options)source;
                    beta1 = other.beta1;
                    beta2 = other.beta2;
                    weight_decay = other.weight_decay;
                    eps = other.eps;
                    amsgrad = other.amsgrad;
                    maximize = other.maximize;
                }
            }

            public class ParamGroup : ParamGroup<Options>, IBetas
            {
                public ParamGroup()
                {
                }

                public ParamGroup(IEnumerable<Parameter> parameters, Options options)
                    : base(parameters, options)
                {
                }

                public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
                    double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
                    : base(parameters, new Options
                    {
                        LearningRate = lr,
                        beta1 = beta1,
                        beta2 = beta2,
                        eps = eps,
                        weight_decay = weight_decay,
                        amsgrad = amsgrad,
                        maximize = maximize,
                    })
                {
                }

                public (double, double) Betas
                {
                    get => (Options.beta1!.Value, Options.beta2!.Value);
                    set => (Options.beta1, Options.beta2) = value;
                }
            }
        }
    }

    public static partial class torch
    {
        public static partial class optim
        {
            public static Adam Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
                double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            public static Adam Adam(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9,
                double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters.Select(pair => pair.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            public static Adam Adam(IEnumerable<Adam.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
                double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}
