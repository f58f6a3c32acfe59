using System.Runtime.InteropServices;

namespace DuckDB.NET.Data.Native;

/// <summary>DuckDB's C API (duckdb.h), under its own names. Strings that a call returns belong to the object it was asked of, unless
/// <see cref="duckdb_free"/> is named.</summary>
internal static unsafe partial class NativeMethods
{
    public const int Success = 0;

    public static string LibraryVersion() => Text(duckdb_library_version()) ?? "";

    public static string? Text(nint utf8) => Marshal.PtrToStringUTF8(utf8);

    [LibraryImport(DuckDBLibrary.Name)]
    private static partial nint duckdb_library_version();

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial int duckdb_create_config(out nint config);

    [LibraryImport(DuckDBLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_set_config(nint config, string name, string option);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial void duckdb_destroy_config(ref nint config);

    /// <summary>The error is freed with <see cref="duckdb_free"/>. A null path is a database in memory.</summary>
    [LibraryImport(DuckDBLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_open_ext(string? path, out nint database, nint config, out nint error);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial void duckdb_close(ref nint database);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial int duckdb_connect(DatabaseHandle database, out nint connection);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial void duckdb_interrupt(ConnectionHandle connection);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial void duckdb_disconnect(ref nint connection);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial void duckdb_free(nint memory);

    [LibraryImport(DuckDBLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_prepare(ConnectionHandle connection, string query, out nint statement);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial nint duckdb_prepare_error(StatementHandle statement);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial void duckdb_destroy_prepare(ref nint statement);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial ulong duckdb_nparams(StatementHandle statement);

    [LibraryImport(DuckDBLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_bind_parameter_index(StatementHandle statement, out ulong index, string name);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial int duckdb_bind_null(StatementHandle statement, ulong index);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial int duckdb_bind_int64(StatementHandle statement, ulong index, long value);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial int duckdb_bind_varchar_length(StatementHandle statement, ulong index, byte* text, ulong length);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial int duckdb_bind_blob(StatementHandle statement, ulong index, byte* data, ulong length);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial int duckdb_execute_prepared(StatementHandle statement, NativeResult* result);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial int duckdb_execute_prepared_streaming(StatementHandle statement, NativeResult* result);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial nint duckdb_result_error(NativeResult* result);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial ulong duckdb_rows_changed(NativeResult* result);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial ulong duckdb_column_count(NativeResult* result);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial nint duckdb_column_name(NativeResult* result, ulong column);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial int duckdb_column_type(NativeResult* result, ulong column);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial nint duckdb_fetch_chunk(NativeResult result);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial void duckdb_destroy_result(NativeResult* result);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial ulong duckdb_data_chunk_get_size(ChunkHandle chunk);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial nint duckdb_data_chunk_get_vector(ChunkHandle chunk, ulong column);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial byte* duckdb_vector_get_data(nint vector);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial ulong* duckdb_vector_get_validity(nint vector);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial void duckdb_destroy_data_chunk(ref nint chunk);

    [LibraryImport(DuckDBLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_appender_create(ConnectionHandle connection, string? schema, string table, out nint appender);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial ulong duckdb_appender_column_count(AppenderHandle appender);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial nint duckdb_appender_error(AppenderHandle appender);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial int duckdb_append_null(AppenderHandle appender);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial int duckdb_append_int32(AppenderHandle appender, int value);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial int duckdb_append_varchar_length(AppenderHandle appender, byte* text, ulong length);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial int duckdb_append_blob(AppenderHandle appender, byte* data, ulong length);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial int duckdb_appender_end_row(AppenderHandle appender);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial int duckdb_appender_close(AppenderHandle appender);

    [LibraryImport(DuckDBLibrary.Name)]
    public static partial int duckdb_appender_destroy(ref nint appender);
}
