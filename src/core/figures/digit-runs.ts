// Where a run of digits begins and ends in a text.
import { codeAt, isDigit, isGroupSpace, isLetterCode, isSeparator, isSpace } from './characters';

/** ".5" begins a number when nothing but white space or a mark of currency or opening stands before the point. */
export function startsWithPoint(text: string, at: number): boolean {
  if (!isDigit(text.charCodeAt(at + 1))) return false;
  if (at === 0) return true;
  return isSpace(text.charCodeAt(at - 1)) || '$£€¥₹(<>~+-−–'.includes(text.charAt(at - 1));
}

/**
 * A number is a run of digits with separators inside it: a point, comma or apostrophe before a digit, or a space
 * between groups of three digits. Whether the run makes sense is decided by the numerals.
 */
export function endOfNumber(text: string, at: number): number {
  let end = codeAt(text, at) === 46 ? at + 1 : at;
  let groupStart = end;
  let onlySpaces = true;
  let groups = 0;
  for (;;) {
    while (isDigit(codeAt(text, end))) end++;
    const code = codeAt(text, end);
    if (isPlainEnd(text, end, code)) return end;
    const width = end - groupStart;
    if (isSeparator(code) && isDigit(codeAt(text, end + 1)) && !isFeet(text, end, code)) {
      onlySpaces = false;
      end++;
    } else if (
      code === 0xff0c &&
      width <= 3 &&
      codeAt(text, end + 1) > 0xff00 &&
      threeDigits(text, end + 1)
    ) {
      // １２，３４５: as wide as its digits.
      onlySpaces = false;
      end++;
    } else if (
      onlySpaces &&
      isGroupSpace(code) &&
      (groups === 0 ? width <= 3 : width === 3) &&
      threeDigits(text, end + 1)
    ) {
      end++;
    } else if (isSpreadSeparator(text, end, width)) {
      onlySpaces = false;
      end += 3;
    } else if (isTornThousand(text, end, width) || (onlySpaces && isTornMark(text, end, width))) {
      onlySpaces = false;
      end += 2;
    } else return end;
    groupStart = end;
    groups++;
  }
}

/** Most digits end before a letter, a percent sign, or a space and a letter. */
function isPlainEnd(text: string, at: number, code: number): boolean {
  return isLetterCode(code) || code === 37 || (code === 32 && isLetterCode(codeAt(text, at + 1)));
}

/** 6'2" is a height, 1'234 a number. */
function isFeet(text: string, at: number, code: number): boolean {
  return (code === 0x27 || code === 0x2019) && !isDigit(codeAt(text, at + 3));
}

/** "10 , 000" and "5 . 3": the news agencies' way, with white space around every mark. Prose never has it before one. */
function isSpreadSeparator(text: string, at: number, width: number): boolean {
  if (codeAt(text, at) !== 32 || codeAt(text, at + 2) !== 32) return false;
  const mark = codeAt(text, at + 1);
  if (mark === 46) return isDigit(codeAt(text, at + 3));
  return mark === 44 && width <= 3 && threeDigits(text, at + 3);
}

/** "80, 000": nothing begins with three noughts. */
function isTornThousand(text: string, at: number, width: number): boolean {
  return (
    codeAt(text, at) === 44 &&
    codeAt(text, at + 1) === 32 &&
    width <= 3 &&
    text.startsWith('000', at + 2) &&
    threeDigits(text, at + 2)
  );
}

/** "EUR7 .3 m" and "60 ,000": as newspapers' archives have it. Prose has no white space before a mark. */
function isTornMark(text: string, at: number, width: number): boolean {
  if (codeAt(text, at) !== 32 || width > 3) return false;
  const mark = codeAt(text, at + 1);
  return mark === 46 ? isDigit(codeAt(text, at + 2)) : mark === 44 && threeDigits(text, at + 2);
}

function threeDigits(text: string, at: number): boolean {
  for (let i = at; i < at + 3; i++) if (!isDigit(codeAt(text, i))) return false;
  return !isDigit(codeAt(text, at + 3)) && !isLetterCode(codeAt(text, at + 3));
}
