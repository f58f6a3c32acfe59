#!/usr/bin/env python3
"""Measures exported networks in onnxruntime-node beside the library's own inference: in turns, on one machine, with the same threads.

A figure is that of the fastest batch of all rounds, which other programs on the machine disturb least.

usage: tests/bench/onnx [--folder FOLDER] [--rounds N], after `./emotion export WEIGHTS`
"""
import argparse
import json
import os
import re
import sys
from pathlib import Path

from run import ROOT, HERE, Failure, Worker

BATCHES = {1: 60, 64: 6}  # batch: steps of a round
FORMS = ("fp32", "fp16", "int8")


def workers(options, threads):
    kept = ROOT / ".emotion" / "stack.props"
    stack = (re.search(r"<Stack[^>]*>(\w+)</Stack>", kept.read_text()) if kept.exists() else None) or [0, "system" if sys.platform == "linux" else "nuget"]
    engine = HERE / "EngineBench" / "bin" / stack[1] / "Release" / "net10.0" / "EngineBench.dll"
    ours = Worker("the library", [options.dotnet, str(engine), "--threads", threads])
    peer = Worker("onnxruntime-node", ["node", str(ROOT / "tests" / "peers" / "onnx_node.cjs"), str(ROOT / ".emotion" / "onnx"), threads])
    return ours, peer


def requests(weights, files, batch, steps):
    yield "library, fp32", "ours", f"export {batch} {steps} {weights}"
    for form, path in files.items():
        yield f"onnxruntime, {form}", "peer", json.dumps({"verb": "time", "model": str(path), "batch": batch, "steps": steps})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", default=str(ROOT / "data" / "runs" / "fer-resnet-votes.safetensors"), help="the weights that were exported")
    parser.add_argument("--folder", default=str(ROOT / "artifacts" / "export"), help="where `emotion export` wrote")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--dotnet", default="dotnet", help=argparse.SUPPRESS)
    options = parser.parse_args()
    weights = Path(options.weights)
    files = {form: Path(options.folder) / f"{weights.stem}.{form}.onnx" for form in FORMS}
    missing = [str(path) for path in (weights, *files.values()) if not path.exists()]
    if missing:
        raise Failure(f"{missing[0]} is not there; run ./emotion export {weights} -o {options.folder}")
    sides = dict(zip(("ours", "peer"), workers(options, str(options.threads))))
    samples = {}
    for turn in range(options.rounds):
        for batch, steps in BATCHES.items():
            for name, side, request in requests(weights, files, batch, steps):
                print(f"round {turn + 1} of {options.rounds}: {name}, batch {batch}", file=sys.stderr)
                samples.setdefault((name, batch), []).append(sides[side].ask(request))
    for worker in sides.values():
        worker.close()
    least = lambda name, batch: min(sample["least"] for sample in samples[name, batch])
    print(f"{weights.name}; {options.threads} threads; {sides['ours'].facts['engine']}; onnxruntime-node {sides['peer'].facts['version']}; fastest of {options.rounds} rounds\n")
    print("| engine, form | size | batch 1, latency | batch 64, images/s |\n| --- | --- | --- | --- |")
    for name in dict.fromkeys(name for name, _ in samples):
        path = files.get(name.rpartition(" ")[2], weights) if name.startswith("onnx") else weights
        print(f"| {name} | {path.stat().st_size / 1e6:.1f} MB | {least(name, 1):.1f} ms | {64_000 / least(name, 64):,.0f} |")
    ours, peer = "library, fp32", "onnxruntime, fp32"
    print(f"\nlibrary over onnxruntime, fp32: batch 1 ×{least(peer, 1) / least(ours, 1):.2f}, "
          f"batch 64 ×{least(peer, 64) / least(ours, 64):.2f} (above 1 the library is faster)")


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"tests/bench/onnx: {failure}")
