namespace EmotionNotebooks.Kernel.Transport;

/// <summary>Kinds of sockets, by libzmq's numbers.</summary>
internal enum ZmqSocketType
{
    /// <summary>Talks to one other.</summary>
    Pair = 0,

    /// <summary>Hears what is published.</summary>
    Subscribe = 2,

    /// <summary>Asks, then waits for the answer.</summary>
    Request = 3,

    /// <summary>Answers what is asked.</summary>
    Reply = 4,

    /// <summary>Asks without waiting.</summary>
    Dealer = 5,

    /// <summary>Knows whom it talks to.</summary>
    Router = 6,

    /// <summary>Publishes, and learns who subscribes.</summary>
    ExtendedPublish = 9,
}
