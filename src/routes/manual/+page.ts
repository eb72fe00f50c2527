// Plain HTML: it opens at once, prints, and is there without a script. In a folder of its own, so that
// any static host finds it.
export const ssr = true;
export const trailingSlash = 'always';
