#!/usr/bin/env python3
"""The peer of tests/bench: the same networks and steps in python3-torch.

Speaks lines: a request on stdin, one JSON object on stdout.
    train NET MODE STEPS    training steps, images per second
    infer NET MODE STEPS    evaluation-mode batches without gradients, images per second
    augment OPERATION N     augmentation of N batches, milliseconds a batch (torch_augment.py)
NET is a network of `emotion models`; MODE is default, channels-last or channels-last-bf16 (autocast).
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


def conv_block(inputs, outputs, bias=True, padding=1):
    return [nn.Conv2d(inputs, outputs, 3, padding=padding, bias=bias), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)]


def dense_block(inputs, outputs, dropout):
    return [nn.Linear(inputs, outputs), nn.BatchNorm1d(outputs), nn.ReLU(inplace=True), nn.Dropout(dropout)]


def four_conv_dense():
    return nn.Sequential(
        *conv_block(1, 32), *conv_block(32, 64), nn.MaxPool2d(2),
        *conv_block(64, 128), nn.MaxPool2d(2),
        *conv_block(128, 256), nn.MaxPool2d(2),
        nn.Flatten(), *dense_block(256 * 6 * 6, 256, 0.25), *dense_block(256, 128, 0.25), nn.Linear(128, CLASSES))


def pairs(*widths):
    layers, channels = [], 1
    for width in widths:
        layers += [*conv_block(channels, width, bias=False), *conv_block(width, width, bias=False), nn.MaxPool2d(2)]
        channels = width
    return layers


def small_vgg():
    return nn.Sequential(
        *pairs(32, 64, 128, 256), nn.Flatten(), nn.Linear(256 * 3 * 3, 256), nn.ReLU(inplace=True), nn.Dropout(0.4), nn.Linear(256, CLASSES))


def nine_conv():
    valid = lambda inputs, outputs: conv_block(inputs, outputs, padding=0)
    return nn.Sequential(
        *valid(1, 32), *valid(32, 32), *valid(32, 32), *valid(32, 64), nn.MaxPool2d(2),
        *valid(64, 64), *valid(64, 64), nn.MaxPool2d(2), *valid(64, 128), nn.MaxPool2d(2),
        nn.Conv2d(128, 128, 3), nn.Flatten(), nn.Linear(128, CLASSES))


def dropout_blocks(*widths):
    layers, channels = [], 1
    for width in widths:
        layers += [*conv_block(channels, width), nn.MaxPool2d(2), nn.Dropout(0.25)]
        channels = width
    return layers


def three_block():
    return nn.Sequential(
        *dropout_blocks(64, 128, 256), nn.Flatten(), *dense_block(256 * 6 * 6, 512, 0.5), *dense_block(512, 256, 0.5), nn.Linear(256, CLASSES))


def five_block():
    return nn.Sequential(*dropout_blocks(64, 128, 256, 512, 512), nn.Flatten(), *dense_block(512, 256, 0.5), nn.Linear(256, CLASSES))


class Crop(nn.Module):
    def forward(self, faces):
        return faces[:, :, 4:44, 4:44]


def vgg_dropout():
    return nn.Sequential(
        Crop(), *pairs(64, 128, 256, 512), nn.Flatten(), nn.Linear(512 * 2 * 2, 4096), nn.ReLU(inplace=True), nn.Dropout(0.1),
        nn.Linear(4096, 4096), nn.ReLU(inplace=True), nn.Dropout(0.1), nn.Linear(4096, CLASSES))


class ResidualBlock(nn.Module):
    """Two convolutions, squeeze-and-excitation, the input (fitted where it has other channels), stochastic depth."""

    def __init__(self, inputs, outputs, drop):
        super().__init__()
        self.branch = nn.Sequential(*conv_block(inputs, outputs, bias=False), nn.Conv2d(outputs, outputs, 3, padding=1, bias=False),
                                    nn.BatchNorm2d(outputs))
        self.gate = nn.Sequential(nn.Linear(outputs, outputs // 8), nn.ReLU(inplace=True), nn.Linear(outputs // 8, outputs), nn.Sigmoid())
        self.fit = nn.Identity() if inputs == outputs else nn.Sequential(nn.Conv2d(inputs, outputs, 1, bias=False), nn.BatchNorm2d(outputs))
        self.depth = nn.Dropout(drop)

    def forward(self, x):
        y = self.branch(x)
        y = y * self.gate(y.mean((2, 3)))[:, :, None, None]
        if self.training:
            y = y * self.depth(torch.ones(len(x), 1, 1, 1)).to(y.dtype)
        return torch.relu_(y + self.fit(x))


class Mean(nn.Module):
    def forward(self, x):
        return x.mean((2, 3))


def fer_resnet():
    stages, channels, drops = [], 32, [0.1 * i / 5 for i in range(6)]
    for i, width in enumerate((64, 128, 256)):
        stages += [nn.MaxPool2d(2)] * (i > 0)
        stages += [ResidualBlock(channels, width, drops[2 * i]), ResidualBlock(width, width, drops[2 * i + 1])]
        channels = width
    return nn.Sequential(*conv_block(1, 32, bias=False), *conv_block(32, 32, bias=False), nn.MaxPool2d(2), *stages, Mean(), nn.Dropout(0.3),
                         nn.Linear(256, CLASSES))


NETS = {"nine-conv": nine_conv, "three-block": three_block, "four-conv-dense": four_conv_dense, "vgg-dropout": vgg_dropout,
        "five-block": five_block, "small-vgg": small_vgg, "fer-resnet": fer_resnet}
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
