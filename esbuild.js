// Builds what is shipped (dist/) and, with --tests, the compiled tests (out/). `--watch` rebuilds on change.
const { globSync } = require('node:fs');
const esbuild = require('esbuild');

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

/** @type {esbuild.BuildOptions} */
const common = { bundle: true, format: 'cjs', target: 'es2023', logLevel: 'warning', sourcemap: tests ? 'inline' : 'linked' };

/** @type {esbuild.BuildOptions[]} */
const products = [
  // The core runs anywhere: platform "neutral" makes an import of Node or vscode a build error.
  { entryPoints: ['src/core/index.ts'], outfile: 'dist/core.js', platform: 'neutral', mainFields: ['module', 'main'] },
  { entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', platform: 'node', minify: true, banner: { js: '#!/usr/bin/env node' } },
  { entryPoints: ['src/extension/main.ts'], outfile: 'dist/extension.js', platform: 'node', external: ['vscode'], minify: true },
];
