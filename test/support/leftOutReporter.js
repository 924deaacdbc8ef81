const { existsSync } = require('node:fs');
const { join, relative } = require('node:path');

const ROOT = join(__dirname, '../..');
const isThere = (...paths) => paths.some((path) => existsSync(path));

/** What tests need that a machine may lack, and how to get it. */
const NEEDS = [
  [
    () => isThere('/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'),
    'Chromium is not installed (apt-get install chromium)',
  ],
  [() => isThere(join(ROOT, 'dist/demo.html')), 'the add-in is not built (npm run build)'],
  [
    () => isThere('/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'),
    'LibreOffice is not installed (apt-get install libreoffice-calc-nogui)',
  ],
  [
    () => isThere(join(ROOT, '../shared/reference/cases.json')),
    'the reference cases and data sets, which are no part of this repository, are not beside it',
  ],
];

/** Says after a run which tests were left out, and what this machine lacks for them. */
class LeftOutReporter {
  constructor({ testNamePattern }) {
    this.isSelection = Boolean(testNamePattern);
  }

  onRunComplete(_contexts, { numPendingTests, testResults }) {
    const files = testResults
      .filter((result) => result.numPendingTests > 0 && !result.skipped)
      .map((result) => `${relative(ROOT, result.testFilePath)} (${result.numPendingTests})`);
    if (this.isSelection || files.length === 0) return;
    const lacking = NEEDS.filter(([isMet]) => !isMet()).map(([, words]) => words);
    const why = lacking.length > 0 ? lacking.join('; ') : 'of what these files say';
    console.log(`\nLeft out: ${numPendingTests} tests, because ${why}.\n  ${files.join('\n  ')}`);
  }
}

module.exports = LeftOutReporter;
