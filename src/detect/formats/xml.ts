import type { Detection, Format } from "../candidate.ts";
import type { CommandFindings } from "../findings.ts";
import type { Frame } from "../frame.ts";
import type { Interest } from "../interest.ts";
import { addConfigValue } from "./configCommands.ts";
import { isBlank } from "./lines.ts";
import { type MappedText, MappedTextBuilder, subText } from "./mappedText.ts";
import { detectionOf, maximumContextDepth, noFindings } from "./values.ts";

const doubleQuote = 34;
const ampersand = 38;
const singleQuote = 39;
const slash = 47;
const less = 60;
const equals = 61;
const greater = 62;
const openBracket = 91;
const closeBracket = 93;

/** An open element. */
interface Element {
  readonly name: string;
  /** what the element sets, as an attribute says: `<property name="model">` */
  readonly key: string | null;
  readonly hidden: boolean;
  /** the text inside, while no element stands in it; null once one does */
  value: MappedTextBuilder | null;
  /** how many elements of lists it holds so far, and the last one's text */
  index: number;
  previous: string | null;
  /** property lists: the text of the `<key>` before */
  pendingKey: string | null;
}

/** Deeper elements are read without their names. */
const maximumDepth = 512;
const longestName = 200;

/** Attributes that say which setting an element is about. */
const keyAttributes: ReadonlySet<string> = new Set(["name", "key", "property"]);
const valueAttributes: ReadonlySet<string> = new Set(["value", "default", "defaultValue", "default-value"]);
/** Elements that only hold the value or the values of what is around them. */
const holders: ReadonlySet<string> = new Set(["value", "list", "array", "set", "string"]);

/**
 * Finds the settings of XML: an element's text under its name (`<model>x</model>`), attributes under theirs, and pairs of a name and a value
 * (`<property name="model" value="x"/>`, `<add key="Model" value="x"/>`, `<entry key="model">x</entry>`, `<key>model</key><string>x</string>`).
 * Comments give nothing; entities and CDATA are resolved, with their places known. Texts for people (Android's `<resources>`) are passed over, but for {@link isChoiceOf}.
 */
class XmlReader {
  private readonly text: string;
  private readonly findings: CommandFindings;
  private readonly stack: Element[] = [];
  private i = 0;

  constructor(text: string, findings: CommandFindings) {
    this.text = text;
    this.findings = findings;
  }

  read(): void {
    const { text } = this;
    while (this.i < text.length) {
      const mark = text.indexOf("<", this.i);
      const end = mark < 0 ? text.length : mark;
      this.addText(this.i, end);
      this.i = end;
      if (mark < 0) return;
      if (text.startsWith("<!--", mark)) this.skipTo("-->");
      else if (text.startsWith("<![CDATA[", mark)) this.readCharacterData();
      else if (text.startsWith("<?", mark)) this.skipTo("?>");
      else if (text.startsWith("<!", mark)) this.skipDeclaration();
      else if (text.startsWith("</", mark)) this.closeElement();
      else if (isNameStart(text.charCodeAt(mark + 1))) this.openElement();
      else this.i++;
    }
  }

  private get top(): Element | undefined {
    return this.stack[this.stack.length - 1];
  }

  private skipTo(end: string): void {
    const at = this.text.indexOf(end, this.i + 2);
    this.i = at < 0 ? this.text.length : at + end.length;
  }

  private readCharacterData(): void {
    const start = this.i + 9;
    const close = this.text.indexOf("]]>", start);
    const end = close < 0 ? this.text.length : close;
    this.top?.value?.copy(start, end);
    this.i = close < 0 ? end : close + 3;
  }

  /** `<!DOCTYPE x [ ... ]>` */
  private skipDeclaration(): void {
    const { text } = this;
    let depth = 0;
    for (this.i += 2; this.i < text.length; this.i++) {
      const unit = text.charCodeAt(this.i);
      if (unit === openBracket) depth++;
      else if (unit === closeBracket) depth--;
      else if (unit === greater && depth <= 0) {
        this.i++;
        return;
      }
    }
  }

  private addText(start: number, end: number): void {
    const value = this.top?.value;
    if (value && start < end) appendText(value, this.text, start, end);
  }

  private nameAt(from: number): string {
    let i = from;
    while (i < this.text.length && isNameUnit(this.text.charCodeAt(i))) i++;
    this.i = i;
    return this.text.slice(from, Math.min(i, from + longestName));
  }

  private openElement(): void {
    const { text, top } = this;
    const name = localName(this.nameAt(this.i + 1));
    const attributes: { readonly name: string; readonly value: MappedText }[] = [];
    let key: string | null = null;
    let isClosed = false;
    while (this.i < text.length) {
      const unit = text.charCodeAt(this.i);
      // a tag that is being typed ends where the next one begins
      if (unit === less) break;
      if (unit === greater) {
        isClosed = text.charCodeAt(this.i - 1) === slash;
        this.i++;
        break;
      }
      if (!isNameStart(unit)) {
        this.i++;
        continue;
      }
      const attribute = localName(this.nameAt(this.i));
      const value = this.readAttributeValue();
      if (value === null) continue;
      attributes.push({ name: attribute, value });
      if (key === null && keyAttributes.has(attribute)) key = value.text;
    }
    if (top !== undefined) top.value = null;
    const hidden = top === undefined ? name === "resources" : top.hidden && !isChoiceOf(name, key);
    const isDeep = this.stack.length >= maximumDepth;
    const element: Element = {
      name,
      key,
      hidden,
      value: isDeep ? null : new MappedTextBuilder(text),
      index: 0,
      previous: null,
      pendingKey: null,
    };
    if (!isDeep) this.stack.push(element);
    if (!hidden) for (const attribute of attributes) this.addAttribute(element, attribute.name, attribute.value);
    if (isClosed && !isDeep) {
      element.value = null;
      this.endElement();
    }
  }

  /** The value behind an attribute's name, in quotes; null where there is none. */
  private readAttributeValue(): MappedText | null {
    const { text } = this;
    let i = this.i;
    while (i < text.length && isSpace(text.charCodeAt(i))) i++;
    if (text.charCodeAt(i) !== equals) return null;
    i++;
    while (i < text.length && isSpace(text.charCodeAt(i))) i++;
    const quote = text.charCodeAt(i);
    this.i = i;
    if (quote !== doubleQuote && quote !== singleQuote) return null;
    const start = i + 1;
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== quote && text.charCodeAt(end) !== less) end++;
    this.i = text.charCodeAt(end) === quote ? end + 1 : end;
    const builder = new MappedTextBuilder(text);
    appendText(builder, text, start, end);
    return builder.build();
  }

  private addAttribute(element: Element, name: string, value: MappedText): void {
    if (keyAttributes.has(name)) return;
    const isValue = element.key !== null && valueAttributes.has(name);
    const key = isValue ? (element.key ?? name) : name;
    addConfigValue(this.findings, value, key, null, false, () => [{ kind: "property", key }, ...this.context(isValue ? 1 : 0, !isValue)]);
  }

  private closeElement(): void {
    const { text } = this;
    const name = localName(this.nameAt(this.i + 2));
    while (this.i < text.length && text.charCodeAt(this.i) !== greater && text.charCodeAt(this.i) !== less) this.i++;
    if (text.charCodeAt(this.i) === greater) this.i++;
    // an end that closes an outer element closes those in between, which are still being typed
    let depth = this.stack.length - 1;
    const lowest = Math.max(0, depth - 8);
    while (depth >= lowest && this.stack[depth]?.name !== name) depth--;
    if (depth < lowest) return;
    while (this.stack.length > depth) this.endElement();
  }

  private endElement(): void {
    const element = this.top;
    if (element === undefined) return;
    const parent = this.stack[this.stack.length - 2];
    const value = element.value === null ? null : trimmed(element.value.build());
    if (value !== null && value.text !== "" && !element.hidden) {
      if (element.name === "key" && parent !== undefined) parent.pendingKey = value.text;
      else this.addElementText(parent, value);
    } else if (parent !== undefined && element.name !== "key") parent.pendingKey = null;
    this.stack.pop();
  }

  private addElementText(parent: Element | undefined, value: MappedText): void {
    const { findings } = this;
    const pendingKey = parent?.pendingKey ?? null;
    if (parent !== undefined) parent.pendingKey = null;
    if (pendingKey !== null) {
      addConfigValue(findings, value, pendingKey, null, false, () => [{ kind: "property", key: pendingKey }, ...this.context(1, false)]);
      return;
    }
    const isElement = parent !== undefined && lists.has(parent.name);
    if (isElement) {
      const item: Frame = { kind: "item", index: parent.index, previous: parent.previous };
      parent.index++;
      parent.previous = value.text;
      addConfigValue(findings, value, null, null, true, () => [item, ...this.context(1, false)]);
      return;
    }
    const context = this.context(0, true);
    const first = context[0];
    addConfigValue(findings, value, first?.kind === "property" ? first.key : null, null, false, () => context);
  }

  /** The elements around, innermost first, without the innermost `skipped` ones. Those that only hold a value say nothing. */
  private context(skipped: number, withInner: boolean): readonly Frame[] {
    const frames: Frame[] = [];
    for (let k = this.stack.length - 1 - skipped; k >= 0 && frames.length < maximumContextDepth; k--) {
      const element = this.stack[k];
      if (element === undefined) break;
      if (element.key !== null && (withInner || k < this.stack.length - 1)) frames.push({ kind: "property", key: element.key });
      else if (element.pendingKey !== null) frames.push({ kind: "property", key: element.pendingKey });
      else if (k === 0 || !holders.has(element.name)) frames.push({ kind: "property", key: element.name });
    }
    return frames;
  }
}

/** Elements that hold the values of a list, one after the other. */
const lists: ReadonlySet<string> = new Set(["list", "array", "set", "string-array"]);

/**
 * Whether an element among Android's texts for people holds what a program takes instead: the name of a model that is its default, or the values of a
 * list preference (`android:entryValues`), whose labels stand in another array.
 */
function isChoiceOf(element: string, key: string | null): boolean {
  if (key === null || key.length > longestName) return false;
  return element === "string"
    ? /default/i.test(key) && /model(?:_?(?:id|name|default))?$/i.test(key)
    : element === "string-array" && /values?$/i.test(key);
}

/** Appends the characters of `[start, end)` with entities resolved. */
function appendText(builder: MappedTextBuilder, text: string, start: number, end: number): void {
  let from = start;
  let at = start;
  while (at < end) {
    if (text.charCodeAt(at) !== ampersand) {
      at++;
      continue;
    }
    const close = text.slice(at, Math.min(at + 12, end)).indexOf(";");
    const character = close < 0 ? null : entity(text.slice(at + 1, at + close));
    if (character === null) {
      at++;
      continue;
    }
    builder.copy(from, at);
    builder.replace(character, at, at + close + 1);
    at += close + 1;
    from = at;
  }
  builder.copy(from, end);
}

const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** The character that `&name;` stands for; null for one that a document type would define. */
function entity(name: string): string | null {
  const known = entities.get(name);
  if (known !== undefined) return known;
  const match = /^#(?:x([\dA-Fa-f]{1,6})|(\d{1,7}))$/.exec(name);
  if (match === null) return null;
  const point = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : null;
}

function trimmed(value: MappedText): MappedText {
  const { text } = value;
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? value : subText(value, start, end);
}

/** `c:model` is `model` in some namespace. */
function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function isSpace(unit: number): boolean {
  return isBlank(unit) || unit === 10;
}

function isNameStart(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95 || unit > 127;
}

function isNameUnit(unit: number): boolean {
  return isNameStart(unit) || (unit >= 48 && unit <= 57) || unit === 45 || unit === 46 || unit === 58;
}

function detectXml(text: string, interest?: Interest): Detection {
  const findings = noFindings(interest);
  new XmlReader(text, findings).read();
  return detectionOf(findings);
}

/** XML: Maven, Spring, MSBuild, configurations of .NET, property lists. */
export const xml: Format = {
  id: "xml",
  languageIds: ["xml", "csproj", "msbuild"],
  fileNames: ["*.xml", "*.csproj", "*.fsproj", "*.vbproj", "*.props", "*.targets", "*.config", "*.plist"],
  detect: detectXml,
};
