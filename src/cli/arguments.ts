// Reads the options that the commands share.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './io';

export interface Arguments<Format extends string> {
  readonly files: readonly string[];
  readonly format: Format;
  readonly flags: ReadonlySet<string>;
  /** What was given with the options that take a text. */
  readonly values: ReadonlyMap<string, string>;
}

/**
 * Files, `--format` (the first of the formats when left out), flags and options that take a text.
 * @throws UsageError for anything else
 */
export function readArguments<Format extends string>(
  args: readonly string[],
  formats: readonly [Format, ...Format[]],
  flags: readonly string[] = [],
  texts: readonly string[] = [],
): Arguments<Format> {
  const parsed = parse(args, {
    ...Object.fromEntries(flags.map(flag => [flag, { type: 'boolean' }] as const)),
    ...Object.fromEntries(['format', ...texts].map(name => [name, { type: 'string' }] as const)),
  });
  const wanted = parsed.values['format'] ?? formats[0];
  const format = formats.find(one => one === wanted);
  if (!format) throw new UsageError(`--format must be ${formats.join(' or ')}, not “${String(wanted)}”.`);
  return {
    files: parsed.positionals,
    format,
    flags: new Set(flags.filter(flag => parsed.values[flag] === true)),
    values: new Map(
      texts.flatMap(name => {
        const value = parsed.values[name];
        return typeof value === 'string' ? [[name, value]] : [];
      }),
    ),
  };
}

function parse(args: readonly string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
