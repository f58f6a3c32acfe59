namespace TorchSharp.Tests.Support;

internal static class Layout
{
    /// <summary>The same (N, C, H, W) values with channels-last strides, through nothing but public members.</summary>
    public static torch.Tensor ChannelsLast(torch.Tensor input) =>
        input.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);

    /// <summary>Whether memory order is (N, H, W, C).</summary>
    public static bool IsChannelsLast(torch.Tensor input)
    {
        using var rows = input.permute(0, 2, 3, 1);
        return rows.is_contiguous();
    }
}
