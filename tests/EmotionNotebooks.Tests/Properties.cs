// The engine's random generator and thread count belong to the process, so tests that train must not share it with others.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
