namespace EmotionNotebooks.Interactive.Tests;

/// <summary>Charts as pictures, until disposed.</summary>
internal sealed class StaticMode : IDisposable
{
    public StaticMode()
    {
        NotebookExtension.Load();
        NotebookViews.StaticCharts = true;
    }

    public void Dispose() => NotebookViews.StaticCharts = false;
}
