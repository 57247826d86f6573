// Raised and lowered digits, which would change a number if they stood on its line: “30¹” must not become “301”.

const RAISED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((raised, digit) => [String(digit), raised])),
  '-': '⁻',
  '−': '⁻',
  '+': '⁺',
};

/** Raised text with its digits in the characters that Unicode has for them. */
export function raised(text: string): string {
  return [...text].map(character => RAISED[character] ?? character).join('');
}

const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** The same for lowered text, such as the 2 of CO₂. */
export function lowered(text: string): string {
  return text.replace(/\d/g, digit => LOWERED[Number(digit)] ?? digit);
}
