// Checks the types, then bundles each entry of src/ that ends in .entry.ts. The worker knows another world and is one file. Run by the web
// project's build.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

for (const project of ['tsconfig.json', 'tsconfig.worker.json'])
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '--project', project], { stdio: 'inherit' });
mkdirSync('../wwwroot/client', { recursive: true });
// Parts of the last build have names of their own; they must not travel along.
for (const old of readdirSync('../wwwroot/client').filter(name => name.endsWith('.js'))) rmSync(`../wwwroot/client/${old}`);
const worker = 'sw.entry.ts';
const common = { outdir: '../wwwroot/client', bundle: true, minify: true, target: 'es2022', logLevel: 'warning' };
await build({
  ...common,
  entryPoints: readdirSync('src').filter(name => name.endsWith('.entry.ts') && name !== worker).map(name => ({ in: `src/${name}`, out: name.replace('.entry.ts', '') })),
  splitting: true,
  chunkNames: '[name]-[hash]',
  format: 'esm',
});
await build({ ...common, entryPoints: [{ in: `src/${worker}`, out: 'sw' }], format: 'iife' });
