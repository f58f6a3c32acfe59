using TorchSharp.Modules;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Modules one after the other, named by their place ("0", "1", …) or by the caller.</summary>
        public class Sequential : torch.nn.Module<torch.Tensor, torch.Tensor>
        {
            private readonly List<(string Name, torch.nn.Module<torch.Tensor, torch.Tensor> Module)> _modules = [];

            internal Sequential()
                : base(nameof(Sequential))
            {
            }

            internal override IEnumerable<(string name, torch.nn.Module module)> named_children() =>
                _modules.Select(entry => (entry.Name, (torch.nn.Module)entry.Module));

            public override torch.Tensor forward(torch.Tensor tensor)
            {
                if (_modules.Count == 0)
                    return tensor.alias();
                var current = tensor;
                for (var i = 0; i < _modules.Count; i++)
                {
                    var former = current;
                    if (ForwardReLU(i) is { } forward)
                    {
                        current = forward(former);
                        i++;
                    }
                    else
                    {
                        current = _modules[i].Module.call(former);
                    }
                    // What lies between two modules is freed at once, unless the graph needs it.
                    if (!ReferenceEquals(former, tensor))
                        former.Dispose();
                }
                return current;
            }

            // A batch norm or convolution and the ReLU behind it are one sweep over memory instead of two.
            private Func<torch.Tensor, torch.Tensor>? ForwardReLU(int index) =>
                index + 1 == _modules.Count || _modules[index + 1].Module is not ReLU { HasHooks: false } ? null
                : _modules[index].Module switch
                {
                    BatchNorm { HasHooks: false } norm => input => norm.Forward(input, relu: true),
                    Conv2d { TakesReLU: true } conv => conv.ForwardReLU,
                    _ => null,
                };

            internal void Add(string name, torch.nn.Module<torch.Tensor, torch.Tensor> module) => _modules.Add((name, module));

            internal void Add(torch.nn.Module<torch.Tensor, torch.Tensor> module) => Add($"{_modules.Count}", module);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Sequential Sequential() => new();

            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) =>
                Sequential((IEnumerable<(string, Module<Tensor, Tensor>)>)modules);

            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) =>
                Sequential((IEnumerable<Module<Tensor, Tensor>>)modules);

            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules)
            {
                var result = Sequential();
                foreach (var (name, submodule) in modules)
                    result.Add(name, submodule);
                return result;
            }

            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules)
            {
                var result = Sequential();
                foreach (var module in modules)
                    result.Add(module);
                return result;
            }
        }
    }
}
