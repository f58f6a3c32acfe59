"""Runs notebooks with nbclient and writes what came of them; says what happens in lines of JSON.

One JSON on standard input: {"kernel", "timeout", "notebooks": [{"name", "source", "ipynb", "html"}]},
where ipynb and html are files to write, or null. It ends with 1 at the first notebook that fails, with 130 when it
was interrupted; what the notebook had shown until then is written all the same.
"""

import json
import os
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert import HTMLExporter

# nbconvert's page without the scripts that it would load from elsewhere: our outputs need none.
PAGE = """{%- extends 'lab/index.html.j2' -%}
{%- block html_head_js_requirejs -%}{%- endblock -%}
{%- block html_head_js_mathjax -%}{%- endblock -%}
"""


def say(event, **what):
    print(json.dumps({"event": event, **what}), flush=True)


def write(path, text):
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    temporary = f"{path}.{os.getpid()}.tmp"
    with open(temporary, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(temporary, path)


def page(notebook, name):
    import jinja2

    exporter = HTMLExporter(extra_loaders=[jinja2.DictLoader({"emotion.html.j2": PAGE})], template_file="emotion.html.j2")
    html, _ = exporter.from_notebook_node(notebook, resources={"metadata": {"name": name}})
    return html


def clean(notebook):
    """Leaves out what differs from run to run though the notebook is the same."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)


def run(job, kernel, timeout):
    notebook = nbformat.read(job["source"], as_version=4)
    spec = dict(notebook.metadata.get("kernelspec", {}))
    code = [i for i, cell in enumerate(notebook.cells) if cell.cell_type == "code" and cell.source.strip()]
    started = {}

    def on_start(cell, cell_index):
        if cell_index in code:
            started[cell_index] = time.monotonic()
            first = next((line for line in cell.source.splitlines() if line.strip()), "")
            say("cell", number=code.index(cell_index) + 1, count=len(code), text=first[:100])

    client = NotebookClient(
        notebook,
        kernel_name=kernel,
        timeout=timeout,
        startup_timeout=60,
        resources={"metadata": {"path": os.path.dirname(job["source"])}},
        on_cell_start=on_start,
    )
    say("notebook", name=job["name"], count=len(code))
    begun = time.monotonic()
    failure = None
    try:
        client.execute()
    except CellExecutionError as error:
        failed = [i for i in code if any(output.output_type == "error" for output in notebook.cells[i].outputs)]
        output = next(o for o in notebook.cells[failed[-1]].outputs if o.output_type == "error") if failed else None
        failure = {
            "cell": code.index(failed[-1]) + 1 if failed else None,
            "error": f"{output.ename}: {output.evalue}" if output else str(error),
            "traceback": list(output.traceback) if output else [],
        }
    except CellTimeoutError:
        failure = {"cell": len(started), "error": f"TimeoutError: the cell took longer than {timeout} seconds", "traceback": []}
    except DeadKernelError:
        failure = {"cell": len(started), "error": "DeadKernelError: the kernel died", "traceback": []}
    finally:
        clean(notebook)
        if spec:
            notebook.metadata["kernelspec"] = spec
        if job["ipynb"]:
            write(job["ipynb"], nbformat.writes(notebook) + "\n")
        if job["html"]:
            write(job["html"], page(notebook, job["name"]))
    seconds = time.monotonic() - begun
    if failure:
        say("failed", name=job["name"], seconds=seconds, **failure)
        return False
    say("done", name=job["name"], seconds=seconds)
    return True


def main():
    order = json.load(sys.stdin)
    try:
        passed = [run(job, order["kernel"], order["timeout"]) for job in order["notebooks"]]
    except KeyboardInterrupt:
        say("interrupted")
        return 130
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
