// One at a time: tests count handles and change EMOTION_NATIVE, which others read.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
