import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';

const root = join(__dirname, '..');
const text = readFileSync(join(root, 'manifest.xml'), 'utf8');
const document = new JSDOM(text, { contentType: 'text/xml' }).window.document;

const all = (name: string): Element[] => [...document.getElementsByTagName(name)];
const childNames = (element: Element): string[] => [...element.children].map((child) => child.tagName);
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';

/** Width and height of a PNG, from its header. */
function pngSize(file: string): [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const iconFile = (url: string): string => join(root, new URL(url).pathname);

describe('manifest.xml', () => {
  it('has the children of OfficeApp in the order that Office asks for', () => {
    const order = [
      'Id',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'AppDomains',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
      'VersionOverrides',
    ];
    expect(childNames(document.documentElement)).toEqual(order);
  });

  it('carries a GUID and a version of four parts', () => {
    expect(all('Id')[0]?.textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(all('Version')[0]?.textContent).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  });

  it('runs pane, commands and functions in one shared runtime', () => {
    const [runtime] = all('Runtime');
    expect(attribute(runtime!, 'lifetime')).toBe('long');
    const page = attribute(runtime!, 'resid');
    expect(attribute(all('FunctionFile')[0]!, 'resid')).toBe(page);
    expect(attribute(all('Page')[0]!.children[0]!, 'resid')).toBe(page);
    const actions = all('Action').filter((action) => action.getAttribute('xsi:type') === 'ShowTaskpane');
    expect(actions.map((action) => attribute(action.children[0]!, 'resid'))).toEqual([page]);
    expect(text).not.toContain('TaskpaneId');
    const sets = all('Set').map((set) => `${attribute(set, 'Name')} ${attribute(set, 'MinVersion')}`);
    expect(sets).toEqual(['SharedRuntime 1.1', 'ExcelApi 1.14']);
  });

  it('defines every resource it uses and uses every resource it defines', () => {
    const used = new Set([...document.querySelectorAll('[resid]')].map((element) => attribute(element, 'resid')));
    const defined = [...all('bt:Image'), ...all('bt:Url'), ...all('bt:String')]
      .map((element) => attribute(element, 'id'))
      .filter((id) => id !== '');
    expect(new Set(defined).size).toBe(defined.length);
    expect([...used].sort()).toEqual([...defined].sort());
    for (const id of defined) expect(id.length).toBeLessThanOrEqual(32);
  });

  it('says everything in English and in Italian', () => {
    for (const string of all('bt:String')) expect(attribute(string.children[0]!, 'Locale')).toBe('it-IT');
    expect(attribute(document.querySelector('DisplayName > Override')!, 'Locale')).toBe('it-IT');
    expect(attribute(document.querySelector('Description > Override')!, 'Locale')).toBe('it-IT');
    const metadata = [...all('bt:Url')].find((url) => attribute(url, 'id') === 'Functions.Metadata');
    expect(attribute(metadata!.children[0]!, 'Value')).toMatch(/functions-it\.json$/);
  });

  it('keeps labels within 125 characters and tips within 250', () => {
    for (const string of all('bt:String')) {
      const long = string.parentElement?.tagName === 'bt:LongStrings';
      for (const value of [attribute(string, 'DefaultValue'), attribute(string.children[0]!, 'Value')])
        expect(value.length).toBeLessThanOrEqual(long ? 250 : 125);
    }
  });

  it('loads from https only, one origin for page, script and functions', () => {
    const urls = [...text.matchAll(/(?:DefaultValue|Value)="(https?:[^"]*)"/g)].map((match) => match[1] ?? '');
    expect(urls.length).toBeGreaterThan(15);
    expect(new Set(urls.map((url) => new URL(url).origin))).toEqual(new Set(['https://localhost:3000']));
  });

  it('has icons of the sizes it names, drawn at those sizes', () => {
    const sized: [string, number][] = [
      [attribute(all('IconUrl')[0]!, 'DefaultValue'), 32],
      [attribute(all('HighResolutionIconUrl')[0]!, 'DefaultValue'), 64],
      ...all('bt:Image')
        .filter((image) => image.hasAttribute('id'))
        .map((image): [string, number] => [
          attribute(image, 'DefaultValue'),
          Number(attribute(image, 'id').split('.').at(-1)),
        ]),
    ];
    for (const [url, size] of sized) {
      expect(existsSync(iconFile(url))).toBe(true);
      expect(pngSize(iconFile(url))).toEqual([size, size]);
    }
    for (const icon of all('Icon'))
      expect([...icon.children].map((image) => attribute(image, 'size'))).toEqual(['16', '32', '80']);
  });

  it('offers the five buttons, each tied to a command that the code registers', () => {
    const commands = readFileSync(join(root, 'src/commands/commands.ts'), 'utf8');
    const names = all('FunctionName').map((name) => name.textContent ?? '');
    expect(names).toEqual(['plan', 'check', 'insertTemplate', 'help']);
    for (const name of names) expect(commands).toContain(`command('${name}'`);
    expect(all('Control')).toHaveLength(5);
  });
});
