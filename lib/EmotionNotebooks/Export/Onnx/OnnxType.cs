namespace EmotionNotebooks.Export.Onnx;

/// <summary>Types of elements, numbered as <c>TensorProto.DataType</c> is.</summary>
internal enum OnnxType
{
    /// <summary>IEEE 754, 32 bits.</summary>
    Float32 = 1,

    /// <summary>0 to 255.</summary>
    UInt8 = 2,

    /// <summary>−128 to 127.</summary>
    Int8 = 3,

    /// <summary>Whole numbers of 32 bits.</summary>
    Int32 = 6,

    /// <summary>Whole numbers of 64 bits.</summary>
    Int64 = 7,

    /// <summary>IEEE 754, 16 bits.</summary>
    Float16 = 10,
}
