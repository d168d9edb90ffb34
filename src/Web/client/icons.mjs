// Draws the icons of the installed app from the mark, in every size, into ../wwwroot/icons. Run it by hand when the mark changes: node icons.mjs
// A browser does the drawing; CHROMIUM names another than "chromium".
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ink = '#14233b', paper = '#fffcf5', rope = '#e2a233';
// part: how much of the square the mark takes. The safe zone of a maskable icon is a circle of four fifths of its width.
const any = size => ({ size, name: `icon-${size}`, part: size < 64 ? 0.86 : 0.72, line: size < 64 ? 2.5 : 2, corner: 5 });
const icons = [
  ...[16, 32, 48, 192, 256, 384, 512].map(any),
  { size: 180, name: 'apple-touch-180', part: 0.66, line: 2, corner: 0 },
  { size: 192, name: 'maskable-192', part: 0.54, line: 2, corner: 0 },
  { size: 512, name: 'maskable-512', part: 0.54, line: 2, corner: 0 },
];

const svg = ({ size, part, line, corner }) => `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 24 24">
<rect width="24" height="24" rx="${corner}" fill="${ink}"/>
<g transform="translate(12 12) scale(${part}) translate(-12 -11.5)" fill="none" stroke-width="${line}" stroke-linecap="round">
<path stroke="${rope}" d="M12 3.5L4.5 20.5M12 3.5l7.5 17"/><path stroke="${paper}" d="M12 2.5c1 2.6-.9 4.4-.1 7s1 4 .1 6.5c-.4 1.6-.3 3 0 4.5M3 20.5h18"/></g></svg>`;

const folder = mkdtempSync(join(tmpdir(), 'mainstay-icons-'));
const page = join(folder, 'icons.html');
writeFileSync(page, `<!doctype html><pre id="out"></pre><script type="module">
const drawn = await Promise.all(${JSON.stringify(icons.map(icon => ({ ...icon, svg: svg(icon) })))}.map(async icon => {
  const image = new Image();
  image.src = 'data:image/svg+xml,' + encodeURIComponent(icon.svg);
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: icon.size, height: icon.size });
  canvas.getContext('2d').drawImage(image, 0, 0, icon.size, icon.size);
  return icon.name + ' ' + canvas.toDataURL('image/png').split(',')[1];
}));
document.getElementById('out').textContent = drawn.join('\\n') + '\\nend';
</script>`);
const dom = execFileSync(process.env.CHROMIUM ?? 'chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--virtual-time-budget=5000', `--user-data-dir=${join(folder, 'browser')}`, '--dump-dom', pathToFileURL(page).href],
{ encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'ignore'] });
rmSync(folder, { recursive: true, force: true });

const lines = dom.match(/<pre id="out">([^<]*)end<\/pre>/)?.[1].trim().split('\n');
if (lines?.length !== icons.length) throw new Error('The browser drew nothing.');
const out = new URL('../wwwroot/icons/', import.meta.url);
mkdirSync(out, { recursive: true });
for (const line of lines) {
  const [name, data] = line.split(' ');
  writeFileSync(new URL(`${name}.png`, out), Buffer.from(data, 'base64'));
}
console.log(`${lines.length} icons drawn.`);
