"""The rows of kernels: ours against ipykernel, in turns, each round with fresh processes; less is better, and a ratio above 1 is ours.

Both are spoken to as Jupyter does, over their sockets on this machine. A latency is from a request's sending to its reply and the `idle` after it.
"""
import statistics
import subprocess
import sys
import time
from pathlib import Path

CELLS, WARM = 1000, 20

# The row, its unit, its limit.
ROWS = (
    ("kernel/start-seconds", "s", 0.5),         # process start to kernel_info's reply
    ("kernel/first-result-seconds", "s", 1.5),  # process start to the first cell's result
    ("kernel/cell-ms", "ms", 60),               # a trivial cell, once warm
    ("kernel/completion-ms", "ms", 100),        # a completion, once warm
    ("kernel/cell-1000-ms", "ms", 60),          # a trivial cell after a thousand
    ("kernel/growth-mb", "MB", 1000),           # resident memory from cell 20 to cell 1,000
)

LANGUAGES = {
    "ours": {"cell": "var value{0} = {0};\nvalue{0} + 1", "complete": "var text = \"a\"; text.Sub"},
    "peer": {"cell": "value{0} = {0}\nvalue{0} + 1", "complete": "text = 'a'; text.is"},
}


class Kernel:
    """A kernel in a process of its own."""

    def __init__(self, command, scratch, failure):
        import zmq
        from jupyter_client.connect import write_connection_file
        from jupyter_client.session import Session

        self.failure = failure
        path, self.facts = write_connection_file(str(Path(scratch) / "connection.json"), key=b"bench")
        self.session = Session(key=b"bench")
        self.context = zmq.Context()
        self.poller = zmq.Poller()
        self.sockets = {}
        for name, kind in (("shell", zmq.DEALER), ("control", zmq.DEALER), ("iopub", zmq.SUB)):
            socket = self.sockets[name] = self.context.socket(kind)
            socket.linger = 0
            socket.reconnect_ivl = 2  # ms: the kernel does not listen yet
            if kind == zmq.SUB:
                socket.subscribe(b"")
            socket.connect(f"tcp://{self.facts['ip']}:{self.facts[name + '_port']}")
            self.poller.register(socket, zmq.POLLIN)
        self.started = time.perf_counter()
        self.process = subprocess.Popen([word.replace("{connection_file}", path) for word in command], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def ask(self, kind, content, idle=True):
        """Sends a request and returns the seconds until its reply, and, unless told otherwise, the idle after it."""
        start = time.perf_counter()
        message = self.session.send(self.sockets["shell"], kind, content)
        name, replied = message["header"]["msg_id"], False
        while not replied or idle:
            ready = dict(self.poller.poll(60_000))
            if not ready:
                raise self.failure(f"a kernel gave no answer to {kind} within 60 s")
            for channel, socket in self.sockets.items():
                if socket not in ready:
                    continue
                _, answer = self.session.feed_identities(socket.recv_multipart())
                answer = self.session.deserialize(answer)
                if answer["parent_header"].get("msg_id") != name:
                    continue
                if channel == "shell":
                    replied = True
                    if answer["content"]["status"] != "ok":
                        raise self.failure(f"a kernel failed: {answer['content'].get('evalue')}")
                elif answer["msg_type"] == "status" and answer["content"]["execution_state"] == "idle":
                    idle = False
        return time.perf_counter() - start

    def execute(self, code):
        return self.ask("execute_request", {
            "code": code, "silent": False, "store_history": False, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True})

    def megabytes(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024

    def close(self):
        self.session.send(self.sockets["control"], "shutdown_request", {"restart": False})
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stderr.close()
        self.context.destroy(linger=0)


def measure(bench, ours, failure):
    """ours: the command that starts our kernel."""
    wanted = [row for row in ROWS if bench.wanted(row[0])]
    if not wanted:
        return
    python = sys.executable
    commands = {"ours": [*ours, "{connection_file}"], "peer": [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"]}
    samples = {name: {"ours": [], "peer": []} for name, _, _ in ROWS}
    many = {name for name, _, _ in wanted} & {"kernel/cell-1000-ms", "kernel/growth-mb"}
    for turn in range(bench.options.rounds):
        for side, command in commands.items():
            bench.say(f"round {turn + 1} of {bench.options.rounds}: kernel/ ({side})")
            # A thousand cells once: they take as long as all the rest.
            found = run(command, LANGUAGES[side], bench.scratch.name, failure, (60 if bench.options.quick else CELLS) if many and turn == 0 else 0)
            for name, value in found.items():
                samples[name][side].append(value)
    for name, unit, limit in wanted:
        mine, peer = (statistics.median(samples[name][side]) for side in ("ours", "peer"))
        bench.rows.append({
            "name": name, "unit": unit, "ours": mine, "peer": peer, "ratio": peer / mine if mine > 0 else None, "target": f"<{limit}",
            "verdict": "ok" if mine < limit else "short", "samples": samples[name]})


def run(command, language, scratch, failure, cells):
    kernel = Kernel(command, scratch, failure)
    try:
        kernel.ask("kernel_info_request", {}, idle=False)
        found = {"kernel/start-seconds": time.perf_counter() - kernel.started}
        kernel.execute(language["cell"].format(0))
        found["kernel/first-result-seconds"] = time.perf_counter() - kernel.started
        latencies = [kernel.execute(language["cell"].format(number)) for number in range(1, WARM + 1)]
        memory = kernel.megabytes()
        found["kernel/cell-ms"] = statistics.median(latencies[WARM // 2:]) * 1000
        complete = {"code": language["complete"], "cursor_pos": len(language["complete"])}
        found["kernel/completion-ms"] = statistics.median([kernel.ask("complete_request", complete) for _ in range(15)][5:]) * 1000
        if cells:
            latencies = [kernel.execute(language["cell"].format(number)) for number in range(WARM + 1, cells + 1)]
            found["kernel/cell-1000-ms"] = statistics.median(latencies[-20:]) * 1000
            found["kernel/growth-mb"] = kernel.megabytes() - memory
        return found
    finally:
        kernel.close()
