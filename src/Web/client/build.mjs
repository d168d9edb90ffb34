// Checks the types, then bundles each entry of src/ that ends in .entry.ts. Run by the web project's build.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '--project', 'tsconfig.json'], { stdio: 'inherit' });
await build({
  entryPoints: readdirSync('src').filter(name => name.endsWith('.entry.ts')).map(name => ({ in: `src/${name}`, out: name.replace('.entry.ts', '') })),
  outdir: '../wwwroot/client',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  logLevel: 'warning',
});
