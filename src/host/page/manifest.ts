import type { PageLanguage } from './words';

/** A button of the add-in's ribbon tab, in words of one language. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of its picture. */
  readonly icon: string;
  /** What it does: run a function of the add-in, or show the pane. */
  readonly action: { readonly kind: 'function'; readonly name: string } | { readonly kind: 'pane' };
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

/** What the add-in's manifest brings into Excel's ribbon. */
export interface RibbonTab {
  readonly label: string;
  readonly groups: readonly RibbonGroup[];
  /** Where the functions' names begin: 'CADENZA'. */
  readonly namespace: string;
  /** Metadata of the functions, relative to the page. */
  readonly functions: string;
}

const LOCALES: Readonly<Record<PageLanguage, string>> = { en: 'en-US', it: 'it-IT' };
const TYPE = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * Reads the ribbon tab of a manifest. Addresses are made relative to the page: wherever the manifest says that the add-in lives,
 * the demo has its own copy beside it.
 */
export function readRibbon(manifest: string, language: PageLanguage): RibbonTab {
  const document = new DOMParser().parseFromString(manifest, 'application/xml');
  const resources = readResources(document, LOCALES[language]);
  const base = (resources.get('Pane.Url') ?? '').replace(/[^/]*$/, '');
  const text = (parent: Element | undefined, name: string): string =>
    resources.get(child(parent, name)?.getAttribute('resid') ?? '') ?? '';
  const relative = (url: string): string => (url.startsWith(base) ? url.slice(base.length) : url);
  const readButton = (control: Element): RibbonButton => {
    const action = child(control, 'Action');
    const images = [...(child(control, 'Icon')?.children ?? [])];
    const image = images.find((candidate) => candidate.getAttribute('size') === '32') ?? images[0];
    return {
      id: control.getAttribute('id') ?? '',
      label: text(control, 'Label'),
      tip: text(child(control, 'Supertip'), 'Description'),
      icon: relative(resources.get(image?.getAttribute('resid') ?? '') ?? ''),
      action:
        action?.getAttributeNS(TYPE, 'type') === 'ShowTaskpane'
          ? { kind: 'pane' }
          : { kind: 'function', name: child(action, 'FunctionName')?.textContent?.trim() ?? '' },
    };
  };
  const tab = document.getElementsByTagName('CustomTab')[0];
  const groups = [...(tab?.getElementsByTagName('Group') ?? [])].map((group) => ({
    id: group.getAttribute('id') ?? '',
    label: text(group, 'Label'),
    buttons: [...group.getElementsByTagName('Control')].map(readButton),
  }));
  return {
    label: text(tab, 'Label'),
    groups,
    namespace: resources.get('Functions.Namespace') ?? '',
    functions: relative(resources.get('Functions.Metadata') ?? ''),
  };
}

/** Texts and addresses by their id, in a language where the manifest has it. */
function readResources(document: Document, locale: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of ['Image', 'Url', 'String'])
    for (const element of document.getElementsByTagNameNS('*', name)) {
      const override = [...element.children].find((one) => one.getAttribute('Locale') === locale);
      const value = override?.getAttribute('Value') ?? element.getAttribute('DefaultValue');
      const id = element.getAttribute('id');
      if (id !== null && value !== null) found.set(id, value);
    }
  return found;
}

function child(parent: Element | undefined, name: string): Element | undefined {
  return [...(parent?.children ?? [])].find((element) => element.localName === name);
}
