// What every runtime has (a page, a worker, Node 20), and nothing else: core compiles without the
// DOM's and Node's own types, so that a slip does not compile.
declare module '*.sql?raw' {
  const sql: string;
  export default sql;
}

interface TextDecoder {
  readonly encoding: string;
  decode(input?: ArrayBufferView | ArrayBufferLike, options?: { stream?: boolean }): string;
}
declare var TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};
interface TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare var TextEncoder: { new (): TextEncoder };
declare var performance: { now(): number };
declare function structuredClone<T>(value: T, options?: { transfer?: unknown[] }): T;
declare function setTimeout(callback: () => void, milliseconds?: number): unknown;
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  var Memory: new (descriptor: { initial: number }) => Memory;
  type Module = object;
  var Module: new (bytes: Uint8Array<ArrayBuffer>) => Module;
  interface Instance {
    readonly exports: Record<string, unknown>;
  }
  var Instance: new (module: Module, imports: object) => Instance;
}
/** sql.js without a file of its own to fetch; only what a GeoPackage needs is described where it is used. */
declare module 'sql.js/dist/sql-asm-memory-growth.js' {
  const start: () => Promise<unknown>;
  export default start;
}
/** pdfmake as it runs everywhere; only what a document needs is described where it is used. */
declare module 'pdfmake/build/pdfmake.js' {
  const pdfMake: unknown;
  export default pdfMake;
}
