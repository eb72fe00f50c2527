/** The manual's chapters in the order of their file names, and by whom they are for. */
import type { ManualChapter, ManualSection } from '../../../../scripts/manual-chapter';

const files = import.meta.glob<ManualChapter>('../../../core/i18n/zh/manual/*.md', {
  eager: true,
  import: 'default',
});

export interface ManualGroup {
  readonly name: string;
  readonly sections: readonly ManualSection[];
}

export const groups: readonly ManualGroup[] = inGroups(
  Object.keys(files)
    .sort()
    .map((name) => files[name]),
);

function inGroups(chapters: readonly ManualChapter[]): ManualGroup[] {
  const names = [...new Set(chapters.map(({ group }) => group))];
  return names.map((name) => ({
    name,
    sections: chapters.filter(({ group }) => group === name).flatMap(({ sections }) => sections),
  }));
}
