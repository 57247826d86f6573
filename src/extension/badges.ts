// The number of findings beside an item of the sidebar, where a long title does not hide it.
import * as vscode from 'vscode';
import type { Severity } from '../core';

const SCHEME = 'annotated-reading-findings';

const COLORS: Readonly<Record<Severity, string>> = {
  error: 'problemsErrorIcon.foreground',
  warning: 'problemsWarningIcon.foreground',
  information: 'problemsInfoIcon.foreground',
  hint: 'editorLightBulb.foreground',
};

export function severityColor(severity: Severity): vscode.ThemeColor {
  return new vscode.ThemeColor(COLORS[severity]);
}

/** The resource by which VS Code asks for a badge: it stands for nothing but the number and the severity. */
export function badgeUri(findings: number, severity: Severity): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${severity}/${findings}` });
}

export function showBadges(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration(uri) {
      if (uri.scheme !== SCHEME) return undefined;
      const [, severity = '', count = ''] = uri.path.split('/');
      const color = isSeverity(severity) ? severityColor(severity) : undefined;
      // A badge has room for two characters.
      return new vscode.FileDecoration(
        count.length > 2 ? '9+' : count,
        count === '1' ? '1 finding' : `${count} findings`,
        color,
      );
    },
  });
}

function isSeverity(text: string): text is Severity {
  return text in COLORS;
}
