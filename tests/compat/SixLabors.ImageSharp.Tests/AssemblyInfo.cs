// One at a time: a test changes EMOTION_NATIVE, which others read.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
