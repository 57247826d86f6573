// Asks for a source step by step. Each step says what is wrong with an answer, and one can go back.
import * as vscode from 'vscode';
import { citableUrl, edtfIn, type SourceDetails } from '../core';

interface Step {
  readonly prompt: string;
  readonly placeholder: string;
  /** What is wrong with an answer, if anything. */
  readonly check: (answer: string) => string | undefined;
}

const STEPS: readonly Step[] = [
  {
    prompt: 'Title of the source, such as the name of a publication or document',
    placeholder: 'Annual report 2025',
    check: answer => (answer ? undefined : 'Please give a title.'),
  },
  {
    prompt: 'Who published it. Leave empty when you do not know.',
    placeholder: 'Reuters',
    check: () => undefined,
  },
  {
    prompt: 'When it was published. Leave empty when you do not know.',
    placeholder: '2026-04-20, April 2026 or 2026',
    check: answer =>
      !answer || edtfIn(answer)
        ? undefined
        : 'Please give a date such as 2026-04-20, April 2026 or 2026, or leave it empty.',
  },
  {
    prompt: 'Address of the source. Leave empty when it has none.',
    placeholder: 'https://…',
    check: answer =>
      !answer || citableUrl(answer)
        ? undefined
        : 'Please give an address that begins with https:// or http://, or the path of a file beside this one.',
  },
];

/** What the reader says of a source; undefined when the reader gives up. */
export async function askSource(title: string): Promise<SourceDetails | undefined> {
  const answers = STEPS.map(() => '');
  for (let at = 0; at < STEPS.length; ) {
    const step = STEPS[at];
    const answer = step && (await ask(title, step, at, answers[at] ?? ''));
    if (answer === undefined) return undefined;
    if (answer === 'back') at--;
    else answers[at++] = answer.text;
  }
  const [name = '', publisher, issued, url] = answers;
  return {
    title: name,
    publisher: publisher || undefined,
    issued: issued ? edtfIn(issued) : undefined,
    url: url ? citableUrl(url) : undefined,
  };
}

function ask(
  title: string,
  { prompt, placeholder, check }: Step,
  index: number,
  value: string,
): Promise<{ readonly text: string } | 'back' | undefined> {
  const input = vscode.window.createInputBox();
  Object.assign(input, {
    title,
    prompt,
    placeholder,
    value,
    step: index + 1,
    totalSteps: STEPS.length,
    ignoreFocusOut: true,
    buttons: index > 0 ? [vscode.QuickInputButtons.Back] : [],
  });
  return new Promise(resolve => {
    const finish = (answer: { readonly text: string } | 'back' | undefined) => {
      resolve(answer);
      input.dispose();
    };
    input.onDidTriggerButton(() => finish('back'));
    input.onDidHide(() => finish(undefined));
    // What is wrong is said when the answer is given, and goes as soon as it is mended.
    input.onDidChangeValue(answer => {
      if (input.validationMessage) input.validationMessage = check(answer.trim()) ?? '';
    });
    input.onDidAccept(() => {
      const answer = input.value.trim();
      const problem = check(answer);
      if (problem) input.validationMessage = problem;
      else finish({ text: answer });
    });
    input.show();
  });
}
