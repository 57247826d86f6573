// Text of reports and sources inside Markdown that VS Code shows: it reads as it is written, and takes no effect.

/**
 * Markdown, with theme icons or without, that shows a text as one line of plain words. Unlike `appendText` it keeps the
 * spaces as spaces, at which lines can break.
 */
export function plainText(text: string, hasIcons: boolean): string {
  const withoutIcons = hasIcons ? text.replace(/\$(?=\()/g, '\\$') : text;
  return withoutIcons.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
