using System.Reflection;
using Microsoft.Data.Analysis;

namespace EmotionNotebooks.Compat.Tests;

internal static partial class Subset
{
    public static Assembly Assembly => typeof(DataFrame).Assembly;
}
