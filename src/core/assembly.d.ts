// What AssemblyScript gives the kernels (*-kernel.ts), told to the compiler and the linter. Nothing else may
// use these names: outside the kernels they do not exist.
declare type i32 = number;
declare type f64 = number;
declare function i32(value: f64): i32;
declare function f64(value: i32): f64;
declare function abs(value: f64): f64;
declare function floor(value: f64): f64;
declare function sqrt(value: f64): f64;
declare function load<T>(address: i32, offset?: i32): T;
declare function store<T>(address: i32, value: T, offset?: i32): void;
declare function ctz(value: i32): i32;
declare function max(a: i32, b: i32): i32;
declare function min(a: i32, b: i32): i32;
declare function unreachable(): never;
declare namespace memory {
  function size(): i32;
  function grow(pages: i32): i32;
}
declare type v128 = { readonly lanes: unique symbol };
declare namespace v128 {
  function load(address: i32): v128;
  function and(a: v128, b: v128): v128;
  function or(a: v128, b: v128): v128;
  /** Bits of a where the mask is set, of b elsewhere. */
  function bitselect(a: v128, b: v128, mask: v128): v128;
}
declare namespace f64x2 {
  function splat(value: f64): v128;
  function add(a: v128, b: v128): v128;
  function sub(a: v128, b: v128): v128;
  function mul(a: v128, b: v128): v128;
  function div(a: v128, b: v128): v128;
  function neg(a: v128): v128;
  function eq(a: v128, b: v128): v128;
  function lt(a: v128, b: v128): v128;
  /** b < a ? b : a. */
  function pmin(a: v128, b: v128): v128;
  /** a < b ? b : a. */
  function pmax(a: v128, b: v128): v128;
  function extract_lane(value: v128, lane: i32): f64;
}
declare namespace i64x2 {
  function splat(value: i32): v128;
  function lt_s(a: v128, b: v128): v128;
  /** Lanes 0 and 1 are those of a, 2 and 3 those of b. */
  function shuffle(a: v128, b: v128, first: i32, second: i32): v128;
  function extract_lane(value: v128, lane: i32): i32;
}
