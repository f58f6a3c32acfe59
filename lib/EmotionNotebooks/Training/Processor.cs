namespace EmotionNotebooks.Training;

/// <summary>What the processor offers.</summary>
internal static class Processor
{
    private const string Topology = "/sys/devices/system/cpu";

    /// <summary>
    /// Cores this process may use, two hardware threads of one core counted once: matrix products gain nothing from the second.
    /// </summary>
    /// <remarks>Some libtorch builds count wrongly and start with one thread on a machine of two cores.</remarks>
    public static int Cores()
    {
        if (!Directory.Exists(Topology))
        {
            return Environment.ProcessorCount;
        }

        var cores = Directory.GetDirectories(Topology, "cpu*")
            .Select(cpu => Path.Combine(cpu, "topology", "thread_siblings_list"))
            .Where(File.Exists)
            .Select(File.ReadAllText)
            .Distinct()
            .Count();
        return cores > 0 ? Math.Min(cores, Environment.ProcessorCount) : Environment.ProcessorCount;
    }
}
