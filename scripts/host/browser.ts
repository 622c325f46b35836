import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { HostParts } from "./parts.ts";

// playwright-core is installed with the host's parts and not with the project, so that its types are not at hand.
// These are the members used.

/** Something on the page, found anew at each use. */
export interface Locator {
  click(options?: { readonly button?: "left" | "right" }): Promise<void>;
  hover(): Promise<void>;
  first(): Locator;
  nth(index: number): Locator;
  filter(options: { readonly hasText: string | RegExp }): Locator;
  locator(selector: string): Locator;
  count(): Promise<number>;
  waitFor(options?: { readonly state?: "visible" | "hidden" | "attached" | "detached"; readonly timeout?: number }): Promise<void>;
  innerText(): Promise<string>;
  allInnerTexts(): Promise<string[]>;
  boundingBox(): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null>;
}

/** A browser's page. */
export interface Page {
  goto(address: string): Promise<unknown>;
  locator(selector: string): Locator;
  exposeFunction(name: string, callback: (...parameters: never[]) => unknown): Promise<unknown>;
  addStyleTag(options: { readonly content: string }): Promise<unknown>;
  evaluate<Result>(expression: string): Promise<Result>;
  on(event: "pageerror", listener: (error: Error) => void): unknown;
  on(event: "console", listener: (message: { text(): string; type(): string }) => void): unknown;
  on(event: "crash", listener: () => void): unknown;
  screenshot(options: {
    readonly path: string;
    /** True: what the page does not paint is transparent. */
    readonly omitBackground?: boolean;
    readonly clip?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  }): Promise<unknown>;
  setContent(html: string): Promise<void>;
  waitForTimeout(milliseconds: number): Promise<void>;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string, options?: { readonly delay?: number }): Promise<void> };
  readonly mouse: { move(x: number, y: number): Promise<void> };
  close(): Promise<void>;
}

/** How a page is made. */
export interface PageOptions {
  readonly viewport: { readonly width: number; readonly height: number };
  /** Device pixels a CSS pixel: 2 gives pictures that are sharp on every screen. */
  readonly deviceScaleFactor?: number;
  readonly colorScheme?: "light" | "dark";
}

/** A running browser. */
export interface Browser {
  newPage(options: PageOptions): Promise<Page>;
  version(): string;
  close(): Promise<void>;
}

interface Playwright {
  readonly chromium: {
    launch(options: {
      readonly executablePath?: string;
      readonly channel?: string;
      readonly args: readonly string[];
      readonly env: NodeJS.ProcessEnv;
      readonly headless: boolean;
    }): Promise<Browser>;
  };
}

interface Chrome {
  readonly executablePath?: string;
  readonly channel?: string;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Starts a headless Chrome: the one that CHROME_PATH names, the one of the host's parts (Linux, x64), or an installed one.
 * @throws {Error} when there is none.
 */
export async function startBrowser(parts: HostParts): Promise<Browser> {
  const { chromium } = createRequire(join(parts.folder, "package.json"))("playwright-core") as Playwright;
  const { environment, ...chrome } = findChrome(parts);
  try {
    // Containers, where tests run most, do not let Chrome build its own sandbox. It shows our own pages alone.
    return await chromium.launch({ ...chrome, args: ["--no-sandbox", "--disable-gpu"], env: environment, headless: true });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new Error(`No browser could be started: ${reason} Set CHROME_PATH to a Chrome or Chromium.`, { cause: error });
  }
}

function findChrome(parts: HostParts): Chrome {
  const named = process.env["CHROME_PATH"];
  if (named !== undefined) return { executablePath: named, environment: process.env };
  if (process.platform === "linux" && process.arch === "x64") return unpackedChrome(parts);
  return { channel: "chrome", environment: process.env };
}

/** @sparticuz/chromium, unpacked beside the parts at its first use, with its own libraries and fonts: nothing but glibc is needed. */
function unpackedChrome(parts: HostParts): Chrome {
  const folder = join(parts.folder, "chromium");
  if (!existsSync(folder)) {
    const staging = `${folder}.partial`;
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging);
    execFileSync(
      process.execPath,
      ["--input-type=module", "--eval", "await (await import('@sparticuz/chromium')).default.executablePath()"],
      {
        cwd: parts.folder,
        // It unpacks into the temporary folder, and the libraries only where it takes the machine for AWS Lambda.
        env: { ...process.env, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" },
        stdio: ["ignore", "ignore", "inherit"],
      },
    );
    renameSync(staging, folder);
  }
  const fonts = join(folder, "fonts.xml");
  writeFileSync(fonts, fontConfiguration(parts.folder, folder));
  const environment = { ...process.env, LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_FILE: fonts };
  return { executablePath: join(folder, "chromium"), environment };
}

/** Code and text look the same on every machine, also on one without any font. */
function fontConfiguration(partsFolder: string, chromiumFolder: string): string {
  const folders = [
    "/usr/share/fonts",
    join(chromiumFolder, "fonts"),
    join(partsFolder, "node_modules", "@expo-google-fonts", "jetbrains-mono"),
  ];
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    "<fontconfig>",
    ...folders.map((path) => `<dir>${path}</dir>`),
    `<cachedir>${join(chromiumFolder, "fonts-cache")}</cachedir>`,
    "<alias><family>monospace</family><prefer><family>JetBrains Mono</family></prefer></alias>",
    "<alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>",
    "</fontconfig>",
    "",
  ].join("\n");
}
