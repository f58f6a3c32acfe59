"""The rows of tests/bench about folders of pictures: ours against Pillow on the same files, each time in a fresh process.

The files are made once, of FER-2013's CSV, and lie in the page cache. The times are the processes' own, from an interpreter or runtime that
stands to the faces in memory; ours has its compiling in it.
"""
import json
import statistics
import subprocess

# The row, the pictures' ending, the most seconds.
ROWS = (
    ("data/folder-jpeg-seconds", "jpg", 8),
    ("data/folder-png-seconds", "png", 8),
)


class FolderRows:
    def __init__(self, path, scratch, ours, peer, wanted, failure):
        """path: FER-2013's CSV, plain or .gz, or None. ours, peer: the commands. wanted: tells by a row's name. failure: what to raise."""
        self.path, self.scratch, self.ours, self.peer, self.failure = path, scratch, ours, peer, failure
        self.wanted = [row for row in ROWS if wanted(row[0])]

    def measure(self, rounds, say):
        if self.path is None:
            return [{"name": name, "unit": "s", "target": f"<={limit}", "verdict": "n/a", "reason": "no --data PATH"} for name, _, limit in self.wanted]
        return [self.row(name, extension, limit, rounds, say) for name, extension, limit in self.wanted]

    def row(self, name, extension, limit, rounds, say):
        say(f"{name}: making the pictures")
        folder = str(self.scratch / extension)
        self.run([*self.peer, "make", str(self.path), folder, extension])
        answers = {"ours": [], "peer": []}
        for turn in range(rounds):
            for side, command in (("ours", self.ours), ("peer", self.peer)):
                say(f"round {turn + 1} of {rounds}: {name} ({side})")
                answers[side].append(json.loads(self.run([*command, "read", folder])))
        self.require_same_faces(name, answers)
        samples = {side: [answer["seconds"] for answer in answers[side]] for side in answers}
        ours, peer = (statistics.median(samples[side]) for side in ("ours", "peer"))
        return {"name": name, "unit": "s", "ours": ours, "peer": peer, "target": f"<={limit}", "verdict": "ok" if ours <= limit else "short",
                "engines": {side: answers[side][0]["engine"] for side in answers}, "samples": samples}

    def run(self, command):
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode:
            last = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["no message"]
            raise self.failure(f"`{' '.join(command)}` ended with exit code {done.returncode}: {last[0]}")
        return done.stdout

    def require_same_faces(self, name, answers):
        """As many of them, and as bright: decoders of other makers may round a JPEG differently."""
        read = [answer for side in answers.values() for answer in side]
        counts, sums = ([answer[key] for answer in read] for key in ("faces", "sum"))
        if min(counts) != max(counts) or min(sums) < 0.999 * max(sums):
            raise self.failure(f"{name}: the sides read other faces (count, sum of pixels): {sorted(set(zip(counts, sums)))}")
