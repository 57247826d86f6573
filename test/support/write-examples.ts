// Writes the example sources that no text editor writes: `node out/support/write-examples.js`.
import fs from 'node:fs';
import path from 'node:path';
import { docx, paragraph, pdf } from './documents';

/** A paragraph, a heading that begins with "# ", or the rows of a table. */
type Part = string | readonly (readonly string[])[];

const FOLDER = path.join('examples', 'sources');

const SOLVIND: readonly Part[] = [
  '# Solvind closes growth round',
  'Horsens, 3 March 2026. Solvind A/S, which makes electrolysers, today closed a growth round of 450 million euros. Investors value the company at 2.6 billion euros after the round. The Swedish pension fund Norrpension becomes the largest new shareholder with 12.5 per cent of the shares.',
  '# Solvind in figures',
  [
    ['', '2025', '2024'],
    ['Revenue (EUR million)', '612', '398'],
    ['Net loss (EUR million)', '74', '131'],
    ['Order book at year end (EUR million)', '1,900', '1,450'],
    ['Electrolysers delivered (MW)', '1,100', '380'],
    ['Employees', '1,690', '1,240'],
  ],
  'The factory at Horsens has an annual capacity of 2,000 MW. One employee in three works in research and development.',
];

const ALPHABET: readonly Part[] = [
  '# Google deepens its partnership with Anthropic',
  'April 24, 2026. Google will invest up to $40 billion in Anthropic. It invests $10 billion now, at a valuation of $350 billion, and a further $30 billion if Anthropic meets performance targets.',
  'Google Cloud will provide 5 gigawatts of TPU capacity, beginning in 2027.',
  '# Existing holding',
  'Google had previously invested more than $3 billion in Anthropic and holds about 14% of the company. Under the agreement its stake may not exceed 15%, and it carries no voting rights.',
];

const ANTHROPIC: readonly (readonly Part[])[] = [
  [
    '# Anthropic: funding announcement',
    'February 2026. Anthropic has closed a new round of financing. The funds will go into research, products and infrastructure.',
  ],
  [
    '# Growth of Claude Code',
    'Claude Code has become the fastest-growing product of the company. Its run-rate revenue has grown to over $2.5 billion and has more than doubled since the beginning of 2026.',
    '# Enterprise customers',
    'Over 500 customers now spend more than $1 million a year with Anthropic. Eight of the Fortune 10 are Claude customers.',
  ],
];

const AMAZON: readonly (readonly Part[])[] = [
  [
    '# Amazon: letter to shareholders',
    'April 2026. Dear shareholders, the year was one of large investments in infrastructure, and of customers who wanted more of it than we could build.',
  ],
  [
    '# Custom silicon',
    'Our chips business, which includes Trainium, Graviton and Nitro, has an annual revenue run rate of more than $20 billion and grows at triple-digit percentages year over year.',
  ],
];

const HAVBRIS: readonly (readonly Part[])[] = [
  [
    '# Havbris Energi: annual report 2025',
    'The year was marked by lower prices and by full reservoirs. We prepared the decision on Tyssedal, which the board took in January 2026.',
  ],
  [
    '# Results',
    'Havbris Energi had operating revenues of NOK 41,700 million in 2025 (2024: NOK 45,300 million). Operating profit was NOK 9,600 million, against NOK 12,100 million in 2024.',
    'The general meeting resolved to pay the owners a dividend of NOK 4,200 million. Net interest-bearing debt stood at NOK 28.0 billion at the end of the year.',
  ],
  [
    '# Assets and people',
    'Installed capacity in hydropower and wind power was 8,700 MW at the end of 2025. The group had 3,950 employees.',
  ],
];

const asDocx = (parts: readonly Part[]) => docx(parts.map(partAsXml).join(''));

function partAsXml(part: Part): string {
  if (typeof part !== 'string') {
    const rows = part.map(row => `<w:tr>${row.map(cell => `<w:tc>${text(cell)}</w:tc>`).join('')}</w:tr>`);
    return `<w:tbl>${rows.join('')}</w:tbl>`;
  }
  return part.startsWith('# ')
    ? text(part.slice(2), '<w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>')
    : text(part);
}

function text(words: string, properties = ''): string {
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${words.replaceAll('&', '&amp;')}</w:t></w:r></w:p>`;
}

function asPdf(title: string, pages: readonly (readonly Part[])[]): Promise<Uint8Array> {
  const set = pages.map(parts => {
    let y = 780;
    return parts.flatMap(part => {
      const words = String(part);
      const isHeading = words.startsWith('# ');
      const lines = isHeading ? [{ text: words.slice(2), y, size: 18 }] : paragraph(y, ...linesOf(words));
      y -= lines.length * 13 + 20;
      return lines;
    });
  });
  return pdf(set, title);
}

/** Lines of at most 85 characters, broken between words. */
function linesOf(words: string): string[] {
  return (words.match(/.{1,85}(?:\s|$)/g) ?? []).map(line => line.trim());
}

async function main(): Promise<void> {
  const files: Readonly<Record<string, Uint8Array>> = {
    'solvind-funding.docx': asDocx(SOLVIND),
    'alphabet-anthropic.docx': asDocx(ALPHABET),
    'anthropic-funding.pdf': await asPdf('Anthropic: funding announcement', ANTHROPIC),
    'amazon-letter.pdf': await asPdf('Amazon: letter to shareholders', AMAZON),
    'havbris-annual-report.pdf': await asPdf('Havbris Energi: annual report 2025', HAVBRIS),
  };
  for (const [name, bytes] of Object.entries(files)) fs.writeFileSync(path.join(FOLDER, name), bytes);
}

void main();
