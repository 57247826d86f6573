// The command line: connects the commands to the process.
import path from 'node:path';
import { version } from '../../package.json';
import { run } from './run';

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

// Whoever reads our output may stop early, as `head` does; that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

void run(process.argv.slice(2), {
  cwd: process.cwd(),
  pages: path.join(__dirname, '..', 'docs', 'rules'),
  documents: path.join(__dirname, 'documents.js'),
  version,
  color: process.stdout.isTTY === true && !process.env['NO_COLOR'],
  readStdin,
  out: text => void process.stdout.write(text),
  err: text => void process.stderr.write(text),
}).then(code => {
  process.exitCode = code;
});
