// Servers measure times and limits: one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
