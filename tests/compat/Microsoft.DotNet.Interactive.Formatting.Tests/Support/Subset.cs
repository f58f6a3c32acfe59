using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;

namespace EmotionNotebooks.Compat.Tests;

internal static partial class Subset
{
    public static Assembly Assembly => typeof(Formatter).Assembly;
}
