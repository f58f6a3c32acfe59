// One test at a time: a notebook's formatters and settings belong to the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
