import { afterEach, expect, it, vi } from 'vitest';
import { chosenFiles, servedFiles } from '../../../src/runtime/browser/load/city-files';

afterEach(() => vi.unstubAllGlobals());

const codeOf = async (read: ReturnType<ReturnType<typeof servedFiles>['read']>) => {
  const bytes = await read;
  return bytes.ok ? [...bytes.value] : bytes.problem.code;
};

function serve(answer: () => Response) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(String(url));
    return answer();
  });
  return asked;
}

it('reads a file of the folder', async () => {
  const asked = serve(() => new Response(new Uint8Array([1, 2])));
  expect(await codeOf(servedFiles('http://here/demo/').read('a.csv'))).toEqual([1, 2]);
  expect(asked).toEqual(['http://here/demo/a.csv']);
});

it.each([
  ['a missing file', () => new Response('', { status: 404 })],
  [
    'a server that answers with its page for any address',
    () => new Response('<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  ],
  [
    'no server at all',
    () => {
      throw new TypeError('failed to fetch');
    },
  ],
])('%s is a missing file', async (_, answer) => {
  serve(answer);
  expect(await codeOf(servedFiles('http://here/demo/').read('a.csv'))).toBe('file_missing');
});

it('of two chosen files with one name the later stands', async () => {
  const files = chosenFiles([new File(['a'], 'x.csv'), new File(['b'], 'x.csv')]);
  expect(files.names).toEqual(['x.csv']);
  expect(await codeOf(files.read('x.csv'))).toEqual(['b'.charCodeAt(0)]);
  expect(await codeOf(files.read('y.csv'))).toBe('file_missing');
});

it('a file that cannot be read any more says so', async () => {
  const file = new File(['a'], 'x.csv');
  vi.spyOn(file, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotFoundError'));
  expect(await codeOf(chosenFiles([file]).read('x.csv'))).toBe('file_unreadable');
});
