using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What all optimizers are: parameters, a learning rate, and a state per parameter.</summary>
        public abstract class Optimizer : IDisposable
        {
            private bool _disposed;

            private protected Optimizer(IEnumerable<Parameter> parameters, double rate, double momentum)
            {
                if (rate < 0)
                    throw new ArgumentException($"Invalid learning rate: {rate}");
                // Enumerated once: a sequence that is computed would give new parameters at every step.
                Parameters = [.. parameters];
                Group = new ParamGroup(rate, momentum);
            }

            ~Optimizer() => Dispose(false);

            public virtual IEnumerable<ILearningRateController> ParamGroups => [Group];

            /// <summary>What an optimizer carries from step to step.</summary>
            public class StateDictionary
            {
                internal StateDictionary(IEnumerable<OptimizerState> state) => State = [.. state];

                /// <summary>One for each parameter, in their order; not copies, what is set here holds.</summary>
                public List<OptimizerState> State { get; }
            }

            internal ParamGroup Group { get; }

            private protected Parameter[] Parameters { get; }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing) => _disposed = true;

            /// <summary>Sets all gradients to zero; they stay allocated.</summary>
            public virtual void zero_grad()
            {
                using var handles = new HandleList(Parameters);
                Check(et_zero_grads(handles.Handles, handles.Count));
            }

            /// <summary>One update of all parameters. A closure computes the loss (with gradients on) first.</summary>
            public virtual Tensor? step(Func<Tensor>? closure = null)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                Tensor? loss = null;
                if (closure is not null)
                {
                    using var with = new AutoGradMode(true);
                    loss = closure();
                }
                Update();
                return loss;
            }

            private protected abstract void Update();
        }

        /// <summary>What a learning rate schedule turns.</summary>
        public interface ILearningRateController
        {
            double LearningRate { get; set; }
        }
    }
}
