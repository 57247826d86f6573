// The words that a text has in lower case: a capital elsewhere makes no name of them.
import { type Block, prosesOf } from '../markdown/block';
import { eachLowerCaseWord } from '../text/lower-case';
import { remember, wordAt } from '../text/remember';

const known = new WeakMap<readonly Block[], ReadonlySet<string>>();

/** Shorter words are asked for by nobody. */
const SHORTEST = 4;

/** Every longer word of the blocks that starts in lower case, up to its first letter that is not; they are read once for all who ask. */
export function lowerCaseWords(blocks: readonly Block[]): ReadonlySet<string> {
  return remember(known, blocks, () => readWords(blocks));
}

function readWords(blocks: readonly Block[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const block of blocks)
    for (const { text } of prosesOf(block))
      eachLowerCaseWord(text, (start, end) => {
        if (end - start >= SHORTEST) words.add(wordAt(text, start, end));
      });
  return words;
}
