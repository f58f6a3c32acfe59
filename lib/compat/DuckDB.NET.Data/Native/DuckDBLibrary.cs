using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EmotionNotebooks.Compat;

namespace DuckDB.NET.Data.Native;

/// <summary>libduckdb, which <c>./emotion setup parquet</c> fetches from npm.</summary>
internal static class DuckDBLibrary
{
    public const string Name = "duckdb";

#pragma warning disable CA2255 // the resolver must stand before the first import, whichever that is
    [ModuleInitializer]
    internal static void Register() =>
        NativeLibrary.SetDllImportResolver(typeof(DuckDBLibrary).Assembly, (name, assembly, _) =>
            name == Name ? NativeLibraryLocator.Load(Name, "parquet", assembly) : 0);
#pragma warning restore CA2255
}
