import { MAIN_NS } from '../names';
import { escapeText } from './text';

const STRICT_MAIN_NS = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/**
 * The text of a part in one plain form: elements of the main namespace without a prefix (some writers say <x:row>), no comments, no CDATA.
 * Means the same; only what is changed in a part is then written so, a part that is not changed goes back as it came.
 */
export function normalizePart(text: string): string {
  const plain = text.includes('<!') ? dropMarkup(text) : text;
  const prefix = /xmlns:([\w-]+)\s*=\s*"([^"]*)"/g;
  for (const [declaration, name, namespace] of plain.slice(0, 4000).matchAll(prefix))
    if (namespace === MAIN_NS || namespace === STRICT_MAIN_NS)
      return dropPrefix(plain, declaration, name ?? '', namespace);
  return plain;
}

function dropMarkup(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, data: string) => escapeText(data));
}

function dropPrefix(text: string, declaration: string, name: string, namespace: string): string {
  const open = new RegExp(`<(/?)${name}:`, 'g');
  if (!text.includes(`<${name}:`)) return text;
  const hasDefault = /<\w[^>]*\sxmlns\s*=/.test(text.slice(0, 4000));
  const declared = hasDefault ? text : text.replace(declaration, `xmlns="${namespace}" ${declaration}`);
  return declared.replace(open, '<$1');
}
