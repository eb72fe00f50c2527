/** Which data a project stands on, so that they are known again. */

/** The data as they were opened: enough to know them again. */
export interface ProjectSource {
  readonly title: string;
  readonly as_of: string | null;
  readonly generated: boolean;
  readonly is_demo: boolean;
  readonly files: readonly { readonly name: string; readonly sha256: string | null }[];
}

/** True where both speak of the same files, by checksum where there is one. */
export function isSameSource(a: ProjectSource, b: ProjectSource): boolean {
  if (a.title !== b.title || a.files.length !== b.files.length) return false;
  const byName = new Map(b.files.map(({ name, sha256 }) => [name, sha256]));
  return a.files.every(
    ({ name, sha256 }) =>
      byName.has(name) &&
      (sha256 === null || byName.get(name) === null || byName.get(name) === sha256),
  );
}
