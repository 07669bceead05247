/**
 * A small XML reader for `util.xml`: elements, attributes, text, CDATA, the predefined entities; comments,
 * processing instructions and the document type are skipped. No external entities.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** The root element; undefined when the text is not well-formed. */
export function parseXml(text: string): XmlElement | undefined {
  const open: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] }[] = [];
  let root: XmlElement | undefined;
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index !== at) return undefined;
    at += match[0].length;
    const { cdata, closing, name, attributes, selfClosing, characters } = match.groups ?? {};
    const parent = open.at(-1);
    if (characters !== undefined || cdata !== undefined) {
      if (parent !== undefined) parent.children.push(cdata ?? decodeEntities(characters ?? ''));
      else if ((characters ?? cdata)?.trim() !== '') return undefined;
    } else if (closing !== undefined) {
      const element = open.pop();
      if (element?.name !== closing) return undefined;
    } else if (name !== undefined) {
      if (parent === undefined && root !== undefined) return undefined;
      const element = { name, attributes: readAttributes(attributes ?? ''), children: [] };
      root ??= element;
      parent?.children.push(element);
      if (selfClosing !== '/') open.push(element);
    }
  }
  return at === text.length && open.length === 0 ? root : undefined;
}

const NAME = '[A-Za-z_:][\\w:.\\-]*';
const ATTRIBUTE = `\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*')`;
const TOKEN = new RegExp(
  [
    '<!--[\\s\\S]*?-->',
    '<\\?[\\s\\S]*?\\?>',
    '<!DOCTYPE[^>\\[]*(?:\\[[^\\]]*\\])?\\s*>',
    '<!\\[CDATA\\[(?<cdata>[\\s\\S]*?)\\]\\]>',
    `</(?<closing>${NAME})\\s*>`,
    `<(?<name>${NAME})(?<attributes>(?:${ATTRIBUTE})*)\\s*(?<selfClosing>/?)>`,
    '(?<characters>[^<]+)',
  ].join('|'),
  'g',
);

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const match of text.matchAll(new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g'))) {
    const [, name = '', double, single] = match;
    attributes[name] = decodeEntities(double ?? single ?? '');
  }
  return attributes;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return ENTITIES[name ?? ''] ?? whole;
    },
  );
}
