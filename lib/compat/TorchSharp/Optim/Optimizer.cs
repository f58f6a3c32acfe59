using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What all optimizers are: groups of parameters with options, and one state per parameter.</summary>
        public abstract partial class Optimizer : IDisposable
        {
            private readonly List<ParamGroup> _groups = [];

            ~Optimizer() => Dispose(false);

            public virtual IEnumerable<ILearningRateController> ParamGroups => _groups;

            private protected IReadOnlyList<ParamGroup> Groups => _groups;

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>Sets all gradients to zero; they stay allocated (nn.Module.zero_grad takes them away instead).</summary>
            public virtual void zero_grad()
            {
                using var handles = new HandleList(parameters());
                Check(et_zero_grads(handles.Handles, handles.Count));
            }

            public virtual IEnumerable<Parameter> parameters() => _groups.SelectMany(group => group.Parameters);

            public virtual void add_param_group(ParamGroup param_group) => _groups.Add(param_group);

            /// <summary>One update of all parameters. A closure computes the loss (with gradients on) first.</summary>
            public virtual Tensor? step(Func<Tensor>? closure = null)
            {
                Tensor? loss = null;
                if (closure is not null)
                {
                    using var with = enable_grad();
                    loss = closure();
                }
                foreach (var group in _groups)
                    Update(group);
                return loss;
            }

            private protected abstract void Update(ParamGroup group);

            /// <summary>Options per group and state per parameter, in order; the objects themselves, not copies.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                public List<OptimizerOptions> Options { get; } = [];

                public List<OptimizerState> State { get; } = [];

                public List<List<int>> StateIndexRef { get; } = [];
            }
        }

        /// <summary>What learning rate schedulers turn.</summary>
        public interface ILearningRateController
        {
            double LearningRate { get; set; }

            double InitialLearningRate { get; set; }
        }

        public interface IMomentum
        {
            double Momentum { get; set; }
        }

        public interface IBetas
        {
            (double, double) Betas { get; set; }
        }
    }
}
