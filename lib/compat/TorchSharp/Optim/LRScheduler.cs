namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rate of an optimizer, once when it is made and then at every step.</summary>
            public abstract class LRScheduler
            {
                private protected LRScheduler(Optimizer optimizer)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    Optimizer = optimizer;
                }

                internal Optimizer Optimizer { get; }

                private protected Modules.ParamGroup Group => Optimizer.Group;

                private protected double Rate => Group.LearningRate;

                private protected double Start => Group.InitialLearningRate;

                private protected int Epoch { get; set; } = -1;

                public virtual void step()
                {
                    Epoch++;
                    Group.LearningRate = Next();
                }

                /// <summary>The rate of this epoch, from the present one.</summary>
                private protected abstract double Next();

                /// <summary>The rate of epoch 0, whatever the present one is.</summary>
                private protected virtual double First() => Start;

                /// <summary>Back to before the first step.</summary>
                internal void Rewind() => Epoch = -1;

                /// <summary>The first step, for a scheduler whose turn comes after others.</summary>
                internal void Begin()
                {
                    Epoch = 0;
                    Group.LearningRate = First();
                }
            }
        }
    }
}
