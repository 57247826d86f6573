// Finds the command that is meant and runs it.
import { check } from './check';
import { evidence } from './evidence';
import { explain } from './explain';
import { figures } from './figures';
import { fix } from './fix';
import { type ExitCode, type Io, UsageError } from './io';
import { outline } from './outline';
import { USAGE } from './usage';

type Command = (args: readonly string[], io: Io) => Promise<ExitCode>;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['check', check],
  ['fix', fix],
  ['evidence', evidence],
  ['outline', outline],
  ['figures', figures],
  ['explain', explain],
]);

/** Runs a command line, without the program's own name. Never throws for what a user may give. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined);
  if (options.includes('--help') || options.includes('-h')) {
    io.out(USAGE);
    return 0;
  }
  if (options.includes('--version')) {
    io.out(`${io.version}\n`);
    return 0;
  }
  try {
    const [name = '', ...rest] = args;
    const command = COMMANDS.get(name);
    if (!command) throw new UsageError(name ? `There is no command “${name}”.` : 'A command is needed.');
    return await command(rest, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`annotated-reading: ${error.message}\nannotated-reading --help says how to use it.\n`);
    return 2;
  }
}
