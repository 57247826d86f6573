// Patterns for what a text ends in, such as the words right before a figure.

/**
 * The pattern for texts that end in what another describes. It is looked for from the end backwards, which takes a fraction
 * of the time of trying each place as its start. Only whether it is there is told, not where it starts.
 */
export function atEnd({ source, flags }: RegExp): RegExp {
  return new RegExp(`$(?<=${source})`, flags);
}
