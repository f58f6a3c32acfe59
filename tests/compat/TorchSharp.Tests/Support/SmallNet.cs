using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Support;

/// <summary>One of each kind of layer, (N, 1, H, W) → (N, 7); generate.py builds the same.</summary>
internal sealed class SmallNet : Module<Tensor, Tensor>
{
    private readonly Sequential _features;
    private readonly Linear _head;

    public SmallNet()
        : base(nameof(SmallNet))
    {
        _features = Sequential(Conv2d(1, 4, 3, padding: 1, bias: false), BatchNorm2d(4), ReLU(), MaxPool2d(2), Conv2d(4, 4, 3, padding: 1), ReLU());
        _head = Linear(4, 7);
        register_module("features", _features);
        register_module("head", _head);
    }

    public Conv2d Second => (Conv2d)_features.children().ElementAt(4);

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var maps = _features.call(input);                                       // (N, 4, H/2, W/2)
        var means = maps.sum([2, 3]).div(maps.shape[2] * maps.shape[3]);        // (N, 4)
        return _head.call(means).MoveToOuterDisposeScope();
    }
}
