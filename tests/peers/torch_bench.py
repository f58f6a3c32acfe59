#!/usr/bin/env python3
"""The peer of tests/bench: the same networks and steps in python3-torch.

Speaks lines: a request on stdin, one JSON object on stdout.
    train NET MODE STEPS    training steps, images per second
    infer NET MODE STEPS    evaluation-mode batches without gradients, images per second
    augment OPERATION N     augmentation of N batches, milliseconds a batch (torch_augment.py)
NET is four-conv-dense or small-vgg; MODE is default, channels-last or channels-last-bf16 (autocast).
A batch is 64 faces of 1x48x48 that stay in memory; a training step is forward, cross-entropy, backward and
SGD with Nesterov momentum. The first request of a network warms it up; every request starts with one step that is not timed.
"""
import argparse
import contextlib
import json
import platform
import sys
import time

import torch
from torch import nn

import torch_augment

BATCH, CLASSES = 64, 7


def conv_block(inputs, outputs, bias=True):
    return [nn.Conv2d(inputs, outputs, 3, padding=1, bias=bias), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)]


def dense_block(inputs, outputs, dropout):
    return [nn.Linear(inputs, outputs), nn.BatchNorm1d(outputs), nn.ReLU(inplace=True), nn.Dropout(dropout)]


def four_conv_dense():
    return nn.Sequential(
        *conv_block(1, 32), *conv_block(32, 64), nn.MaxPool2d(2),
        *conv_block(64, 128), nn.MaxPool2d(2),
        *conv_block(128, 256), nn.MaxPool2d(2),
        nn.Flatten(), *dense_block(256 * 6 * 6, 256, 0.25), *dense_block(256, 128, 0.25), nn.Linear(128, CLASSES))


def small_vgg():
    layers, channels = [], 1
    for width in (32, 64, 128, 256):
        layers += [*conv_block(channels, width, bias=False), *conv_block(width, width, bias=False), nn.MaxPool2d(2)]
        channels = width
    return nn.Sequential(
        *layers, nn.Flatten(), nn.Linear(256 * 3 * 3, 256), nn.ReLU(inplace=True), nn.Dropout(0.4), nn.Linear(256, CLASSES))


NETS = {"four-conv-dense": four_conv_dense, "small-vgg": small_vgg}
MODES = ("default", "channels-last", "channels-last-bf16")


class Bench:
    def __init__(self, net, mode):
        torch.manual_seed(1)
        layout = torch.contiguous_format if mode == "default" else torch.channels_last
        self.bf16 = mode == "channels-last-bf16"
        self.model = NETS[net]().to(memory_format=layout)
        self.faces = torch.rand(BATCH, 1, 48, 48).contiguous(memory_format=layout)
        self.labels = torch.randint(0, CLASSES, (BATCH,))
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=0.01, momentum=0.9, nesterov=True)
        self.parameters = sum(p.numel() for p in self.model.parameters())
        self.warm = set()

    def precision(self):
        return torch.autocast("cpu", dtype=torch.bfloat16) if self.bf16 else contextlib.nullcontext()

    def train_step(self):
        self.optimizer.zero_grad(set_to_none=True)
        with self.precision():
            logits = self.model(self.faces)
        loss = nn.functional.cross_entropy(logits.float(), self.labels)
        loss.backward()
        self.optimizer.step()
        return loss

    def infer_step(self):
        with self.precision():
            return self.model(self.faces)

    def run(self, verb, steps):
        training = verb == "train"
        self.model.train(training)
        step = self.train_step if training else self.infer_step
        with contextlib.nullcontext() if training else torch.inference_mode():
            for _ in range(1 if verb in self.warm else 3):
                step()
            self.warm.add(verb)
            start = time.perf_counter()
            for _ in range(steps):
                result = step()
            seconds = time.perf_counter() - start
        if not torch.isfinite(result.float()).all():
            raise ArithmeticError("the result is not finite")
        return {"images_per_second": steps * BATCH / seconds, "seconds": seconds, "steps": steps, "parameters": self.parameters}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--threads", type=int, default=0, help="processor threads; 0 leaves the choice to torch")
    threads = options.parse_args().threads
    if threads:
        torch.set_num_threads(threads)
    reply = lambda answer: print(json.dumps(answer), flush=True)
    reply({"engine": f"python {platform.python_version()}, torch {torch.__version__}", "threads": torch.get_num_threads()})
    benches = {}
    for line in sys.stdin:
        try:
            if line.startswith("augment "):
                _, operation, batches = line.split()
                reply(torch_augment.measure(operation, int(batches)))
                continue
            verb, net, mode, steps = line.split()
            if verb not in ("train", "infer") or net not in NETS or mode not in MODES:
                raise ValueError(f"unknown request: {line.strip()}")
            if (net, mode) not in benches:
                benches[net, mode] = Bench(net, mode)
            reply(benches[net, mode].run(verb, int(steps)))
        except Exception as error:  # whatever it is, the driver shows it
            reply({"error": f"{type(error).__name__}: {error}"})


if __name__ == "__main__":
    main()
