// What a report says is shown as it says it.
import assert from 'node:assert/strict';
import markdownIt from 'markdown-it';
import { plainText } from '../../src/extension/plainText';

const hostile =
  '**b** _i_ `c` <b>x</b> &amp; [l](command:x) ![i](https://x.org/i.png) https://x.org www.x.org $(error) # 1. - a | b \\ ~~s~~';

describe('report text in Markdown', () => {
  it('shows as it is written, on one line', () => {
    const html = new markdownIt({ html: true, linkify: true }).renderInline(plainText(hostile, false));
    const shown = html
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    assert.equal(shown, hostile);
    assert.equal(plainText('a\n\n- b', false), 'a \\- b');
  });

  it('has no icon where icons are allowed', () => {
    assert.equal(plainText('$(error)', true), '\\\\\\$\\(error\\)');
  });
});
