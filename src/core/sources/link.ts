// Writes titles and addresses so that they stay what they are inside Markdown.

/** A title as Markdown text on one line; nothing in it takes effect, not even as the end of a table cell. */
export function escapeTitle(title: string): string {
  return title
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&~|]/g, '\\$&');
}

/**
 * An address as it may stand in a link: http, https, or the path of a file beside the report. Undefined for
 * anything else, such as a script.
 */
export function citableUrl(address: string): string | undefined {
  const url = address.trim();
  if (/^https?:\/\/[^\s/?#]/i.test(url)) return encodeUnsafe(url);
  const isPath = /^(?!\/\/)[^:?#]*[./]/.test(url) && !/^[^/?#]*:/.test(url);
  return isPath ? encodeUnsafe(url) : undefined;
}

/** `[title](url)`, or the title alone when the source has no address that can be cited. */
export function linkTo(title: string, url: string | undefined): string {
  const target = url === undefined ? undefined : citableUrl(url);
  if (target === undefined) return escapeTitle(title);
  return `[${escapeTitle(title)}](${/[()]/.test(target) ? `<${target}>` : target})`;
}

/** Percent-encodes what would end a link's address or a table cell, or would be taken for an escape. */
function encodeUnsafe(url: string): string {
  return url.replace(
    /[\p{Cc}\s<>|\\"`[\]*]/gu,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
