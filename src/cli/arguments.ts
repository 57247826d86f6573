// Reads the options that the commands share.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './io';

export interface Arguments<Format extends string> {
  readonly files: readonly string[];
  readonly format: Format;
  readonly flags: ReadonlySet<string>;
}

/**
 * Files, `--format` (the first of the formats when left out) and flags.
 * @throws UsageError for anything else
 */
export function readArguments<Format extends string>(
  args: readonly string[],
  formats: readonly [Format, ...Format[]],
  flags: readonly string[] = [],
): Arguments<Format> {
  const options = Object.fromEntries(flags.map(flag => [flag, { type: 'boolean' as const }]));
  const parsed = parse(args, options);
  const wanted = parsed.values['format'] ?? formats[0];
  const format = formats.find(one => one === wanted);
  if (!format) throw new UsageError(`--format must be ${formats.join(' or ')}, not “${String(wanted)}”.`);
  return {
    files: parsed.positionals,
    format,
    flags: new Set(flags.filter(flag => parsed.values[flag] === true)),
  };
}

function parse(args: readonly string[], flags: Record<string, { type: 'boolean' }>) {
  const options: ParseArgsConfig['options'] = { ...flags, format: { type: 'string' } };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
