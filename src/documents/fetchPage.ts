// Fetches one page that a report cites, because a reader asked for it, and makes it a file that says where it is from.
import { decodeText } from './decode';

export type Fetched =
  | { readonly kind: 'fetched'; readonly extension: 'html' | 'pdf' | 'txt'; readonly bytes: Uint8Array }
  /** Words that follow “The page”. */
  | { readonly kind: 'failed'; readonly reason: string };

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** The day of access, as YYYY-MM-DD. */
  readonly today: string;
  /** Told how many bytes have come. */
  readonly onProgress?: (bytes: number) => void;
  /** Less than the usual bounds. */
  readonly limits?: Partial<typeof FETCH_LIMITS>;
}

export const FETCH_LIMITS = { bytes: 20 * 1024 * 1024, ms: 30_000, redirects: 5 };

const KINDS: Readonly<Record<string, 'html' | 'pdf' | 'txt'>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
};

class Failed extends Error {}

/**
 * Fetches a page. A page elsewhere on the internet cannot lead to an address in the reader's own network; one that is
 * itself there may. Never throws; gives undefined when it was stopped.
 * @param url of http or https
 */
export async function fetchPage(url: string, options: FetchOptions): Promise<Fetched | undefined> {
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const late = AbortSignal.timeout(limits.ms);
  const signal = AbortSignal.any([options.signal, late]);
  try {
    const response = await follow(url, limits.redirects, signal);
    const [type = '', ...parameters] = (response.headers.get('content-type') ?? '').toLowerCase().split(';');
    const extension = KINDS[type.trim()];
    if (!extension)
      throw new Failed(`is no web page, PDF or text, but “${type.trim() || 'of no named kind'}”`);
    const bytes = await bodyOf(response, limits.bytes, options.onProgress);
    const charset = /charset=["']?([\w-]+)/.exec(parameters.join(';'))?.[1];
    return {
      kind: 'fetched',
      extension,
      bytes: extension === 'html' ? asFile(decodeText(bytes, charset), url, options.today) : bytes,
    };
  } catch (error) {
    if (options.signal.aborted) return undefined;
    if (late.aborted) return { kind: 'failed', reason: 'took too long to come' };
    return { kind: 'failed', reason: error instanceof Failed ? error.message : inWords(error) };
  }
}

/** An address that may be fetched: of http or https, without a password in it. */
export function fetchableUrl(url: string): URL | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return undefined;
  return parsed.username || parsed.password ? undefined : parsed;
}

/**
 * True for what stands in the reader's own network or machine, as far as an address itself tells: names are not looked
 * up. The ranges are those of RFC 1918, 3927, 4193, 4291, 6598 and 6761.
 */
export function isPrivateHost(host: string): boolean {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  if (name.includes(':')) return /^(?:::1?$|::ffff:|f[cd]|fe[89ab])/.test(name);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name))
    return /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
      name,
    );
  return !name.includes('.') || /\.(?:localhost|local|internal|home\.arpa|lan|intranet|corp)$/.test(name);
}

/** The name for a page's file, from its address: “example.com-ports-2026”. */
export function fileStemFor({ hostname, pathname }: URL): string {
  const words = `${hostname.replace(/^www\./, '')}/${pathname.replace(/\.\w{1,5}$/, '')}`;
  const stem = words
    .replace(/%[0-9a-f]{2}/gi, '-')
    .replace(/[^a-z0-9.]+/gi, '-')
    .replace(/\.{2,}/g, '.');
  return (
    stem
      .replace(/^[-.]+/, '')
      .slice(0, 80)
      .replace(/[-.]+$/, '') || 'page'
  );
}

async function follow(url: string, redirects: number, signal: AbortSignal): Promise<Response> {
  let at = fetchableUrl(url);
  for (let left = redirects; at; left--) {
    const response = await fetch(at, {
      signal,
      redirect: 'manual',
      credentials: 'omit',
      headers: { accept: 'text/html, application/xhtml+xml, application/pdf, text/plain' },
    });
    const target = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (target === null) {
      if (!response.ok) throw new Failed(`was refused by its server (${response.status})`);
      return response;
    }
    await response.body?.cancel();
    if (left === 0) throw new Failed('leads from one address to another too often');
    const next: URL | undefined = URL.canParse(target, at.href)
      ? fetchableUrl(new URL(target, at).href)
      : undefined;
    if (next && isPrivateHost(next.hostname) && !isPrivateHost(at.hostname))
      throw new Failed('leads to an address in your own network, which was not followed');
    at = next;
  }
  throw new Failed('has no address that begins with http:// or https://');
}

async function bodyOf(
  response: Response,
  most: number,
  onProgress: (bytes: number) => void = () => {},
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > most) throw new Failed('is too large to be fetched');
    pieces.push(piece);
    onProgress(length);
  }
  const whole = new Uint8Array(length);
  pieces.reduce((at, piece) => {
    whole.set(piece, at);
    return at + piece.length;
  }, 0);
  return whole;
}

/** The page in UTF-8, whatever it was in, with a first line that says where it is from. Two hyphens would end that. */
function asFile(page: string, url: string, today: string): Uint8Array {
  const from = new URL(url).href.replaceAll('--', '-%2D');
  return new TextEncoder().encode(`\uFEFF<!-- Fetched from ${from} on ${today} -->\n${page}`);
}

function inWords(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
  return `could not be reached (${cause || (error instanceof Error ? error.message : String(error))})`;
}
