"""The rows of augmentation: milliseconds for a batch of 64 faces, ours and python3-torch's; less is better, and a ratio above 1 is ours."""
import statistics

# A training step of small-vgg takes 100 ms on two cores: one operation may cost 1% of it, the usual set 2%.
LIMITS = {
    "flip": 1.0, "warp": 1.0, "crop": 1.0, "resized-crop": 1.0, "light": 1.0, "blur": 1.0, "noise": 1.0, "erasing": 1.0, "mixup": 1.0,
    "cutmix": 1.0, "usual": 2.0,
}


def measure(bench, batches):
    for operation, limit in LIMITS.items():
        name = f"augment/{operation}-ms"
        if not bench.wanted(name):
            continue
        samples = {"ours": [], "peer": []}
        for turn in range(bench.options.rounds):
            for side in samples:
                bench.say(f"round {turn + 1} of {bench.options.rounds}: {name} ({side})")
                samples[side].append(bench.worker(side).ask(f"augment {operation} {batches}")["milliseconds"])
        ours, peer = (statistics.median(samples[side]) for side in ("ours", "peer"))
        bench.rows.append({
            "name": name, "unit": "ms", "ours": ours, "peer": peer, "ratio": peer / ours, "target": f"<{limit}",
            "verdict": "ok" if ours < limit else "short", "samples": samples})
