// Runs exported networks in onnxruntime-node, the way its documentation says. It answers requests, a line of JSON each:
//   {"verb": "predict", "model": PATH, "faces": PATH, "batch": N}   → {"probabilities": [...]}
//   {"verb": "time", "model": PATH, "batch": N, "steps": N}         → {"least": ms of a batch, "median": ms}
// faces: N × 2304 bytes, grey. The first argument is the folder with node_modules, the second the number of threads; a third is the only request.
const fs = require('node:fs');
const path = require('node:path');
const readline = require('node:readline');

const [modules, threads, request] = process.argv.slice(2);
const ort = require(path.join(modules, 'node_modules', 'onnxruntime-node'));
const PIXELS = 48 * 48;
const sessions = new Map();

async function open(model) {
  if (!sessions.has(model)) {
    sessions.set(model, await ort.InferenceSession.create(model, { intraOpNumThreads: Number(threads), interOpNumThreads: 1 }));
  }
  return sessions.get(model);
}

const input = values => ({ input: new ort.Tensor('float32', values, [values.length / PIXELS, 1, 48, 48]) });

async function predict({ model, faces, batch }) {
  const session = await open(model);
  const pixels = fs.readFileSync(faces);
  const probabilities = [];
  for (let start = 0; start < pixels.length; start += batch * PIXELS) {
    const answer = await session.run(input(Float32Array.from(pixels.subarray(start, start + batch * PIXELS))));
    probabilities.push(...answer.probabilities.data);
  }
  return { probabilities };
}

async function time({ model, batch, steps }) {
  const session = await open(model);
  const values = input(Float32Array.from({ length: batch * PIXELS }, (_, i) => (i * 37) % 256));
  for (let i = 0; i < 3; i++) await session.run(values);
  const times = [];
  for (let i = 0; i < steps; i++) {
    const start = process.hrtime.bigint();
    await session.run(values);
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  times.sort((a, b) => a - b);
  return { least: times[0], median: times[steps >> 1] };
}

async function answer(line) {
  const words = JSON.parse(line);
  try {
    return await { predict, time }[words.verb](words);
  } catch (error) {
    return { error: String(error.message ?? error) };
  }
}

(async () => {
  if (request) {
    console.log(JSON.stringify(await answer(request)));
    return;
  }
  console.log(JSON.stringify({ version: ort.env.versions.node ?? ort.env.versions.common }));
  for await (const line of readline.createInterface({ input: process.stdin })) console.log(JSON.stringify(await answer(line)));
})();
