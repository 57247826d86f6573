// Reads the settings, which people write by hand: a bad value is named, and the default stands in for it.
import * as z from 'zod/mini';
import {
  CITATION_STYLES,
  type CitationStyle,
  PROFILES,
  type Profile,
  type RuleSeverities,
  rules,
} from '../core';
import { expected } from '../project/wording';

export interface Settings {
  readonly check: 'auto' | 'always' | 'never';
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly profile: Profile;
  readonly severity: RuleSeverities;
  readonly citationStyle: CitationStyle;
}

/** What a setting holds, and what it holds by default. */
export type ReadSetting = (key: keyof Settings) => { readonly value: unknown; readonly fallback: unknown };

const level = z.enum(['error', 'warning', 'information', 'hint', 'off']);
const shapes = {
  check: z.enum(['auto', 'always', 'never']),
  include: z.array(z.string()),
  exclude: z.array(z.string()),
  profile: z.enum(PROFILES),
  severity: z.record(z.string(), level),
  citationStyle: z.enum(CITATION_STYLES),
};

/** The settings, and a message for each value that could not be used. */
export function parseSettings(read: ReadSetting): { settings: Settings; problems: readonly string[] } {
  const problems: string[] = [];
  const take = <T>(key: keyof Settings, shape: z.ZodMiniType<T>): T => {
    const { value, fallback } = read(key);
    const parsed = shape.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) problems.push(problem([key, ...issue.path], issue, value));
    return shape.parse(fallback);
  };
  const settings: Settings = {
    check: take('check', shapes.check),
    include: take('include', shapes.include),
    exclude: take('exclude', shapes.exclude),
    profile: take('profile', shapes.profile),
    severity: take('severity', shapes.severity),
    citationStyle: take('citationStyle', shapes.citationStyle),
  };
  for (const id of Object.keys(settings.severity)) {
    if (!rules.some(rule => rule.id === id))
      problems.push(`annotatedReading.severity: there is no rule “${id}”.`);
  }
  return { settings, problems };
}

function problem(path: readonly PropertyKey[], issue: z.core.$ZodIssue, value: unknown): string {
  const found = path
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)?.[key], value);
  return `annotatedReading.${path.map(String).join('.')}: expected ${expected(issue)}, found ${JSON.stringify(found)}.`;
}
