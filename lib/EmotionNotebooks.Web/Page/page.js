// The page of `emotion serve`: pictures and webcam frames go to /v1/predict of this server; what comes back is drawn. Nothing else is asked for.
'use strict';

const byId = id => document.getElementById(id);
const percent = share => `${Math.round(share * 100)}%`;
const SVG = 'http://www.w3.org/2000/svg';
const MINUTE = 60_000;
const FRAME_SIDE = 480; // a webcam frame's longer side in pixels: faces in it are still larger than the network's input
const FRAME_GAP = 60; // milliseconds between two frames at least
const HOLD = 500; // milliseconds that a face stays on the page when a quick search misses it
const SAY_EVERY = 4_000; // milliseconds between two sentences to a screen reader while the webcam runs

const ruler = document.createElement('canvas').getContext('2d');

const state = {
  key: null,
  limits: null,
  classes: [],
  pictures: [], // { url, name, reading, error }
  shown: null,
  stream: null,
  history: [], // { time, probabilities }
  held: null, // { time, reading }: the last one with a face
  said: 0,
};

// ── Asking the server ───────────────────────────────────────────────────────────────────────────────────────────────
class Refusal extends Error {
  constructor(status, message, retryAfter) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

async function ask(path, options = {}) {
  const headers = new Headers(options.headers);
  if (state.key) headers.set('Authorization', `Bearer ${state.key}`);
  let answer;
  try {
    answer = await fetch(path, { ...options, headers, cache: 'no-store' });
  } catch {
    throw new Refusal(0, 'The server does not answer. Is it still running?');
  }
  if (answer.ok) return answer.json();
  const problem = await answer.json().catch(() => ({}));
  if (answer.status === 401) askForKey();
  throw new Refusal(answer.status, problem.detail ?? problem.title ?? `The server answers ${answer.status}.`, Number(answer.headers.get('Retry-After')) || 1);
}

const predict = async (blob, detect = 'true') => (await ask(`v1/predict?detect=${detect}`, { method: 'POST', body: blob, headers: { 'Content-Type': blob.type } })).pictures[0];

async function introduce() {
  try {
    const model = await ask('v1/model');
    state.limits = model.limits;
    state.classes = model.classes;
    byId('model').textContent = `${model.name}, ${(model.parameters / 1e6).toFixed(1)} million parameters, on ${model.compute.split(',')[0]}`;
    byId('key-form').hidden = true;
    showError(null);
    drawLegend();
  } catch (e) {
    byId('model').textContent = e.status === 401 ? 'This server asks for a key.' : 'The server did not say which network is at work.';
    if (e.status !== 401 || state.key) showError(e.message);
  }
}

function askForKey() {
  byId('key-form').hidden = false;
  byId('key').focus();
}

// ── Pictures ────────────────────────────────────────────────────────────────────────────────────────────────────────
async function take(files) {
  const pictures = [...files].filter(file => file.type.startsWith('image/') || file.type === '');
  if (pictures.length === 0) return showError('That was no picture.');
  stopCamera();
  showError(null);
  byId('busy').hidden = false;
  try {
    for (const file of pictures) await read(file);
  } finally {
    byId('busy').hidden = true;
  }
}

async function read(file) {
  const picture = { url: URL.createObjectURL(file), name: file.name || 'pasted picture' };
  state.pictures.push(picture);
  while (state.pictures.length > 24) URL.revokeObjectURL(state.pictures.shift().url);
  show(picture);
  try {
    picture.reading = await predict(await fitting(file));
  } catch (e) {
    picture.error = `${picture.name}: ${e.message}`;
  }
  if (state.shown === picture) show(picture);
  drawStrip();
}

// What the server takes goes as it is; anything else the browser can show is turned into a JPEG that it takes.
async function fitting(file) {
  const known = ['image/jpeg', 'image/png', 'image/webp', 'image/bmp'].includes(file.type);
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    if (known) return file; // the server says what is wrong with it
    throw new Refusal(0, 'the browser cannot show this picture; use PNG, JPEG, WebP or BMP');
  }
  const limits = state.limits ?? { body_bytes: Infinity, pixels: Infinity };
  const pixels = bitmap.width * bitmap.height;
  if (known && file.size <= limits.body_bytes && pixels <= limits.pixels) {
    bitmap.close();
    return file;
  }
  const scale = Math.min(1, 2000 / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)));
  canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
}

function show(picture) {
  state.shown = picture;
  const image = byId('picture');
  byId('empty').hidden = true;
  byId('video').hidden = true;
  image.hidden = false;
  if (image.src !== picture.url) image.src = picture.url;
  image.alt = picture.reading ? `${picture.name}: ${inWords(picture.reading.faces)}` : picture.name;
  if (picture.error) showError(picture.error);
  drawFaces(picture.reading?.faces ?? []);
  drawBoxes(picture.reading);
  byId('no-faces').hidden = Boolean(picture.reading?.faces.length);
  byId('status').textContent = picture.reading ? `${picture.name}: ${inWords(picture.reading.faces)}` : '';
  drawStrip();
}

function drawStrip() {
  const strip = byId('strip');
  const pictures = state.pictures.length > 1 ? state.pictures : [];
  strip.replaceChildren(...pictures.map(picture => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    const image = document.createElement('img');
    button.type = 'button';
    image.src = picture.url;
    image.alt = `Show ${picture.name}`;
    if (picture === state.shown) button.setAttribute('aria-current', 'true');
    button.addEventListener('click', () => {
      stopCamera();
      showError(null);
      show(picture);
      strip.querySelector('[aria-current]')?.focus();
    });
    button.append(image);
    item.append(button);
    return item;
  }));
}

// ── Faces ───────────────────────────────────────────────────────────────────────────────────────────────────────────
function inWords(faces) {
  if (faces.length === 0) return 'no face found';
  const each = faces.slice(0, 6).map(face => `${face.uncertain ? 'perhaps ' : ''}${face.predicted} ${percent(face.confidence)}`);
  const more = faces.length > 6 ? `, and ${faces.length - 6} more` : '';
  return `${faces.length === 1 ? 'one face' : `${faces.length} faces`}: ${each.join(', ')}${more}`;
}

// Cards are kept from frame to frame, so that bars move and a reader's place is not lost.
function drawFaces(faces) {
  const list = byId('faces');
  while (list.children.length > faces.length) list.lastChild.remove();
  faces.forEach((face, i) => fillCard(list.children[i] ?? list.appendChild(newCard(i, Object.keys(face.probabilities))), face));
}

function newCard(index, classes) {
  const card = document.createElement('li');
  card.className = 'face';
  const heading = document.createElement('h3');
  heading.append(Object.assign(document.createElement('span'), { className: 'who' }), Object.assign(document.createElement('span'), { className: 'sure' }));
  const table = document.createElement('table');
  table.className = 'bars';
  table.setAttribute('aria-label', `Probabilities of face ${index + 1}`);
  for (const name of classes) {
    const row = table.insertRow();
    row.dataset.emotion = name;
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = name;
    const track = document.createElement('div');
    track.className = 'track';
    track.append(Object.assign(document.createElement('div'), { className: 'fill' }));
    row.append(head);
    row.insertCell().append(track);
    row.insertCell().className = 'share';
  }
  card.append(heading, table);
  card.dataset.number = index + 1;
  return card;
}

function fillCard(card, face) {
  card.dataset.emotion = face.predicted;
  card.querySelector('.who').textContent = `Face ${card.dataset.number}: ${face.predicted}`;
  card.querySelector('.sure').textContent = face.uncertain ? `uncertain, ${percent(face.confidence)}` : percent(face.confidence);
  for (const row of card.querySelectorAll('tr')) {
    const share = face.probabilities[row.dataset.emotion];
    row.classList.toggle('top', row.dataset.emotion === face.predicted);
    row.querySelector('.fill').style.width = `${share * 100}%`;
    row.querySelector('.share').textContent = percent(share);
  }
}

function svg(name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

// Drawn in the page's pixels over the picture as it is shown, so that labels are readable at any size.
function drawBoxes(reading) {
  const overlay = byId('overlay');
  const mirrored = state.stream !== null;
  const source = mirrored ? byId('video') : byId('picture');
  const isEmpty = !reading?.faces.length || source.hidden;
  overlay.toggleAttribute('hidden', isEmpty); // an SVG element has no property for it
  if (isEmpty) return;
  const { offsetLeft, offsetTop, clientWidth: width, clientHeight: height } = source;
  Object.assign(overlay.style, { left: `${offsetLeft}px`, top: `${offsetTop}px`, width: `${width}px`, height: `${height}px` });
  overlay.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const scale = width / reading.width;
  overlay.replaceChildren(...reading.faces.map((face, i) => {
    const box = { x: face.box.x * scale, y: face.box.y * scale, width: face.box.width * scale, height: face.box.height * scale };
    if (mirrored) box.x = width - box.x - box.width;
    return labelled(box, face, i, reading.faces.length, width, height);
  }));
}

function widthOf(label) {
  ruler.font = `600 15px ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText(label).width;
}

function labelled(box, face, index, count, width, height) {
  const group = svg('g', { 'data-emotion': face.predicted });
  const corners = { x: box.x, y: box.y, width: box.width, height: box.height, rx: 4 };
  const name = `${count > 1 ? `${index + 1} ` : ''}${face.predicted}${face.uncertain ? '?' : ''} ${percent(face.confidence)}`;
  const tag = { width: widthOf(name) + 20, height: 26 };
  tag.x = Math.max(0, Math.min(box.x, width - tag.width));
  tag.y = box.y >= tag.height ? box.y - tag.height : Math.min(box.y + box.height, height - tag.height);
  group.append(
    svg('rect', { class: 'box-shade', ...corners }),
    svg('rect', { class: 'box', ...corners }),
    svg('rect', { class: 'tag', ...tag, rx: 4 }),
    svg('rect', { class: 'tag-bar', x: tag.x, y: tag.y, width: 5, height: tag.height, rx: 2 }),
    svg('text', { class: 'tag-text', x: tag.x + 11, y: tag.y + 18 }, name));
  return group;
}

// ── Webcam ──────────────────────────────────────────────────────────────────────────────────────────────────────────
async function startCamera() {
  showError(null);
  if (!navigator.mediaDevices?.getUserMedia) {
    return showError('Browsers give the webcam only to pages from this machine (localhost) or over https.');
  }
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user', width: { ideal: 1280 } }, audio: false });
  } catch (e) {
    return showError(e.name === 'NotAllowedError' ? 'The webcam was not allowed. The browser keeps the choice beside the address.'
      : e.name === 'NotFoundError' ? 'There is no webcam.' : `The webcam does not start: ${e.message}`);
  }
  state.stream = stream;
  state.shown = null;
  state.history = [];
  state.held = null;
  const video = byId('video');
  video.srcObject = stream;
  byId('empty').hidden = true;
  byId('picture').hidden = true;
  video.hidden = false;
  byId('strip').replaceChildren();
  byId('timeline-figure').hidden = false;
  byId('timeline-note').hidden = true;
  setCameraButton(true);
  drawFaces([]);
  drawBoxes(null);
  stream.getVideoTracks()[0].addEventListener('ended', () => state.stream === stream && stopCamera());
  await video.play();
  watch(stream);
}

function stopCamera() {
  if (!state.stream) return;
  state.stream.getTracks().forEach(track => track.stop());
  state.stream = null;
  const video = byId('video');
  video.srcObject = null;
  video.hidden = true;
  byId('overlay').setAttribute('hidden', '');
  byId('empty').hidden = false;
  byId('empty').textContent = 'The webcam is off.';
  byId('no-faces').hidden = false;
  byId('status').textContent = '';
  setCameraButton(false);
  drawFaces([]);
  drawStrip();
}

function setCameraButton(on) {
  const button = byId('camera');
  button.setAttribute('aria-pressed', String(on));
  button.textContent = on ? 'Stop the webcam' : 'Start the webcam';
  byId('status').classList.toggle('visually-hidden', on); // beside live bars a sentence of some seconds ago would look wrong
}

// One frame at a time: the next one is taken when this one is answered.
async function watch(stream) {
  const video = byId('video');
  const canvas = document.createElement('canvas');
  while (state.stream === stream) {
    const started = performance.now();
    let wait = FRAME_GAP;
    if (!document.hidden && video.videoWidth > 0) {
      try {
        const reading = await predict(await frame(video, canvas), 'quick');
        if (state.stream !== stream) return;
        showFrame(reading);
      } catch (e) {
        if (state.stream !== stream) return;
        if (e.status !== 429 && e.status !== 503) {
          stopCamera();
          return showError(e.message);
        }
        byId('status').textContent = 'The server is busy; the next picture follows in a moment.';
        wait = e.retryAfter * 1000;
      }
    }
    await new Promise(resolve => setTimeout(resolve, Math.max(0, wait - (performance.now() - started))));
  }
}

function frame(video, canvas) {
  const scale = Math.min(1, FRAME_SIDE / Math.max(video.videoWidth, video.videoHeight));
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  canvas.getContext('2d').drawImage(video, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob(blob => blob ? resolve(blob) : reject(new Refusal(0, 'The webcam gives no picture.')), 'image/jpeg', 0.9));
}

function showFrame(reading) {
  const now = performance.now();
  if (reading.faces.length > 0) state.held = { time: now, reading };
  const shown = state.held && now - state.held.time < HOLD ? state.held.reading : reading;
  drawFaces(shown.faces);
  drawBoxes(shown);
  byId('no-faces').hidden = shown.faces.length > 0;
  state.history.push({ time: now, probabilities: reading.faces[0]?.probabilities ?? null });
  while (now - state.history[0].time > MINUTE) state.history.shift();
  drawTimeline(now);
  if (now - state.said > SAY_EVERY) {
    state.said = now;
    byId('status').textContent = inWords(reading.faces);
    byId('timeline-text').textContent = timelineInWords();
  }
}

// ── Timeline ────────────────────────────────────────────────────────────────────────────────────────────────────────
function drawLegend() {
  byId('legend').replaceChildren(...state.classes.map(name => {
    const item = document.createElement('li');
    item.dataset.emotion = name;
    item.textContent = name;
    return item;
  }));
}

function drawTimeline(now) {
  const chart = byId('timeline');
  const [width, height] = [chart.clientWidth, chart.clientHeight];
  const plot = { left: 44, right: width - 8, top: 10, bottom: height - 26 };
  const x = time => plot.right - (now - time) / MINUTE * (plot.right - plot.left);
  const y = share => plot.bottom - share * (plot.bottom - plot.top);
  chart.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const parts = [];
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    parts.push(svg('line', { class: 'grid', x1: plot.left, x2: plot.right, y1: y(share), y2: y(share) }));
    parts.push(svg('text', { class: 'axis', x: plot.left - 8, y: y(share) + 4, 'text-anchor': 'end' }, percent(share)));
  }
  for (const ago of width < 500 ? [60, 30, 0] : [60, 45, 30, 15, 0]) {
    const anchor = ago === 0 ? 'end' : ago === 60 ? 'start' : 'middle';
    parts.push(svg('text', { class: 'axis', x: x(now - ago * 1000), y: height - 6, 'text-anchor': anchor }, ago === 0 ? 'now' : `${ago} s ago`));
  }
  const latest = state.history.at(-1)?.probabilities;
  const top = latest && Object.keys(latest).reduce((best, name) => latest[name] > latest[best] ? name : best);
  for (const name of state.classes) {
    const curve = svg('path', { class: name === top ? 'curve top' : 'curve', d: pathOf(name, x, y) });
    curve.dataset.emotion = name;
    parts.push(curve);
  }
  chart.replaceChildren(...parts);
}

// A gap where there was no face.
function pathOf(name, x, y) {
  let path = '';
  let pen = 'M';
  for (const { time, probabilities } of state.history) {
    if (probabilities) path += `${pen}${x(time).toFixed(1)} ${y(probabilities[name]).toFixed(1)}`;
    pen = probabilities ? 'L' : 'M';
  }
  return path;
}

function timelineInWords() {
  const seen = state.history.filter(point => point.probabilities);
  if (seen.length === 0) return 'No face in the last minute.';
  const means = state.classes.map(name => [name, seen.reduce((sum, point) => sum + point.probabilities[name], 0) / seen.length]);
  means.sort((a, b) => b[1] - a[1]);
  const seconds = Math.round((state.history.at(-1).time - state.history[0].time) / 1000);
  return `Largest face, mean of the last ${seconds} s: ${means.slice(0, 3).map(([name, mean]) => `${name} ${percent(mean)}`).join(', ')}.`;
}

// ── The page itself ─────────────────────────────────────────────────────────────────────────────────────────────────
function showError(message) {
  const place = byId('error');
  place.hidden = message === null;
  place.textContent = message ?? '';
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId('theme').textContent = theme === 'dark' ? 'Light colours' : 'Dark colours';
}

function begin() {
  const system = matchMedia('(prefers-color-scheme: dark)');
  setTheme(system.matches ? 'dark' : 'light');
  system.addEventListener('change', () => setTheme(system.matches ? 'dark' : 'light'));
  byId('theme').addEventListener('click', () => setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'));

  const here = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
  if (here) byId('privacy').textContent = 'Pictures never leave this machine and are never stored.';

  byId('choose').addEventListener('click', () => byId('file').click());
  byId('file').addEventListener('change', event => {
    take(event.target.files);
    event.target.value = '';
  });
  byId('camera').addEventListener('click', () => state.stream ? stopCamera() : startCamera());
  byId('key-form').addEventListener('submit', event => {
    event.preventDefault();
    state.key = byId('key').value;
    introduce();
  });

  addEventListener('paste', event => event.clipboardData?.files.length && take(event.clipboardData.files));
  addEventListener('dragover', event => {
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  addEventListener('dragleave', event => event.relatedTarget === null && document.body.classList.remove('dropping'));
  addEventListener('drop', event => {
    event.preventDefault();
    document.body.classList.remove('dropping');
    take(event.dataTransfer.files);
  });

  const redraw = () => state.shown && drawBoxes(state.shown.reading);
  byId('picture').addEventListener('load', redraw);
  new ResizeObserver(redraw).observe(byId('stage'));
  introduce();
}

begin();
