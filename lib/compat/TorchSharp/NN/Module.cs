using System.Reflection;
using TorchSharp.Modules;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        /// <summary>
        /// What all networks and layers are: a tree of modules that hold parameters and buffers by name. Fields become
        /// components by <see cref="RegisterComponents"/>, under the field's name.
        /// </summary>
        public class Module : IDisposable
        {
            private readonly OrderedDictionary<string, Parameter> _parameters = [];
            private readonly OrderedDictionary<string, (Tensor Buffer, bool Persistent)> _buffers = [];
            private readonly OrderedDictionary<string, Module> _children = [];
            private bool _areComponentsRegistered;
            private bool _training = true;
            private bool _disposed;

#pragma warning disable CA1051 // the package has it as a field
            protected string? name;
#pragma warning restore CA1051

            protected Module(string name) => this.name = name;

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
                foreach (var (_, (buffer, _)) in _buffers)
                    buffer.DetachFromDisposeScope().Dispose();
                foreach (var (_, parameter) in _parameters)
                    parameter.DetachFromDisposeScope().Dispose();
                foreach (var (_, child) in named_children().ToList())
                    child.Dispose();
            }

            public virtual string GetName() => string.IsNullOrEmpty(name) ? GetType().Name : name;

            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, child) in named_children())
                    child.apply(fn);
                fn(this);
                return this;
            }

            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (var (_, child) in named_children())
                    child.train(train);
            }

            public virtual void eval() => train(false);

            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    if (set_to_none)
                    {
                        parameter.grad = null;
                    }
                    else
                    {
                        using var grad = parameter.grad;
                        grad?.zero_();
                    }
                }
            }

            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                Distinct(NamedParameters(recurse), pair => pair.parameter);

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(pair => pair.parameter);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true,
                bool include_nonpersistent = true) =>
                Distinct(NamedBuffers(recurse, include_nonpersistent), pair => pair.buffer);

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(pair => pair.buffer);

            public virtual IEnumerable<(string name, Module module)> named_children() =>
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
                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false))
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

            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            public virtual Parameter? get_parameter(string target)
            {
                ArgumentNullException.ThrowIfNull(target);
                return named_parameters().FirstOrDefault(pair => pair.name == target).parameter;
            }

            public virtual Tensor? get_buffer(string target)
            {
                ArgumentNullException.ThrowIfNull(target);
                return named_buffers().FirstOrDefault(pair => pair.name == target).buffer;
            }

            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null || param.IsInvalid)
                    throw new ArgumentNullException(nameof(param), "A null tensor cannot be registered as a parameter.");
                if (!_parameters.TryAdd(name, param))
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
            }

            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null || tensor.IsInvalid)
                    throw new ArgumentNullException(nameof(tensor), "A null tensor cannot be registered as a buffer.");
                if (!_buffers.TryAdd(name, (tensor, persistent)))
                    throw new InvalidOperationException($"Tensor {name} is already registered.");
            }

            public void add_module(string name, Module module) => register_module(name, module);

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
                submodule.RegisterComponents();
                _children.Add(name, submodule);
            }

            /// <summary>Registers every field that holds a module, a parameter or a tensor; called once, in the constructor.</summary>
            protected virtual void RegisterComponents()
            {
                if (_areComponentsRegistered)
                    return;
                foreach (var field in AllFields())
                {
                    var component = field.GetCustomAttribute<Utils.ComponentNameAttribute>()?.Name ?? field.Name;
                    if (_children.ContainsKey(component) || _parameters.ContainsKey(component) || _buffers.ContainsKey(component))
                        continue;
                    switch (field.GetValue(this))
                    {
                        case Module module:
                            register_module(component, module);
                            break;
                        case Parameter parameter:
                            register_parameter(component, parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(component, tensor);
                            break;
                    }
                }
                _areComponentsRegistered = true;
            }

            /// <summary>Registers, replaces or (null) removes a parameter.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                    _parameters.Remove(name);
                else
                    _parameters[name] = value;
            }

            /// <summary>Registers, replaces or (null) removes a buffer.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                    _buffers.Remove(name);
                else
                    _buffers[name] = (value, persistent);
            }

            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking) => Move(device, dtype, non_blocking);

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                Move(new Device(deviceType, deviceIndex), null, non_blocking);

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking) => Move(null, dtype, non_blocking);

            // The tensors keep their identity, so that optimizers and fields that hold them stay right.
            private Module Move(Device? device, ScalarType? dtype, bool nonBlocking)
            {
                if (dtype is { } wanted && !torch.is_floating_point(wanted))
                    throw new ArgumentException(
                        $"nn.Module.to only accepts floating point or complex types, but got desired dtype={wanted}");
                if (device is { type: DeviceType.CUDA } && !torch.cuda.is_available())
                    throw new InvalidOperationException("CUDA is not available.");
                using var without = no_grad();
                foreach (var tensor in parameters().Concat(buffers()))
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
                var target = tensor.is_floating_point() ? dtype ?? tensor.dtype : tensor.dtype;
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

            private IEnumerable<(string name, Tensor buffer)> NamedBuffers(bool recurse, bool includeNonpersistent)
            {
                foreach (var (name, (buffer, persistent)) in _buffers)
                    if (persistent || includeNonpersistent)
                        yield return (name, buffer);
                if (!recurse)
                    yield break;
                foreach (var (prefix, child) in named_children())
                    foreach (var (name, buffer) in child.named_buffers(true, includeNonpersistent))
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

            private IEnumerable<FieldInfo> AllFields()
            {
                HashSet<string> seen = [];
                for (var type = GetType(); type is not null && type != typeof(Module); type = type.BaseType)
                    foreach (var field in type.GetFields(
                        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                        if (seen.Add(field.Name))
                            yield return field;
            }
        }
    }
}
