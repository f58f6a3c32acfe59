namespace DuckDB.NET.Data.Tests.Support;

/// <summary>A database in memory, and short ways to ask it.</summary>
internal static class Memory
{
    public static DuckDBConnection Open(string options = "")
    {
        var connection = new DuckDBConnection($"DataSource=:memory:{options}");
        connection.Open();
        return connection;
    }

    public static DuckDBCommand Command(this DuckDBConnection connection, string text, params object[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var value in parameters)
            command.Parameters.Add(new DuckDBParameter(value));
        return command;
    }

    public static object? Scalar(this DuckDBConnection connection, string text, params object[] parameters)
    {
        using var command = connection.Command(text, parameters);
        return command.ExecuteScalar();
    }
}
