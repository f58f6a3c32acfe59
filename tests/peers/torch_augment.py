"""Augmentation of a batch of 64 faces in python3-torch, as people write it: whole batches where PyTorch has an operator for that,
a loop over faces where torchvision has one. The same operations and chances as tests/bench/EngineBench/AugmentBench.cs."""
import math
import time

import torch
from torch.nn import functional as F

BATCH, SIDE, CLASSES = 64, 48, 7


def uniform(low, high, *shape):
    return torch.rand(*shape) * (high - low) + low


def flip(faces, labels):
    drawn = torch.rand(BATCH, 1, 1, 1) < 0.5
    return torch.where(drawn, faces.flip(3), faces), labels


def affine(faces, rotation, shear, zoom, shift):
    angle = uniform(-math.radians(rotation), math.radians(rotation), BATCH)
    slant = torch.tan(uniform(-math.radians(shear), math.radians(shear), BATCH))
    scale = 1 / uniform(1 - zoom, 1 + zoom, BATCH)
    cosine, sine = angle.cos() * scale, angle.sin() * scale
    theta = torch.stack((
        torch.stack((cosine - slant * sine, sine + slant * cosine, uniform(-2 * shift, 2 * shift, BATCH)), 1),
        torch.stack((-sine, cosine, uniform(-2 * shift, 2 * shift, BATCH)), 1)), 1)  # (N, 2, 3)
    grid = F.affine_grid(theta, faces.shape, align_corners=False)
    return F.grid_sample(faces, grid, padding_mode="border", align_corners=False)


def warp(faces, labels):
    return affine(faces, 10, 10, 0.2, 0.2), labels


def crop(faces, labels):
    padded = F.pad(faces, (4, 4, 4, 4))
    places = torch.randint(0, 9, (BATCH, 2)).tolist()
    return torch.stack([padded[i, :, y:y + SIDE, x:x + SIDE] for i, (x, y) in enumerate(places)]), labels


def resized_crop(faces, labels):
    cut = []
    for i in range(BATCH):
        area, ratio = float(uniform(0.6, 1, 1)), math.exp(float(uniform(-1, 1, 1)) * math.log(4 / 3))
        width, height = (min(SIDE, round(SIDE * math.sqrt(a))) for a in (area * ratio, area / ratio))
        x, y = int(torch.randint(0, SIDE - width + 1, (1,))), int(torch.randint(0, SIDE - height + 1, (1,)))
        cut.append(F.interpolate(faces[i:i + 1, :, y:y + height, x:x + width], (SIDE, SIDE), mode="bilinear", align_corners=False))
    return torch.cat(cut), labels


def light(faces, labels):
    mean = faces.mean((2, 3), keepdim=True)
    contrast, brightness = uniform(0.8, 1.2, BATCH, 1, 1, 1), uniform(0.8, 1.2, BATCH, 1, 1, 1)
    return (((faces - mean) * contrast + mean) * brightness).clamp_(0, 1), labels


def blur(faces, labels):
    reach = 4
    sigma = uniform(0.1, 1, BATCH, 1)
    bell = torch.exp(-torch.arange(-reach, reach + 1) ** 2 / (2 * sigma ** 2))
    bell = bell / bell.sum(1, keepdim=True)  # (N, 9)
    x = F.pad(faces.reshape(1, BATCH, SIDE, SIDE), (reach, reach, reach, reach), mode="replicate")
    x = F.conv2d(x, bell.view(BATCH, 1, 1, -1), groups=BATCH)
    return F.conv2d(x, bell.view(BATCH, 1, -1, 1), groups=BATCH).reshape(faces.shape), labels


def noise(faces, labels):
    return (faces + torch.randn_like(faces) * uniform(0, 0.05, BATCH, 1, 1, 1)).clamp_(0, 1), labels


def erase(faces, chance):
    faces = faces.clone()
    for i in range(BATCH):
        if torch.rand(1) < chance:
            area, ratio = float(uniform(0.02, 0.33, 1)) * SIDE * SIDE, math.exp(float(uniform(-1, 1, 1)) * math.log(3.3))
            height, width = min(SIDE, round(math.sqrt(area * ratio))), min(SIDE, round(math.sqrt(area / ratio)))
            y, x = int(torch.randint(0, SIDE - height + 1, (1,))), int(torch.randint(0, SIDE - width + 1, (1,)))
            faces[i, :, y:y + height, x:x + width] = 0
    return faces


def erasing(faces, labels):
    return erase(faces, 1), labels


def mixup(faces, labels):
    share = torch.distributions.Beta(0.2, 0.2).sample((BATCH, 1, 1, 1))
    order = torch.randperm(BATCH)
    targets = F.one_hot(labels, CLASSES).float()
    mixed = faces * share + faces[order] * (1 - share)
    share = share.view(-1, 1)
    return mixed, targets * share + targets[order] * (1 - share)


def cutmix(faces, labels):
    order = torch.randperm(BATCH)
    targets = F.one_hot(labels, CLASSES).float()
    mixed, shares = faces.clone(), []
    for i, other in enumerate(order.tolist()):
        half = round(math.sqrt(float(torch.rand(1))) * SIDE) // 2
        x, y = int(torch.randint(0, SIDE, (1,))), int(torch.randint(0, SIDE, (1,)))
        left, top, right, bottom = max(0, x - half), max(0, y - half), min(SIDE, x + half), min(SIDE, y + half)
        mixed[i, :, top:bottom, left:right] = faces[other, :, top:bottom, left:right]
        shares.append(1 - (right - left) * (bottom - top) / SIDE ** 2)
    share = torch.tensor(shares).view(-1, 1)
    return mixed, targets * share + targets[order] * (1 - share)


def usual(faces, labels):
    faces, _ = flip(faces, labels)
    return erase(affine(faces, 10, 0, 0.2, 0.2), 0.5), labels


OPERATIONS = {
    "flip": flip, "warp": warp, "crop": crop, "resized-crop": resized_crop, "light": light, "blur": blur, "noise": noise,
    "erasing": erasing, "mixup": mixup, "cutmix": cutmix, "usual": usual,
}


def measure(operation, batches):
    """Milliseconds a batch, over so many of them."""
    torch.manual_seed(1)
    faces, labels = torch.rand(BATCH, 1, SIDE, SIDE), torch.randint(0, CLASSES, (BATCH,))
    change = OPERATIONS[operation]
    for _ in range(5):
        change(faces, labels)
    start = time.perf_counter()
    for _ in range(batches):
        varied, _ = change(faces, labels)
    seconds = time.perf_counter() - start
    if varied.shape != faces.shape or not torch.isfinite(varied).all():
        raise ArithmeticError("the result is no batch of faces")
    return {"milliseconds": seconds * 1000 / batches}
