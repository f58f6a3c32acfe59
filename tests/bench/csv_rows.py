"""The rows of tests/bench about FER-2013's CSV, ours against pandas on the same file, and about our cache; each time in a fresh process.

The times are the processes' own, from an interpreter or runtime that stands (pandas imported, .NET started) to the faces in memory;
ours has its compiling in it.
"""
import gzip
import json
import os
import shutil
import statistics
import subprocess

# The row, its unit, what it wants; the runs that it takes.
ROWS = (
    ("data/csv-vs-pandas", "faces/s", 10, ("csv", "csv-pandas")),
    ("data/csv-gz-vs-pandas", "faces/s", 5, ("gz", "gz-pandas")),
    ("data/csv-mb-per-second", "MB/s", 500, ("csv-one-core",)),
    ("data/csv-write-mb-per-second", "MB/s", 300, ("write",)),
    ("data/csv-peak-mb", "MB", 260, ("csv", "gz")),
    ("data/cache-seconds", "s", 0.1, ("cache",)),
)

LESS_IS_BETTER = ("MB", "s")


class CsvRows:
    def __init__(self, path, scratch, ours, peer, wanted, failure):
        """path: FER-2013's CSV, plain or .gz, or None. ours, peer: the commands. wanted: tells by a row's name. failure: what to raise."""
        self.path, self.scratch, self.ours, self.peer, self.failure = path, scratch, ours, peer, failure
        self.wanted = [row for row in ROWS if wanted(row[0])]
        self.answers, self.facts = {}, {}

    def measure(self, rounds, say):
        if not self.wanted:
            return []
        if self.path is None:
            return [{"name": name, "unit": unit, "target": target_text(unit, target), "verdict": "n/a", "reason": "no --data PATH"}
                    for name, unit, target, _ in self.wanted]
        say("data/csv: unpacking and packing the file")
        plain, packed = self.files()
        cache = str(self.scratch / "kept.faces")
        self.run(self.ours + ["keep", packed, cache], None)
        core = {min(os.sched_getaffinity(0))}
        commands = {
            "csv": (self.ours + ["read", plain], None),
            "csv-pandas": (self.peer + [plain], None),
            "gz": (self.ours + ["read", packed], None),
            "gz-pandas": (self.peer + [packed], None),
            "csv-one-core": (self.ours + ["read", plain], core),
            "cache": (self.ours + ["read", cache], None),
            "write": (self.ours + ["write", plain, str(self.scratch / "written.csv")], None),
        }
        needed = [run for run in commands if any(run in runs for *_, runs in self.wanted)]
        for turn in range(rounds):
            for run in needed:
                say(f"round {turn + 1} of {rounds}: data/csv ({run})")
                self.answers.setdefault(run, []).append(self.run(*commands[run]))
        self.facts = {side: answers[0]["engine"] for run, answers in self.answers.items()
                      for side in ["peer" if "pandas" in run else "ours"]}
        self.require_same_faces()
        return [self.row(name, unit, target, runs, os.path.getsize(plain)) for name, unit, target, runs in self.wanted]

    def files(self):
        """The file plain and packed; the form that is not there is made."""
        if not self.path.is_file():
            raise self.failure(f"{self.path}: no such file; --data names FER-2013's CSV, plain or .gz")
        other = self.scratch / "faces.csv"
        if self.path.suffix == ".gz":
            with gzip.open(self.path) as source, open(other, "wb") as target:
                shutil.copyfileobj(source, target, 1 << 20)
            return str(other), str(self.path)
        other = self.scratch / "faces.csv.gz"
        with open(self.path, "rb") as source, gzip.open(other, "wb", compresslevel=6) as target:
            shutil.copyfileobj(source, target, 1 << 20)
        return str(self.path), str(other)

    def run(self, command, cores):
        bind = (lambda: os.sched_setaffinity(0, cores)) if cores else None
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, preexec_fn=bind)
        if done.returncode:
            last = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["no message"]
            raise self.failure(f"`{' '.join(command)}` ended with exit code {done.returncode}: {last[0]}")
        return json.loads(done.stdout)

    def require_same_faces(self):
        read = {(answer["faces"], answer["sum"]) for answers in self.answers.values() for answer in answers}
        if len(read) > 1:
            raise self.failure(f"the sides read other faces (count, sum of pixels): {sorted(read)}")

    def row(self, name, unit, target, runs, size):
        if unit == "faces/s":
            samples = {side: [answer["faces"] / answer["seconds"] for answer in self.answers[run]] for side, run in zip(("ours", "peer"), runs)}
        elif unit == "s":
            samples = {"ours": [answer["seconds"] for answer in self.answers[runs[0]]]}
        elif unit == "MB/s":
            samples = {"ours": [size / 1e6 / answer["seconds"] for answer in self.answers[runs[0]]]}
        else:
            samples = {"ours": [answer["peak_mb"] for run in runs for answer in self.answers[run]]}
        middle = max if unit == "MB" else statistics.median
        row = {"name": name, "unit": unit, "ours": middle(samples["ours"]), "target": target_text(unit, target), "samples": samples}
        figure = row["ours"]
        if "peer" in samples:
            row["peer"] = middle(samples["peer"])
            figure = row["ratio"] = row["ours"] / row["peer"]
        row["verdict"] = "ok" if (figure <= target if unit in LESS_IS_BETTER else figure >= target) else "short"
        return row


def target_text(unit, target):
    return f"<={target}" if unit in LESS_IS_BETTER else f">={target}"
