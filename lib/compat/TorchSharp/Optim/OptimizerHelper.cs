namespace TorchSharp.Modules;

/// <summary>An optimizer whose state can be taken out and put back.</summary>
public abstract class OptimizerHelper : torch.optim.Optimizer
{
    private protected OptimizerHelper(IEnumerable<Parameter> parameters, double rate, double momentum)
        : base(parameters, rate, momentum)
    {
    }

    public virtual StateDictionary state_dict() => new(States());

    private protected abstract IEnumerable<OptimizerState> States();
}
