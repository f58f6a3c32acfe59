#!/usr/bin/env python3
"""The peer of tests/bench's rows on folders of pictures: a folder per class as it is usually read, with Pillow and NumPy file by file.

    folder_bench.py read FOLDER           reads the pictures and says how long it took: one JSON object on stdout
    folder_bench.py make CSV FOLDER EXT   writes FER-2013's rows (plain or .gz) as 35,887 pictures, EXT being png or jpg (quality 95)
"""
import gzip
import json
import resource
import sys
import time
from pathlib import Path

import numpy
import PIL
from PIL import Image

SIDE = 48
COUNT = 35_887  # FER-2013 as a whole; a file without PrivateTest gives its first rows again
CLASSES = ("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral")
SPLITS = {"Training": "train", "PublicTest": "validation"}


def read(folder):
    faces, labels = [], []
    for split in sorted(folder.iterdir()):
        for label, name in enumerate(sorted(folder.name for folder in split.iterdir())):
            for path in sorted((split / name).iterdir()):
                faces.append(numpy.asarray(Image.open(path).convert("L").resize((SIDE, SIDE))))
                labels.append(label)
    return numpy.stack(faces)


def make(source, folder, extension):
    with (gzip.open if source.endswith(".gz") else open)(source, "rt") as file:
        rows = [row.rstrip("\n").split(",") for row in list(file)[1:]]
    rows = [row for row in rows if row[2] in SPLITS]
    for split in SPLITS.values():
        for name in CLASSES:
            (folder / split / name).mkdir(parents=True)
    for number in range(COUNT):
        label, pixels, usage = rows[number % len(rows)]
        face = numpy.array(pixels.split(), dtype=numpy.uint8).reshape(SIDE, SIDE)
        options = {"quality": 95} if extension == "jpg" else {"compress_level": 1}
        Image.fromarray(face).save(folder / SPLITS[usage] / CLASSES[int(label)] / f"{number + 1:07}.{extension}", **options)


def main():
    if sys.argv[1] == "make":
        make(sys.argv[2], Path(sys.argv[3]), sys.argv[4])
        return
    start = time.perf_counter()
    faces = read(Path(sys.argv[2]))
    seconds = time.perf_counter() - start
    print(json.dumps({
        "engine": f"Pillow {PIL.__version__}, numpy {numpy.__version__}",
        "seconds": seconds,
        "faces": len(faces),
        "sum": int(faces.sum(dtype=numpy.int64)),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6,
    }))


if __name__ == "__main__":
    main()
