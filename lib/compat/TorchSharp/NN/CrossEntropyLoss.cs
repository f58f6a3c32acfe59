using TorchSharp.Modules;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Cross entropy of logits, as a module.</summary>
        public sealed class CrossEntropyLoss : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public CrossEntropyLoss(torch.Tensor? weight = null, long? ignore_index = null,
                torch.nn.Reduction reduction = torch.nn.Reduction.Mean, double label_smoothing = 0.0)
                : base(nameof(CrossEntropyLoss))
            {
                this.weight = weight;
                this.ignore_index = ignore_index;
                this.reduction = reduction;
                this.label_smoothing = label_smoothing;
            }

            public torch.Tensor? weight { get; }

            public long? ignore_index { get; }

            public torch.nn.Reduction reduction { get; }

            public double label_smoothing { get; }

            public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2) =>
                torch.nn.functional.cross_entropy(input1, input2, weight, ignore_index ?? -100, reduction, label_smoothing);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static CrossEntropyLoss CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null,
                Reduction reduction = Reduction.Mean) => new(weight, ignore_index, reduction);
        }
    }
}
