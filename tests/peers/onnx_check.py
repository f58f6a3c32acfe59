#!/usr/bin/env python3
"""Checks exported networks with ONNX's own checker and shape inference (python3-onnx), and runs fp32 files in OpenCV's dnn module (python3-opencv).

usage: onnx_check.py check MODEL…             a line of JSON for each: opset, producer, metadata, inputs and outputs with shapes, operators
       onnx_check.py opencv MODEL FACES       a line of JSON: probabilities of the faces (N × 2304 bytes, grey), one face at a time
"""
import json
import sys


def sides(value):
    return [side.dim_param or side.dim_value for side in value.type.tensor_type.shape.dim]


def check(path):
    import onnx

    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    inferred = onnx.shape_inference.infer_shapes(model, check_type=True, strict_mode=True)
    shapes = {value.name: sides(value) for value in inferred.graph.value_info}
    ours = {value.name: sides(value) for value in model.graph.value_info}
    return {
        "onnx": onnx.__version__,
        "opset": model.opset_import[0].version,
        "producer": model.producer_name,
        "metadata": {entry.key: entry.value for entry in model.metadata_props},
        "inputs": {value.name: sides(value) for value in model.graph.input},
        "outputs": {value.name: sides(value) for value in model.graph.output},
        "operators": sorted({node.op_type for node in model.graph.node}),
        "disagree": [f"{name}: {ours[name]}, inferred {shapes.get(name)}" for name in ours if shapes.get(name) != ours[name]],
        "weights": {tensor.name: onnx.TensorProto.DataType.Name(tensor.data_type) for tensor in model.graph.initializer},
    }


def opencv(path, faces):
    import cv2
    import numpy

    network = cv2.dnn.readNetFromONNX(path)
    pixels = numpy.fromfile(faces, dtype=numpy.uint8).reshape(-1, 48, 48)
    probabilities = []
    for face in pixels:
        network.setInput(cv2.dnn.blobFromImage(face))
        probabilities += network.forward("probabilities").ravel().tolist()
    return {"opencv": cv2.__version__, "probabilities": probabilities}


if __name__ == "__main__":
    if sys.argv[1] == "check":
        for path in sys.argv[2:]:
            print(json.dumps(check(path)))
    else:
        print(json.dumps(opencv(*sys.argv[2:])))
