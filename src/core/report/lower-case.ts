// The words that a text has in lower case: a capital elsewhere makes no name of them.
import { type Block, prosesOf } from '../markdown/block';
import { eachLowerCaseWord } from '../text/lower-case';
import { remember } from '../text/remember';
import { WordSet } from '../text/word-set';

const known = new WeakMap<readonly Block[], WordSet>();

/** Shorter words are asked for by nobody. */
const SHORTEST = 4;

/** Every longer word of the blocks that starts in lower case, up to its first letter that is not; they are read once for all who ask. */
export function lowerCaseWords(blocks: readonly Block[]): WordSet {
  return remember(known, blocks, () => readWords(blocks));
}

function readWords(blocks: readonly Block[]): WordSet {
  const words = new WordSet();
  for (const block of blocks)
    for (const { text } of prosesOf(block))
      eachLowerCaseWord(text, (start, end) => {
        if (end - start >= SHORTEST) words.add(text, start, end);
      });
  return words;
}
