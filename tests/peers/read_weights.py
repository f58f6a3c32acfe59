import json, struct, sys

with open(sys.argv[1], "rb") as file:
    header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
    start = file.tell()
    for name, tensor in sorted(header.items()):
        if tensor.get("dtype") == "F32":
            begin, end = tensor["data_offsets"]
            file.seek(start + begin)
            print(name, tensor["shape"], sum(struct.unpack(f"<{(end - begin) // 4}f", file.read(end - begin))))
