using TorchSharp.Modules;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Cross entropy of logits, as a module.</summary>
        public sealed class CrossEntropyLoss : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>
        {
            private readonly torch.Tensor? _weight;
            private readonly torch.nn.Reduction _reduction;

            public CrossEntropyLoss(torch.Tensor? weight = null, long? ignore_index = null,
                torch.nn.Reduction reduction = torch.nn.Reduction.Mean, double label_smoothing = 0.0)
                : base(nameof(CrossEntropyLoss))
            {
                _weight = weight;
                _reduction = reduction;
                this.ignore_index = ignore_index;
                this.label_smoothing = label_smoothing;
            }

            public long? ignore_index { get; }

            public double label_smoothing { get; }

            public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2) =>
                torch.nn.functional.cross_entropy(input1, input2, _weight, ignore_index ?? -100, _reduction, label_smoothing);

            // The class weights are the caller's, no state of the network.
            protected override void RegisterComponents()
            {
            }
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
