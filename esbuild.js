// Builds what is shipped (dist/) and, with --tests, the tests (out/, laid out like test/). --watch rebuilds on change.
const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2023',
  // Modules before CommonJS: they can be pruned, and jsonc-parser's CommonJS cannot be bundled.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  metafile: true,
};

/** @type {import('esbuild').BuildOptions[]} */
const products = [
  // The core runs anywhere: platform "neutral" makes an import of Node or vscode a build error.
  {
    entryPoints: ['src/core/index.ts'],
    outfile: 'dist/core.js',
    platform: 'neutral',
  },
  {
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
  },
  // The thread that reads attached documents; it alone carries the libraries for their formats.
  {
    entryPoints: ['src/documents/worker.ts'],
    outfile: 'dist/documents.js',
    platform: 'node',
    // PDF.js takes any thread of Electron's for a browser; this one has Node alone.
    define: { 'process.versions.electron': 'undefined' },
  },
  {
    entryPoints: ['src/extension/main.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    external: ['vscode'],
  },
].map(product => ({ ...common, minify: true, sourcemap: 'linked', ...product }));

/** Programs among the tests that are not test files themselves. */
const testPrograms = [
  'host/index',
  'host/launch',
  'host/server-as-code',
  'support/count',
  'support/fit-sameness',
  'support/start',
  'support/write-examples',
  'support/write-schema',
];

/** @returns {import('esbuild').BuildOptions} */
function testBuild() {
  const files = fs
    .readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map(file => file.split(path.sep).join('/'))
    .filter(file => file.endsWith('.test.ts') || /^bench\/[^/]+\.ts$/.test(file));
  return {
    ...common,
    entryPoints: [...files, ...testPrograms.map(name => `${name}.ts`)].map(file => `test/${file}`),
    outdir: 'out',
    outbase: 'test',
    platform: 'node',
    sourcemap: 'inline',
    external: ['vscode', 'mocha', 'playwright-core', '@vscode/test-electron'],
  };
}

/** What packages have bundled themselves without its licence. */
const CONTAINED = {
  unpdf:
    'It contains PDF.js, Copyright Mozilla Foundation, under the Apache License 2.0, the text of which stands at cssomnom.\n\n',
};

/** What is bundled comes with the licences under which it may be: one file with all of them, beside the bundles. */
function writeNotices(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = new Set(
    inputs.flatMap(file => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []),
  );
  const notices = [...folders].sort().map(folder => {
    const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const texts = fs.readdirSync(folder).filter(file => /^(?:licen[cs]e|notice|copying)/i.test(file));
    const text = texts.map(file => fs.readFileSync(path.join(folder, file), 'utf8').trim()).join('\n\n');
    return `${name} ${version} (${license})\n\n${CONTAINED[name] ?? ''}${text}\n`;
  });
  const rule = `\n${'-'.repeat(80)}\n\n`;
  fs.writeFileSync('dist/third-party-licences.txt', [...new Set(notices)].join(rule));
}

/** A test whose source is gone must not run again from an earlier build. */
function removeStaleTests(built) {
  if (!fs.existsSync('out')) return;
  for (const file of fs.readdirSync('out', { recursive: true, encoding: 'utf8' })) {
    const output = path.join('out', file);
    if (file.endsWith('.js') && !built.has(output.split(path.sep).join('/'))) fs.rmSync(output);
  }
}

/** Prints the two lines by which the editor's background task knows that the extension is being built, and is built. */
const announce = {
  name: 'announce',
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd(() => console.log('[watch] build finished'));
  },
};

async function main() {
  if (watch) {
    for (const options of tests ? [...products, testBuild()] : products) {
      const plugins = options.outfile === 'dist/extension.js' ? [announce] : [];
      const context = await esbuild.context({ ...options, logLevel: 'info', plugins });
      await context.watch();
    }
    return;
  }
  if (!tests) {
    writeNotices(await Promise.all(products.map(product => esbuild.build(product))));
    return;
  }
  const result = await esbuild.build(testBuild());
  removeStaleTests(new Set(Object.keys(result.metafile.outputs)));
}

main().catch(error => {
  // esbuild has printed its own errors already.
  if (!error.errors) console.error(error);
  process.exitCode = 1;
});
