using TorchSharp.Tests.Support;

// One test at a time: live handles are counted, and the random state and the thread count belong to the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: NoLeaks]
