import { expect, it } from 'vitest';
import {
  namesOnly,
  searchIndex,
  withSpellings,
  type SearchIndex,
} from '../../../src/app/state/search-index';
import type { Facility } from '../../../src/app/state/types';
import { spellingsOf } from '../../../src/runtime/browser/search/pinyin';
import { smallCity } from './scripted-engine';

const station: Facility = {
  index: 0,
  id: 'f1',
  name: '雪峰居家养老服务站',
  type: 'home_care_station',
  status: 'operating',
  unitIndex: 3,
  lon: null,
  lat: null,
  fields: {},
};

function indexes(): SearchIndex[] {
  const plain = namesOnly(smallCity('x').units, [station]);
  return [plain, withSpellings(plain, spellingsOf(plain.entries.map(({ name }) => name)))];
}

const names = (index: SearchIndex, query: string) =>
  searchIndex(index, query).map((entry) => entry.name);

it('finds by Chinese name at once, by pinyin and initials when they are made', () => {
  const [plain, whole] = indexes();
  expect(names(plain, '明溪')).toEqual(['明溪县']);
  expect(names(plain, 'mingxi')).toEqual([]);
  expect(names(whole, 'mingxi')).toEqual(['明溪县']);
  expect(names(whole, 'Ming Xi')).toEqual(['明溪县']);
  expect(names(whole, 'mxx')).toEqual(['明溪县']);
});

it('whole names stand before beginnings, beginnings before parts, units before facilities', () => {
  const [, whole] = indexes();
  expect(names(whole, '雪峰')).toEqual(['雪峰镇', '雪峰居家养老服务站']);
  expect(names(whole, '雪峰镇')).toEqual(['雪峰镇']);
  expect(names(whole, '')).toEqual([]);
});

it('tells places of one name apart by what is above them', () => {
  const [, whole] = indexes();
  const [village] = searchIndex(whole, '城西村');
  expect(village.context).toBe('明溪县 雪峰镇');
});
