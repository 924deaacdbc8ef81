import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readRibbon } from '../../../src/host/page/manifest';

const manifest = readFileSync(resolve(__dirname, '../../../manifest.xml'), 'utf8');

describe('the ribbon of the manifest', () => {
  it('has its buttons with words of a language, pictures beside the page and what they do', () => {
    const tab = readRibbon(manifest, 'it');
    expect(tab).toMatchObject({ label: 'Cadenza', namespace: 'CADENZA', functions: 'functions-it.json' });
    expect(tab.groups[0]?.buttons[0]).toMatchObject({
      id: 'Cadenza.Plan',
      label: 'Pianifica',
      icon: 'assets/icons/plan-32.png',
      action: { kind: 'function', name: 'plan' },
    });
    expect(
      readRibbon(manifest, 'en').groups.flatMap(({ buttons }) => buttons.map(({ action }) => action.kind)),
    ).toContain('pane');
  });

  it('finds the files beside the page wherever the add-in is published', () => {
    const published = manifest.replaceAll('https://localhost:3000', 'https://company.example/tools/cadenza');
    expect(readRibbon(published, 'en').groups[0]?.buttons[0]?.icon).toBe('assets/icons/plan-32.png');
  });
});
