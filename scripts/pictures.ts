// `npm run pictures`: the README's pictures, taken from a real VS Code with the extension in it, and the icon.
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildAll } from "./build.ts";
import { unpackExtension } from "./extensionPackage.ts";
import { type Browser, type Page, startBrowser } from "./host/browser.ts";
import { type HostParts, hostParts } from "./host/parts.ts";
import { type Server, startServer } from "./host/server.ts";
import { inRoot } from "./root.ts";

/** A picture of the editor, taken in each theme as media/NAME-THEME.png. */
interface Scene {
  readonly name: string;
  /** A file of samples/. */
  readonly file: string;
  /** The cursor goes into the first occurrence of this text. */
  readonly at: string;
  /** Keys pressed there, one chord after the other. */
  readonly keys: readonly string[];
  /** What must be on the screen before the picture is taken, beside the first squiggle: a selector. */
  readonly until: string;
  /** How much of the window, from its top, the picture shows, in CSS pixels. */
  readonly height: number;
}

const squiggle = ".monaco-editor [class*='squiggly-']";
const hover = ".monaco-hover-content:visible >> text=weights";
const menu = ".action-widget:visible >> text=Swap to";
const showHover = ["Control+k", "Control+i"];

const scenes: readonly Scene[] = [
  { name: "squiggle", file: "rag/src/answer.py", at: "import os", keys: [], until: squiggle, height: 545 },
  { name: "hover", file: "rag/src/local.py", at: "llama3.1:8b", keys: showHover, until: hover, height: 560 },
  { name: "hover-closed", file: "rag/src/answer.py", at: "gpt-4o", keys: showHover, until: hover, height: 640 },
  { name: "hover-open", file: "rag/src/local.py", at: "olmo-3", keys: showHover, until: hover, height: 420 },
  { name: "lightbulb", file: "rag/src/local.py", at: "llama3.1:8b", keys: ["Control+."], until: menu, height: 480 },
];

const themes = [
  { name: "light", workbench: "Light Modern", colorScheme: "light" },
  { name: "dark", workbench: "Dark Modern", colorScheme: "dark" },
] as const;

type Theme = (typeof themes)[number];

/** A tall window: VS Code lets a hover be a quarter of it at most. */
const viewport = { width: 900, height: 2000 };
/** How long until the editor shows what a scene waits for, in milliseconds. */
const patience = 30_000;

/** Nothing on the screen but the code and what the extension adds to it. */
const plainSettings = {
  "breadcrumbs.enabled": false,
  "editor.cursorBlinking": "solid",
  "editor.fontFamily": "'JetBrains Mono', monospace",
  "editor.fontSize": 13,
  "editor.lightbulb.enabled": "on",
  "editor.minimap.enabled": false,
  "editor.occurrencesHighlight": "off",
  "editor.overviewRulerBorder": false,
  "editor.renderLineHighlight": "none",
  "editor.scrollBeyondLastLine": false,
  "editor.selectionHighlight": false,
  "editor.stickyScroll.enabled": false,
  "window.commandCenter": false,
  "window.menuBarVisibility": "hidden",
  "workbench.activityBar.location": "hidden",
  "workbench.layoutControl.enabled": false,
};

/** A place as the workbench's `openFile` takes it: line and column, both from 1. */
function placeOf(text: string, part: string): { readonly line: number; readonly column: number } {
  const offset = text.indexOf(part);
  if (offset < 0) throw new Error(`There is no "${part}" to take a picture of`);
  const before = text.slice(0, offset).split("\n");
  // Inside the text and not before it, so that its hover answers.
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 2 };
}

function addressOf(server: Server, folder: string, scene: Scene): string {
  const { line, column } = placeOf(readFileSync(join(folder, scene.file), "utf8"), scene.at);
  const payload = [
    ["skipWelcome", "true"],
    ["openFile", `vscode-remote://${server.authority}${join(folder, scene.file)}:${line}:${column}`],
    ["gotoLineMode", "true"],
  ];
  return `${server.address}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`;
}

async function takePicture(browser: Browser, server: Server, folder: string, scene: Scene, theme: Theme): Promise<void> {
  const page = await browser.newPage({
    viewport,
    deviceScaleFactor: 2,
    colorScheme: theme.colorScheme,
  });
  try {
    await page.goto(addressOf(server, folder, scene));
    await page.locator(squiggle).first().waitFor({ timeout: patience });
    // The side bar has no setting that hides it. The focus goes back into the editor.
    await page.keyboard.press("Control+b");
    await page.locator(".part.sidebar:visible").waitFor({ state: "hidden" });
    await page.keyboard.press("Control+1");
    await showWidget(page, scene);
    // Widgets fade in.
    await page.waitForTimeout(500);
    const path = inRoot("media", `${scene.name}-${theme.name}.png`);
    await page.screenshot({ path, clip: { x: 0, y: 0, width: viewport.width, height: scene.height } });
    console.log(`media/${scene.name}-${theme.name}.png`);
  } catch (error) {
    await page.screenshot({ path: inRoot(".cache", `failed-${scene.name}-${theme.name}.png`) });
    throw new Error(`The picture "${scene.name}" could not be taken; .cache/failed-${scene.name}-${theme.name}.png shows the screen`, {
      cause: error,
    });
  } finally {
    await page.close();
  }
}

/** Presses the scene's keys, again where the editor had no answer yet, until it shows what the scene waits for. */
async function showWidget(page: Page, scene: Scene, attempts = 5): Promise<void> {
  for (const key of scene.keys) await page.keyboard.press(key);
  try {
    await page
      .locator(scene.until)
      .first()
      .waitFor({ timeout: patience / 5 });
  } catch (error) {
    if (attempts === 1) throw error;
    await page.keyboard.press("Escape");
    await showWidget(page, scene, attempts - 1);
  }
}

async function takePictures(parts: HostParts, browser: Browser): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), "open-recipe-pictures-"));
  try {
    const folder = join(data, "samples");
    cpSync(inRoot("samples"), folder, { recursive: true });
    const extensions = join(data, "extensions");
    await unpackExtension(extensions);
    for (const theme of themes) {
      const settings = { ...plainSettings, "workbench.colorTheme": theme.workbench };
      const server = await startServer(parts, { data: join(data, theme.name), extensions, settings, testDriver: true });
      try {
        for (const scene of scenes) await takePicture(browser, server, folder, scene, theme);
      } finally {
        await server.stop();
      }
    }
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** The marketplace takes no SVG: media/icon.png is media/icon.svg at 256 pixels. */
async function drawIcon(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  await page.setContent(`<body style="margin: 0">${readFileSync(inRoot("media", "icon.svg"), "utf8")}</body>`);
  await page.screenshot({ path: inRoot("media", "icon.png"), omitBackground: true });
  await page.close();
}

const parts = hostParts();
const browser = await startBrowser(parts);
try {
  await drawIcon(browser);
  await buildAll();
  await takePictures(parts, browser);
} finally {
  await browser.close();
}
