using System.Globalization;
using System.Text;

namespace Microsoft.Data.Analysis;

public partial class DataFrame
{
    public static DataFrame LoadCsv(
        string filename, char separator = ',', bool header = true, string[] columnNames = null, Type[] dataTypes = null, int numRows = -1, int guessRows = 10,
        bool addIndexColumn = false, Encoding encoding = null, bool renameDuplicatedColumns = false, CultureInfo cultureInfo = null) =>
        LoadCsvFromString(
            File.ReadAllText(filename, encoding ?? Encoding.UTF8), separator, header, columnNames, dataTypes, numRows, guessRows, addIndexColumn, renameDuplicatedColumns, cultureInfo);

    public static DataFrame LoadCsvFromString(
        string csvString, char separator = ',', bool header = true, string[] columnNames = null, Type[] dataTypes = null, long numberOfRowsToRead = -1, int guessRows = 10,
        bool addIndexColumn = false, bool renameDuplicatedColumns = false, CultureInfo cultureInfo = null, Func<IEnumerable<string>, Type> guessTypeFunction = null)
    {
        ArgumentNullException.ThrowIfNull(csvString);
        if (dataTypes is null && guessRows <= 0)
            throw new ArgumentException($"Expected either {nameof(guessRows)} or {nameof(dataTypes)} to be provided");
        var lines = CsvText.Read(csvString, separator).ToList();
        if (lines.Count == 0)
            throw new FormatException("Empty file");
        if (header)
        {
            columnNames ??= renameDuplicatedColumns ? CsvText.Distinct(lines[0]) : lines[0];
            lines.RemoveAt(0);
        }

        if (numberOfRowsToRead >= 0)
            lines = [.. lines.Take((int)numberOfRowsToRead)];
        // The header is one of the lines that are looked at.
        var looked = lines.Take(header ? guessRows - 1 : guessRows).ToList();
        var count = Math.Max(dataTypes?.Length ?? 0, looked.Select(line => line.Length).DefaultIfEmpty().Max());
        var frame = new DataFrame(Enumerable.Range(0, count).Select(i => DataFrameColumn.Of(
            columnNames is not null && !string.IsNullOrEmpty(columnNames[i]) ? columnNames[i] : $"Column{i}",
            dataTypes is null ? (guessTypeFunction ?? CsvText.Guess)(CsvText.Cells(looked, i)) : dataTypes[i])));
        foreach (var line in lines)
            frame.Append(line, inPlace: true, cultureInfo: cultureInfo);
        if (addIndexColumn)
            frame.Columns.Insert(0, new Int64DataFrameColumn("IndexColumn", Enumerable.Range(0, lines.Count).Select(row => (long)row)));
        return frame;
    }

    public static void SaveCsv(DataFrame dataFrame, string path, char separator = ',', bool header = true, Encoding encoding = null, CultureInfo cultureInfo = null)
    {
        var culture = cultureInfo ?? CultureInfo.CurrentCulture;
        if (culture.NumberFormat.NumberDecimalSeparator == separator.ToString())
            throw new ArgumentException("Decimal separator cannot match the column separator");
        // ASCII where nothing is named, as in the package: letters beyond it become question marks.
        using var writer = new StreamWriter(path, append: false, encoding ?? Encoding.ASCII);
        if (header)
            writer.WriteLine(string.Join(separator, dataFrame.Columns.Select(column => CsvText.Cell(column.Name, separator, culture))));
        foreach (var row in dataFrame.Rows)
            writer.WriteLine(string.Join(separator, row.Select(value => CsvText.Cell(value, separator, culture))));
    }
}
