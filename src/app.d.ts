declare global {
  namespace App {}
}

/** A chapter of the manual, made into HTML by the build (vite.config.ts). */
declare module '*.md' {
  const chapter: import('../scripts/manual-chapter').ManualChapter;
  export default chapter;
}

export {};
