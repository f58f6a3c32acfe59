using System.Collections.Concurrent;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>The formatters by type and MIME type. Lists are replaced, never changed, so that readers need no lock.</summary>
internal static class Registry
{
    private static readonly Lock Gate = new();
    private static readonly ConcurrentDictionary<(Type Type, string MimeType), ITypeFormatter?> Found = new();
    private static readonly ConcurrentDictionary<Type, IReadOnlyCollection<string>> FoundMimeTypes = new();

    // The latest first.
    private static ITypeFormatter[] _formatters = [];
    private static (Type Type, string[] MimeTypes)[] _preferences = [];

    public static void Add(ITypeFormatter formatter)
    {
        lock (Gate)
        {
            _formatters = [formatter, .. _formatters];
            Forget();
        }
    }

    public static void Prefer(Type type, string[] mimeTypes)
    {
        lock (Gate)
        {
            _preferences = [(type, mimeTypes), .. _preferences];
            Forget();
        }
    }

    public static void Clear()
    {
        lock (Gate)
        {
            _formatters = [];
            _preferences = [];
            Forget();
        }
    }

    public static void Forget()
    {
        Found.Clear();
        FoundMimeTypes.Clear();
    }

    public static ITypeFormatter? Find(Type type, string mimeType)
    {
        if (Found.TryGetValue((type, mimeType), out var found))
            return found;
        lock (Gate)
            return Found.GetOrAdd((type, mimeType), Search);
    }

    public static IReadOnlyCollection<string> Preferred(Type type)
    {
        if (FoundMimeTypes.TryGetValue(type, out var found))
            return found;
        lock (Gate)
            return FoundMimeTypes.GetOrAdd(type, SearchMimeTypes);
    }

    /// <summary>Whether nobody registered how values of a type look in a MIME type.</summary>
    public static bool IsDefault(Type type, string mimeType) => Find(type, mimeType) is null or BuiltInFormatter;

    private static ITypeFormatter? Search((Type Type, string MimeType) key)
    {
        var builtIn = BuiltIn.Find(key.Type, key.MimeType);
        var registered = Nearest(_formatters.Where(formatter => formatter.MimeType == key.MimeType), formatter => formatter.Type, key.Type);
        return registered switch
        {
            [] => builtIn,
            [var only] when builtIn is null => only,
            _ => new FirstOf(registered, builtIn),
        };
    }

    private static IReadOnlyCollection<string> SearchMimeTypes(Type type) =>
        Nearest(_preferences, preference => preference.Type, type) is [var (_, mimeTypes), ..]
            ? mimeTypes
            : [BuiltIn.PreferredMimeType(type) ?? Formatter.DefaultMimeType];

    // Those that know the type, the nearest first; of equally near ones the latest.
    private static List<T> Nearest<T>(IEnumerable<T> candidates, Func<T, Type> typeOf, Type type)
    {
        var rest = candidates.Where(candidate => Knows(typeOf(candidate), type)).ToList();
        var sorted = new List<T>(rest.Count);
        while (rest.Count > 0)
        {
            var next = rest.FindIndex(one => !rest.Any(other => IsNearer(typeOf(other), typeOf(one))));
            sorted.Add(rest[Math.Max(next, 0)]);
            rest.RemoveAt(Math.Max(next, 0));
        }

        return sorted;
    }

    private static bool IsNearer(Type one, Type other) => one != other && Knows(other, one) && !Knows(one, other);

    private static bool Knows(Type general, Type type)
    {
        if (!general.IsGenericTypeDefinition)
            return general.IsAssignableFrom(type);
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.IsGenericType && at.GetGenericTypeDefinition() == general)
                return true;
        }

        return Array.Exists(type.GetInterfaces(), face => face.IsGenericType && face.GetGenericTypeDefinition() == general);
    }

    // Each in turn, until one knows the value.
    private sealed class FirstOf(List<ITypeFormatter> formatters, ITypeFormatter? last) : ITypeFormatter
    {
        public string MimeType => formatters[0].MimeType;

        public Type Type => formatters[0].Type;

        public bool Format(object instance, FormatContext context)
        {
            foreach (var formatter in formatters)
            {
                if (formatter.Format(instance, context))
                    return true;
            }

            return last?.Format(instance, context) ?? false;
        }
    }
}
