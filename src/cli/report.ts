/**
 * What people read, all on standard error: a progress line that rewrites itself on a terminal and
 * is one line per stage elsewhere, notes and problems as sentences.
 */
import { problemText, t, type Language, type TextKey } from '../core/i18n/t';
import { zh } from '../core/i18n/zh';
import type { Note, Problem } from '../core/result';
import type { Context } from './command';

const millisecondsBetweenLines = 100;

export function terminalContext(language: Language, version: string): Context & { end(): void } {
  const { stderr } = process;
  let lastStage = '';
  let lastAtMs = 0;
  let isOpen = false;
  const end = () => {
    if (isOpen) stderr.write('\r\u001b[K');
    isOpen = false;
  };
  const say = (line: string) => {
    end();
    stderr.write(`${line}\n`);
  };
  return {
    language,
    version,
    end,
    say,
    note: (note: Note) => say(`${t(language, 'cli.note')} ${problemText(language, note)}`),
    print: (line) => {
      end();
      process.stdout.write(`${line}\n`);
    },
    progress: (stage, done, total) => {
      const isNew = stage !== lastStage;
      lastStage = stage;
      if (!stderr.isTTY) {
        if (isNew) say(stageText(language, stage));
        return;
      }
      const nowMs = performance.now();
      if (!isNew && nowMs - lastAtMs < millisecondsBetweenLines) return;
      lastAtMs = nowMs;
      isOpen = true;
      const share = total > 0 ? ` ${Math.floor((100 * done) / total)} %` : '';
      stderr.write(`\r\u001b[K${stageText(language, stage)}${share}`);
    },
  };
}

export function problemLine(language: Language, found: Problem): string {
  return `${t(language, 'cli.error')} ${problemText(language, found)}`;
}

function stageText(language: Language, stage: string): string {
  const key = `stage.${stage}`;
  return `${key in zh ? t(language, key as TextKey) : stage} …`;
}
