/** Adds up the reports of the unit and the page tests and closes with `N passed, N failed`. */
import { existsSync, readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
let skipped = 0;
const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);

const unit = read('test-results/unit.json');
if (unit) {
  passed += unit.numPassedTests;
  failed += unit.numFailedTests;
  skipped += unit.numPendingTests + unit.numTodoTests;
} else failed += 1;

if (existsSync('playwright.config.ts')) {
  const page = read('test-results/e2e.json');
  if (page) {
    passed += page.stats.expected + page.stats.flaky;
    failed += page.stats.unexpected;
    skipped += page.stats.skipped;
  } else failed += 1;
}

console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
if (failed > 0 || passed === 0) process.exit(1);
