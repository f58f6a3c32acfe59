using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp.Modules;

/// <summary>What Adam and AdamW share: the running means of every gradient and of its square, and the step over them.</summary>
internal sealed class Moments<TState> : IDisposable
    where TState : OptimizerState, IMoments
{
    private readonly Parameter[] _parameters;
    private readonly double _beta2;
    private readonly double _eps;
    private readonly double _weightDecay;
    private readonly bool _amsgrad;
    private readonly bool _maximize;
    private readonly long[] _steps;

    internal Moments(Parameter[] parameters, double beta1, double beta2, double eps, double weightDecay, bool amsgrad, bool maximize,
        Func<TState> create)
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
        States = Array.ConvertAll(parameters, parameter => Fresh(parameter, create()));
    }

    internal TState[] States { get; }

    internal void Step(double rate, double beta1, bool decoupled)
    {
        using var parameters = new HandleList(_parameters);
        using var means = new HandleList(Array.ConvertAll(States, state => state.Mean));
        using var squares = new HandleList(Array.ConvertAll(States, state => state.Square));
        using var greatest = new HandleList(_amsgrad ? Array.ConvertAll(States, state => state.Greatest!) : []);
        for (var i = 0; i < _steps.Length; i++)
            _steps[i] = States[i].Step;
        var status = et_adam_step(parameters.Handles, means.Handles, squares.Handles, greatest.Handles, _steps, parameters.Count, rate, beta1,
            _beta2, _eps, _weightDecay, decoupled ? 1 : 0, _amsgrad ? 1 : 0, _maximize ? 1 : 0);
        for (var i = 0; i < _steps.Length; i++)
            States[i].Step = _steps[i];
        Check(status);
    }

    public void Dispose()
    {
        foreach (var state in States)
        {
            state.Mean.Dispose();
            state.Square.Dispose();
            state.Greatest?.Dispose();
        }
    }

    private TState Fresh(Parameter parameter, TState state)
    {
        state.Mean = Zeros(parameter);
        state.Square = Zeros(parameter);
        state.Greatest = _amsgrad ? Zeros(parameter) : null;
        return state;
    }

    // Owned outside all scopes.
    private static torch.Tensor Zeros(Parameter like) => torch.zeros(like.shape, like.dtype, like.device).DetachFromDisposeScope();
}
