using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp.Modules;

/// <summary>What Adam and AdamW share: the running means of every gradient and of its square, and the step over them.</summary>
internal sealed class Moments : IDisposable
{
    private readonly Parameter[] _parameters;
    private readonly double _beta2;
    private readonly double _eps;
    private readonly double _weightDecay;
    private readonly bool _amsgrad;
    private readonly bool _maximize;
    private readonly long[] _steps;
    private readonly torch.Tensor[] _means;
    private readonly torch.Tensor[] _squares;
    private readonly torch.Tensor[] _greatest;

    internal Moments(Parameter[] parameters, double beta1, double beta2, double eps, double weightDecay, bool amsgrad, bool maximize)
    {
        if (eps < 0)
            throw new ArgumentException($"Invalid ε: {eps}");
        if (beta1 is < 0 or >= 1.0)
            throw new ArgumentException($"Invalid beta1: {beta1}");
        if (beta2 is < 0 or >= 1.0)
            throw new ArgumentException($"Invalid beta2: {beta2}");
        if (weightDecay < 0)
            throw new ArgumentException($"Invalid weight_decay value: {weightDecay}");
        _parameters = parameters;
        _beta2 = beta2;
        _eps = eps;
        _weightDecay = weightDecay;
        _amsgrad = amsgrad;
        _maximize = maximize;
        _steps = new long[parameters.Length];
        _means = Array.ConvertAll(parameters, Zeros);
        _squares = Array.ConvertAll(parameters, Zeros);
        _greatest = amsgrad ? Array.ConvertAll(parameters, Zeros) : [];
    }

    internal void Step(double rate, double beta1, bool decoupled)
    {
        using var parameters = new HandleList(_parameters);
        using var means = new HandleList(_means);
        using var squares = new HandleList(_squares);
        using var greatest = new HandleList(_greatest);
        Check(et_adam_step(parameters.Handles, means.Handles, squares.Handles, greatest.Handles, _steps, parameters.Count, rate, beta1,
            _beta2, _eps, _weightDecay, decoupled ? 1 : 0, _amsgrad ? 1 : 0, _maximize ? 1 : 0));
    }

    public void Dispose()
    {
        foreach (var tensor in _means.Concat(_squares).Concat(_greatest))
            tensor.Dispose();
    }

    // Owned outside all scopes.
    private static torch.Tensor Zeros(Parameter like) => torch.zeros(like.shape, like.dtype, like.device).DetachFromDisposeScope();
}
