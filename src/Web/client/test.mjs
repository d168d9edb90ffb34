// Bundles the tests of test/ and runs them: node test.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const out = mkdtempSync(join(tmpdir(), 'mainstay-client-'));
try {
  await build({ entryPoints: readdirSync('test').map(name => `test/${name}`), outdir: out, outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', format: 'esm', target: 'es2022', logLevel: 'warning' });
  process.exitCode = spawnSync(process.execPath, ['--test', '--test-reporter=spec', ...readdirSync(out).map(name => join(out, name))], { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(out, { recursive: true });
}
