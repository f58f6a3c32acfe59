#!/usr/bin/env python3
"""The peer of tests/bench's data rows: FER-2013's CSV as it is usually read, with pandas and numpy.fromstring row by row.

    csv_bench.py PATH       reads the file, plain or .gz, and says how long it took: one JSON object on stdout
"""
import json
import resource
import sys
import time

import numpy
import pandas


def read(path):
    table = pandas.read_csv(path)
    return numpy.stack([numpy.fromstring(row, dtype=numpy.uint8, sep=" ") for row in table["pixels"]])


def main():
    start = time.perf_counter()
    faces = read(sys.argv[1])
    seconds = time.perf_counter() - start
    print(json.dumps({
        "engine": f"pandas {pandas.__version__}, numpy {numpy.__version__}",
        "seconds": seconds,
        "faces": len(faces),
        "sum": int(faces.sum(dtype=numpy.int64)),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6,
    }))


if __name__ == "__main__":
    main()
