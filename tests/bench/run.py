#!/usr/bin/env python3
"""Measures our library against python3-torch, Pillow and pandas, and our kernel against ipykernel: alternating runs on one machine, medians, a line per target.

Each round measures every pair one after the other, ours then the peer, so that a machine that slows down slows both.
A ratio is the median of ours over the median of the peer's; for times the figure is seconds, and less is better.
Targets hold for processors with avx512_bf16 or AMX and an otherwise idle machine; without bf16 hardware those rows are n/a.
"""
import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timezone
from pathlib import Path

import augment_rows
import kernel_rows
from csv_rows import CsvRows
from folders import FolderRows

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NETS = ("small-vgg", "four-conv-dense")
OTHER_NETS = ("nine-conv", "three-block", "vgg-dropout", "five-block", "fer-resnet")
FIRST_PREDICTION_LIMIT, HELP_LIMIT = 2.5, 0.4  # seconds


class Failure(Exception):
    """What went wrong, in one line."""


class Worker:
    """A process that answers one line of JSON per line of request."""

    def __init__(self, name, command):
        self.name = name
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.facts = self.read()

    def read(self):
        line = self.process.stdout.readline()
        if not line:
            raise Failure(f"{self.name} ended with exit code {self.process.wait()}")
        answer = json.loads(line)
        if "error" in answer:
            raise Failure(f"{self.name}: {answer['error']}")
        return answer

    def ask(self, request):
        self.process.stdin.write(request + "\n")
        return self.read()

    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()


class Pair:
    """Ours against a peer: two requests, and the ratio that is wanted."""

    def __init__(self, name, ours, peer, target, bf16=False):
        self.name, self.ours, self.peer, self.target, self.bf16 = name, ours, peer, target, bf16
        self.samples = {"ours": [], "peer": []}


def pairs(steps):
    """The rows. A request is (side, verb, net, mode, steps)."""
    train, infer = steps
    rows = []
    for net in OTHER_NETS:
        rows += [
            Pair(f"train/{net}/fp32-vs-channels-last", ("ours", "train", net, "fp32", train // 2), ("peer", "train", net, "channels-last", train // 2), 1.0),
            Pair(f"train/{net}/bf16-vs-autocast", ("ours", "train", net, "bf16", train // 2), ("peer", "train", net, "channels-last-bf16", train // 2), 1.0, True),
            Pair(f"infer/{net}/fp32-vs-channels-last", ("ours", "infer", net, "fp32", infer // 2), ("peer", "infer", net, "channels-last", infer // 2), 1.1),
        ]
    for net in NETS:
        ours = lambda verb, mode, n: ("ours", verb, net, mode, n)
        peer = lambda verb, mode, n: ("peer", verb, net, mode, n)
        rows += [
            Pair(f"train/{net}/fp32-vs-default", ours("train", "fp32", train), peer("train", "default", train), 1.2),
            Pair(f"train/{net}/fp32-vs-channels-last", ours("train", "fp32", train), peer("train", "channels-last", train), 1.0),
            Pair(f"train/{net}/bf16-vs-fp32", ours("train", "bf16", train), peer("train", "channels-last", train), 1.7, True),
            Pair(f"train/{net}/bf16-vs-autocast", ours("train", "bf16", train), peer("train", "channels-last-bf16", train), 1.0, True),
            Pair(f"infer/{net}/fp32-vs-channels-last", ours("infer", "fp32", infer), peer("infer", "channels-last", infer), 1.1),
            Pair(f"infer/{net}/bf16-vs-fp32", ours("infer", "bf16", infer), peer("infer", "channels-last", infer), 1.8, True),
            Pair(f"loop/{net}/fp32-vs-step", ours("loop", "fp32", train), ours("train", "fp32", train), 0.9),
            Pair(f"loop/{net}/bf16-vs-step", ours("loop", "bf16", train), ours("train", "bf16", train), 0.9, True),
        ]
    return rows


class Bench:
    def __init__(self, options):
        self.options = options
        self.scratch = tempfile.TemporaryDirectory(prefix="emotion-bench-")
        stack = "system" if sys.platform == "linux" else "nuget"
        kept = ROOT / ".emotion" / "stack.props"
        if kept.exists():
            stack = (re.search(r"<Stack[^>]*>(\w+)</Stack>", kept.read_text()) or [0, stack])[1]
        self.stack = stack
        self.engine = self.program("EngineBench", stack)
        self.csv = CsvRows(
            Path(options.data) if options.data else None, Path(self.scratch.name), self.program("DataBench", stack),
            [options_python(), str(ROOT / "tests" / "peers" / "csv_bench.py")], self.wanted, Failure)
        self.folders = FolderRows(
            Path(options.data) if options.data else None, Path(self.scratch.name), self.program("DataBench", stack),
            [options_python(), str(ROOT / "tests" / "peers" / "folder_bench.py")], self.wanted, Failure)
        self.threads = options.threads or len(os.sched_getaffinity(0))
        self.workers = {}
        self.rows = []

    def program(self, name, stack):
        return [self.options.dotnet, str(HERE / name / "bin" / stack / "Release" / "net10.0" / f"{name}.dll")]

    def worker(self, side):
        if side not in self.workers:
            command = self.engine if side == "ours" else [options_python(), str(ROOT / "tests" / "peers" / "torch_bench.py")]
            self.workers[side] = Worker(side, [*command, "--threads", str(self.threads)])
        return self.workers[side]

    def wanted(self, name):
        return not self.options.only or any(part in name for part in self.options.only)

    def measure_pairs(self):
        rows = [row for row in pairs((2, 3) if self.options.quick else (12, 30)) if self.wanted(row.name)]
        if any(row.bf16 for row in rows):
            self.bf16 = self.worker("ours").facts["bf16"]
        sizes = {}
        for turn in range(self.options.rounds):
            for row in rows:
                if row.bf16 and not self.bf16:
                    continue
                for key, (side, *request) in (("ours", row.ours), ("peer", row.peer)):
                    self.say(f"round {turn + 1} of {self.options.rounds}: {row.name} ({side})")
                    answer = self.worker(side).ask(" ".join(map(str, request)))
                    row.samples[key].append(answer["images_per_second"])
                    # Both sides must have built the same network.
                    if sizes.setdefault(request[1], answer["parameters"]) != answer["parameters"]:
                        raise Failure(f"{request[1]} has {answer['parameters']} parameters on one side, {sizes[request[1]]} on the other")
        for row in rows:
            if row.bf16 and not self.bf16:
                self.rows.append({"name": row.name, "unit": "images/s", "target": f">={row.target}", "verdict": "n/a"})
                continue
            ours, peer = (statistics.median(row.samples[side]) for side in ("ours", "peer"))
            self.rows.append({
                "name": row.name, "unit": "images/s", "ours": ours, "peer": peer, "ratio": ours / peer, "target": f">={row.target}",
                "verdict": "ok" if ours / peer >= row.target else "short", "samples": row.samples})

    def measure_times(self):
        if self.wanted("time/first-prediction"):
            weights = str(Path(self.scratch.name) / "w.safetensors")
            self.worker("ours").ask(f"save small-vgg {weights}")
            self.time("time/first-prediction", [*self.engine, "predict", weights, "--threads", str(self.threads)], FIRST_PREDICTION_LIMIT)
        if self.wanted("time/help"):
            launcher = [str(ROOT / "emotion"), "--help"]
            loaded = self.loaded_libraries(launcher)
            torch = sorted(name for name in loaded if "torch" in name)
            if torch:
                raise Failure(f"`emotion --help` loads {', '.join(torch)}")
            self.time("time/help", launcher, HELP_LIMIT)

    def measure_kernel(self):
        kernel = ROOT / "lib" / "EmotionNotebooks.Kernel" / "bin" / self.stack / "Release" / "kernel" / "emotion-kernel.dll"
        kernel_rows.measure(self, [self.options.dotnet, str(kernel)], Failure)

    def measure_csv(self):
        self.rows += self.csv.measure(self.options.rounds, self.say)

    def measure_folders(self):
        self.rows += self.folders.measure(self.options.rounds, self.say)

    def time(self, name, command, limit):
        samples = []
        for turn in range(self.options.rounds):
            self.say(f"round {turn + 1} of {self.options.rounds}: {name}")
            start = time.perf_counter()
            done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
            samples.append(time.perf_counter() - start)
            self.require_success(command, done)
        median = statistics.median(samples)
        self.rows.append({
            "name": name, "unit": "s", "ours": median, "target": f"<{limit}",
            "verdict": "ok" if median < limit else "short", "samples": {"ours": samples}})

    @staticmethod
    def require_success(command, done):
        if done.returncode:
            last = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["no message"]
            raise Failure(f"`{' '.join(command)}` ended with exit code {done.returncode}: {last[0]}")

    def loaded_libraries(self, command):
        """The shared objects that a command and its children load, as the dynamic linker tells them."""
        trace = Path(self.scratch.name) / "libraries"
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              env={**os.environ, "LD_DEBUG": "files", "LD_DEBUG_OUTPUT": str(trace)})
        self.require_success(command, done)
        traces = "".join(path.read_text(errors="replace") for path in trace.parent.glob("libraries.*"))
        names = {Path(found).name for found in re.findall(r"file=(\S+) \[\d+\];  generating link map", traces)}
        if "libcoreclr.so" not in names:
            raise Failure("the dynamic linker's trace does not even show .NET: LD_DEBUG does not work here")
        return names

    def say(self, text):
        if sys.stderr.isatty():
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)

    def close(self):
        self.say("")
        for worker in self.workers.values():
            worker.close()
        self.scratch.cleanup()


def options_python():
    return os.environ.get("EMOTION_PYTHON", "/usr/bin/python3")


def machine(bench, started):
    processor = Path("/proc/cpuinfo").read_text()
    flags = set((re.search(r"^flags\s*: (.*)$", processor, re.M) or ["", ""])[1].split())
    model = (re.search(r"^model name\s*: (.*)$", processor, re.M) or ["", platform.processor()])[1]
    memory = re.search(r"^MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text(), re.M)
    git = lambda *words: subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True).stdout.strip()
    return {
        "processor": model,
        "bf16": sorted(flags & {"avx512_bf16", "amx_bf16"}),
        "processors": os.cpu_count(),
        "threads": bench.threads,
        "memory_gib": round(int(memory[1]) / 2**20, 1) if memory else None,
        "system": platform.platform(),
        "load_before": started,
        "load_after": os.getloadavg()[0],
        "ours": bench.workers["ours"].facts if "ours" in bench.workers else None,
        "peer": bench.workers["peer"].facts if "peer" in bench.workers else None,
        "csv": bench.csv.facts,
        "commit": git("rev-parse", "HEAD"),
        "changed": bool(git("status", "--porcelain", "--untracked-files=no")),
        "time": datetime.now(timezone.utc).isoformat(timespec="seconds"),
    }


def table(rows):
    number = lambda value, unit: "-" if value is None else f"{value:.2f} {unit}" if unit in ("s", "ms") else f"{value:.0f}"
    lines = [("name", "ours", "peer", "ratio", "target", "ok|short")]
    for row in rows:
        ratio = row.get("ratio")
        lines.append((
            row["name"], number(row.get("ours"), row["unit"]), number(row.get("peer"), row["unit"]),
            "-" if ratio is None else f"{ratio:.2f}", row["target"], row["verdict"] + (f" ({row['reason']})" if "reason" in row else "")))
    widths = [max(len(line[column]) for line in lines) for column in range(6)]
    return ["  ".join(
        cell.ljust(width) if column in (0, 5) else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(line, widths))).rstrip() for line in lines]


def main():
    options = argparse.ArgumentParser(prog="tests/bench/run", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", action="append", metavar="NAME", help="rows whose name contains this; may be repeated")
    options.add_argument("--data", metavar="PATH", help="FER-2013's CSV, plain or .gz, for the rows data/... (n/a without it)")
    options.add_argument("--rounds", type=int, default=5, metavar="N", help="how often each pair is measured (5; a round takes a good minute on two cores)")
    options.add_argument("--threads", type=int, default=0, metavar="N", help="processor threads for both sides (all there are)")
    options.add_argument("--quick", action="store_true", help="one round of few steps: shows that every row works, proves no speed")
    options.add_argument("--json", metavar="PATH", help="where the figures go (artifacts/bench.json)")
    options.add_argument("--dotnet", default="dotnet", help=argparse.SUPPRESS)
    options = options.parse_args()
    if options.quick:
        options.rounds = 1
    if options.rounds < 1:
        sys.exit("tests/bench/run: --rounds must be at least 1")

    started = os.getloadavg()[0]
    if started > 0.5 and not options.quick:
        print(f"note: the machine is busy (load {started:.1f}); these figures will not be worth much", file=sys.stderr)
    bench = Bench(options)
    try:
        bench.measure_pairs()
        augment_rows.measure(bench, 10 if options.quick else 200)
        bench.measure_kernel()
        bench.measure_times()
        bench.measure_csv()
        bench.measure_folders()
        facts = machine(bench, started)
    except Failure as failure:
        sys.exit(f"tests/bench/run: {failure}")
    finally:
        bench.close()
    if not bench.rows:
        sys.exit(f"tests/bench/run: no row's name contains {' or '.join(options.only)}")

    print(f"# {facts['processor']}, {bench.threads} threads, {options.rounds} rounds" + (" (--quick: no proof of speed)" if options.quick else ""))
    for side in ("ours", "peer"):
        if facts[side]:
            print(f"# {side}: {facts[side]['engine']}, {facts[side]['threads']} threads")
        if side in facts["csv"]:
            print(f"# {side} (csv): {facts['csv'][side]}")
    print("\n".join(table(bench.rows)))
    path = Path(options.json or ROOT / "artifacts" / "bench.json")
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.tmp")
    temporary.write_text(json.dumps({"machine": facts, "quick": options.quick, "rounds": options.rounds, "rows": bench.rows}, indent=2) + "\n")
    temporary.replace(path)
    print(f"# {path}", file=sys.stderr)
    if not options.quick and any(row["verdict"] == "short" for row in bench.rows):
        sys.exit(1)


if __name__ == "__main__":
    main()
