/** Pinyin in a worker: the dictionary is large, and thousands of names take half a second. */
import { expose } from 'comlink';
import { spellingsOf } from './pinyin';

const api = { spellingsOf };
export type PinyinApi = typeof api;

expose(api);
