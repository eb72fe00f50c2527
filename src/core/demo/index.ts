export { generateDemo, type Demo, type DemoFile, type DemoOptions } from './generate';
export type { DemoSourceTexts } from './sources';
