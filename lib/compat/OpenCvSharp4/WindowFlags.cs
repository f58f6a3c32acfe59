namespace OpenCvSharp;

[Flags]
public enum WindowFlags
{
    Normal = 0,
    GuiNormal = 16,
}
