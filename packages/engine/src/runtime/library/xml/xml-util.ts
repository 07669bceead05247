import type { XmlElement } from './parse-xml.ts';
import { parseXml } from './parse-xml.ts';

/**
 * `util.xml`: elements become keys, repeated ones lists; numbers, booleans and null are recognized.
 * Differs or unconfirmed: attributes and mixed content follow the org.json library (attributes are keys beside
 * the children, text is `content`), whose results the guide's example matches.
 * @see AppSync developer guide, "XML helpers in util.xml"
 */
export function buildXmlUtil() {
  return {
    toMap: xmlToMap,
    toJsonString: (xml: unknown, stringEncode?: unknown): string => {
      const json = JSON.stringify(xmlToMap(xml));
      return stringEncode === true ? JSON.stringify(json) : json;
    },
  };
}

function xmlToMap(xml: unknown): Record<string, unknown> | null {
  const root = parseXml(String(xml));
  return root === undefined ? null : { [root.name]: toValue(root) };
}

function toValue({ attributes, children }: XmlElement): unknown {
  const entries: [string, unknown][] = Object.entries(attributes).map(([name, text]) => [
    name,
    toScalar(text),
  ]);
  for (const child of children) {
    if (typeof child !== 'string') entries.push([child.name, toValue(child)]);
    else if (child.trim() !== '') entries.push(['content', toScalar(child.trim())]);
  }
  const [only] = entries;
  if (only === undefined) return '';
  if (entries.length === 1 && only[0] === 'content') return only[1];
  const names = [...new Set(entries.map(([name]) => name))];
  return Object.fromEntries(
    names.map((name) => {
      const values = entries.filter(([other]) => other === name).map(([, value]) => value);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

function toScalar(text: string): unknown {
  if (text === 'true') return true;
  if (text === 'false') return false;
  if (text === 'null') return null;
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
}
