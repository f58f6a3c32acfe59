using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// What all networks and layers are: a tree of modules that hold parameters and buffers by name.
        /// </summary>
        public class Module : IDisposable
        {
            private readonly OrderedDictionary<string, Parameter> _parameters = [];
            private readonly OrderedDictionary<string, Tensor> _buffers = [];
            private readonly OrderedDictionary<string, Module> _children = [];
            private readonly string _name;
            private bool _training = true;
            private bool _disposed;

            protected Module(string name) => _name = name;

            ~Module() => Dispose(false);

            public virtual bool training => _training;

            internal bool IsDisposed => _disposed;

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || _disposed)
                    return;
                _disposed = true;
                foreach (var (_, buffer) in _buffers)
                    buffer.DetachFromDisposeScope().Dispose();
                foreach (var (_, parameter) in _parameters)
                    parameter.DetachFromDisposeScope().Dispose();
                foreach (var (_, child) in named_children().ToList())
                    child.Dispose();
            }

            public virtual string GetName() => _name.Length == 0 ? GetType().Name : _name;

            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (var (_, child) in named_children())
                    child.train(train);
            }

            public virtual void eval() => train(false);

            public virtual void zero_grad(bool set_to_none = true)
            {
                Parameter[] all = [.. parameters()];
                if (set_to_none)
                {
                    foreach (var parameter in all)
                        parameter.grad = null;
                }
                else
                {
                    using var handles = new HandleList(all);
                    Check(et_zero_grads(handles.Handles, handles.Count));
                }
            }

            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                Distinct(NamedParameters(recurse), pair => pair.parameter);

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(pair => pair.parameter);

            internal IEnumerable<(string name, Tensor buffer)> NamedBuffers() => Distinct(AllBuffers(), pair => pair.buffer);

            internal virtual IEnumerable<(string name, Module module)> named_children() =>
                _children.Select(pair => (pair.Key, pair.Value));

            public virtual IEnumerable<Module> children() => named_children().Select(pair => pair.module);

            /// <summary>All modules below this one: first the children, then what is below each; not this one.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children())
                    yield return child;
                foreach (var (prefix, child) in named_children())
                    foreach (var (name, module) in child.named_modules())
                        yield return ($"{prefix}.{name}", module);
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(pair => pair.module);

            /// <summary>Parameters and persistent buffers by their full names; the tensors themselves, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var start = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (name, parameter) in named_parameters())
                    destination.TryAdd(start + name, parameter);
                foreach (var (name, buffer) in NamedBuffers())
                    destination.TryAdd(start + name, buffer);
                // Modules of the user may override this method: ask each child too.
                foreach (var (name, child) in named_children())
                    child.state_dict(destination, start + name);
                return destination;
            }

            /// <summary>Copies values into this module's own tensors, whatever their device, dtype and memory layout.</summary>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                skip ??= [];
                var destination = state_dict();
                List<string> unexpected = [.. source.Keys.Where(key => !skip.Contains(key) && !destination.ContainsKey(key))];
                List<string> missing = [.. destination.Keys.Where(key => !skip.Contains(key) && !source.ContainsKey(key))];
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new InvalidOperationException("The loaded state_dict is not identical to the target dictionary.");
                using var without = no_grad();
                foreach (var (key, value) in source)
                    if (!skip.Contains(key) && destination.TryGetValue(key, out var target))
                        target.copy_(value);
                return (missing, unexpected);
            }

            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null || submodule.IsDisposed)
                {
                    _children.Remove(name);
                    return;
                }
                if (name.Contains('.'))
                    throw new ArgumentException($"module name can't contain \".\", got: {name}");
                if (name.Length == 0)
                    throw new ArgumentException("module name can't be empty string \"\"");
                if (_children.ContainsKey(name))
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                _children.Add(name, submodule);
            }

            private protected Parameter Registered(string name, Parameter value) =>
                _parameters[name] = (Parameter)value.DetachFromDisposeScope();

            private protected Tensor Registered(string name, Tensor value) => _buffers[name] = value.DetachFromDisposeScope();

            /// <summary>Takes a parameter over into a field; the former one is disposed. Null takes it away.</summary>
            private protected void Replace(string name, ref Parameter? field, Parameter? value)
            {
                if (ReferenceEquals(value, field))
                    return;
                field?.Dispose();
                field = (Parameter?)value?.DetachFromDisposeScope();
                if (field is null)
                    _parameters.Remove(name);
                else
                    _parameters[name] = field;
            }

            // The tensors keep their identity, so that optimizers and fields that hold them stay right.
            internal Module Move(Device? device, ScalarType? dtype, bool nonBlocking)
            {
                if (dtype is { } wanted && !torch.is_floating_point(wanted))
                    throw new ArgumentException(
                        $"nn.Module.to only accepts floating point or complex types, but got desired dtype={wanted}");
                if (device is { type: DeviceType.CUDA } && !torch.cuda.is_available())
                    throw new InvalidOperationException("CUDA is not available.");
                using var without = no_grad();
                foreach (var tensor in parameters().Concat(NamedBuffers().Select(pair => pair.buffer)))
                {
                    using var grad = tensor.is_leaf ? tensor.grad : null;
                    tensor.grad = null;
                    Move(tensor, device, dtype, nonBlocking);
                    if (grad is null)
                        continue;
                    Move(grad, device, dtype, nonBlocking);
                    tensor.grad = grad;
                }
                return this;
            }

            private static void Move(Tensor tensor, Device? device, ScalarType? dtype, bool nonBlocking)
            {
                var target = torch.is_floating_point(tensor.dtype) ? dtype ?? tensor.dtype : tensor.dtype;
                using var moved = tensor.to(target, device ?? tensor.device, non_blocking: nonBlocking);
                Check(et_tensor_set_data(tensor, moved));
            }

            private IEnumerable<(string name, Parameter parameter)> NamedParameters(bool recurse)
            {
                foreach (var (name, parameter) in _parameters)
                    yield return (name, parameter);
                if (!recurse)
                    yield break;
                foreach (var (prefix, child) in named_children())
                    foreach (var (name, parameter) in child.named_parameters())
                        yield return ($"{prefix}.{name}", parameter);
            }

            private IEnumerable<(string name, Tensor buffer)> AllBuffers()
            {
                foreach (var (name, buffer) in _buffers)
                    yield return (name, buffer);
                foreach (var (prefix, child) in named_children())
                    foreach (var (name, buffer) in child.NamedBuffers())
                        yield return ($"{prefix}.{name}", buffer);
            }

            // A tensor that several modules share appears once, under its first name; disposed ones not at all.
            private static IEnumerable<T> Distinct<T>(IEnumerable<T> named, Func<T, Tensor> tensorOf)
            {
                HashSet<Tensor> seen = new(ReferenceEqualityComparer.Instance);
                foreach (var item in named)
                    if (!tensorOf(item).IsInvalid && seen.Add(tensorOf(item)))
                        yield return item;
            }
        }
    }
}
