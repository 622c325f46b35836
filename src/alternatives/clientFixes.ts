import type { Frame, SourceDocument } from "../detect/candidate.ts";
import { detectIn, formatOf } from "../detect/formats.ts";
import { profile as javascript } from "../detect/languages/javascript.ts";
import type { LanguageProfile } from "../detect/languages/profile.ts";
import { profile as python } from "../detect/languages/python.ts";
import type { AssessedReference, ClientFixes } from "../engine.ts";
import { makersSchemes } from "../identify/identity.ts";
import type { Fix, FixEdit } from "../lint/finding.ts";
import { type Client, clients, elsewhere, endpointOf, otherWays, protocolOf } from "../runtimes/clients.ts";
import { isModule } from "../runtimes/match.ts";
import { type Endpoint, hostOf, type Protocol, type Server, servers } from "../runtimes/servers.ts";
import { type Alternative, alternativeGroups } from "./alternative.ts";
import { callsIn, type TokenizedText, tokenize } from "./calls.ts";
import { asksResponses, clientEdits, findClient, methodEdits, providerTools, receiverOf, unknownLibrary } from "./clientEdits.ts";
import { findVariable, type ModelVariable, type VariablePlace, variableEdits } from "./variableEdits.ts";
import { swapTitle } from "./words.ts";

/** What the engine hands in. */
export interface ClientQuestion {
  readonly reference: AssessedReference;
  readonly document: SourceDocument;
  /** every reference of the document */
  readonly references: readonly AssessedReference[];
  readonly others: readonly SourceDocument[];
  /** models that could stand at the place if that server were asked, best first */
  readonly rank: (server: Server, protocol: Protocol) => readonly Alternative[];
}

/** The edits of a fix, with what they leave to be done. */
interface Move {
  readonly edits: readonly FixEdit[];
  readonly needs: readonly string[];
  readonly baseUrl: string;
}

/** How a place can be moved to a server. */
type Way =
  | { readonly kind: "whole"; readonly move: (server: Server, alternative: Alternative) => Move | null }
  | { readonly kind: "missing"; readonly reason: string };

const profiles: ReadonlyMap<string, LanguageProfile> = new Map([
  ["python", python],
  ["javascript", javascript],
]);

const none: ClientFixes = { fixes: [], missing: null };

/** See Engine.clientFixes. */
export function clientFixes(question: ClientQuestion): ClientFixes {
  const { reference, document } = question;
  const format = formatOf(document);
  const protocol = askedIn(reference, format?.id ?? "");
  if (format === null || !isAsked(reference) || reference.assessment.class === "open-recipe") return none;
  if (protocol === null)
    return isMakersOwn(reference)
      ? { fixes: [], missing: "no server of open models answers this client: another one has to be used" }
      : none;
  const callee = calleeOf(reference.candidate.context);
  const source = profiles.has(format.id) ? tokenizedFor(document.text, format.id) : null;
  const endpoint = endpointOf(protocol, callee ?? (source === null ? "" : calledIn(source)), reference.task);
  const able = endpoint === null ? [] : servers.filter((server) => answers(server, protocol, endpoint));
  if (able.length === 0) return { fixes: [], missing: "no server known here does this task" };
  const refusal = source === null ? null : otherWay(source);
  if (refusal !== null) return { fixes: [], missing: refusal };

  const way = source === null ? variableWay(question, protocol, format.id) : codeWay(question, source, format.id, callee);
  const fixes = inOrder(able.map((server) => ({ server, alternatives: question.rank(server, protocol) }))).flatMap(
    ({ server, alternative }): readonly Fix[] => {
      const move = way.kind === "whole" ? way.move(server, alternative) : nameAlone(reference, protocol, server, alternative.text);
      return move === null ? [] : [fixOf(alternative, server, move)];
    },
  );
  return { fixes, missing: way.kind === "missing" ? way.reason : null };
}

/** Whether the name is one that a client is asked for: not one of a list, and more than a word that stands somewhere. */
function isAsked({ swappable, role, evidence }: AssessedReference): boolean {
  return swappable && role === "use" && evidence !== "bare";
}

/** Whose API the place asks: that of its client, or in environment variables that of the model's maker. */
function askedIn({ runtime, identity, candidate }: AssessedReference, format: string): Protocol | null {
  if (runtime !== null) return protocolOf(runtime);
  const [frame] = candidate.context;
  const name = frame?.kind === "assignment" ? frame.name : frame?.kind === "property" ? frame.key : "";
  const isVariable = (format === "dotenv" || format === "yaml") && /^[A-Z][A-Z0-9_]*$/.test(name);
  return isVariable && (identity.namespace === "openai" || identity.namespace === "anthropic") ? identity.namespace : null;
}

function answers(server: Server, protocol: Protocol, endpoint: Endpoint): boolean {
  return server.baseUrls[protocol] !== undefined && server.endpoints.includes(endpoint);
}

function tokenizedFor(text: string, language: string): TokenizedText | null {
  const profile = profiles.get(language);
  return profile === undefined ? null : tokenize(text, profile);
}

/** The dotted name of the call that the string is an argument of. */
function calleeOf(context: readonly Frame[]): string | null {
  for (const frame of context) if (frame.kind === "argument") return frame.callee;
  return null;
}

/** Whether the client is one that a maker of closed models wrote for those. */
function isMakersOwn({ runtime, assessment }: AssessedReference): boolean {
  return (
    assessment.class === "closed" &&
    runtime !== null &&
    (makersSchemes.some((scheme) => scheme === runtime) || runtime.startsWith("ai-sdk/"))
  );
}

/** Why a file's client cannot be pointed elsewhere: it is made by a class for another way to the model. */
function otherWay(source: TokenizedText): string | null {
  const last = (callee: string): string => callee.slice(callee.lastIndexOf(".") + 1);
  const [call] = callsIn(source, (callee) => otherWays.has(last(callee)));
  return call === undefined ? null : (otherWays.get(last(call.callee)) ?? null);
}

/** What is called in the file, where the model is named apart from its call: the endpoint that fewer servers have decides. */
function calledIn(source: TokenizedText): string {
  const [responses] = callsIn(source, (callee) => /(?:^|\.)responses\.(?:create|parse|stream)$/.test(callee));
  return responses?.callee ?? "";
}

interface Offered {
  readonly server: Server;
  readonly alternative: Alternative;
}

/** Best group first, then the model that the servers rank best, then the servers in the order of their list. */
function inOrder(ranked: readonly { readonly server: Server; readonly alternatives: readonly Alternative[] }[]): readonly Offered[] {
  // a server that has few models says little of them by their order: where most stand beside it, a model's place tells
  const places = new Map<string, number>();
  for (const { alternatives } of ranked) {
    alternatives.forEach(({ id }, index) => {
      places.set(id, Math.max(index, places.get(id) ?? index));
    });
  }
  return ranked
    .flatMap(({ server, alternatives }) => alternatives.map((alternative): Offered => ({ server, alternative })))
    .sort(
      ({ alternative: a }, { alternative: b }) =>
        alternativeGroups.indexOf(a.group) - alternativeGroups.indexOf(b.group) ||
        (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0) ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
}

function fixOf(alternative: Alternative, server: Server, { edits, needs, baseUrl }: Move): Fix {
  return {
    title: swapTitle({ ...alternative, text: `${alternative.text} on ${server.name}` }),
    preferred: false,
    edits,
    losses: alternative.losses,
    needs: [...new Set([...needs, ...alternative.needs])],
    host: hostOf(server, baseUrl),
  };
}

function nameEdits(reference: AssessedReference, text: string): readonly FixEdit[] {
  return [reference.candidate.range, ...reference.companions].map((range) => ({ range, text }));
}

/** The name alone, and in words what has to be set where the client is made. */
function nameAlone(reference: AssessedReference, protocol: Protocol, server: Server, text: string): Move | null {
  const baseUrl = server.baseUrls[protocol];
  if (baseUrl === undefined) return null;
  const key = server.key.kind === "text" ? `any key, such as "${server.key.text}"` : `the key in ${server.key.name}`;
  return { edits: nameEdits(reference, text), needs: [`where the client is made: the base URL ${baseUrl} and ${key}`], baseUrl };
}

function codeWay(question: ClientQuestion, source: TokenizedText, language: string, callee: string | null): Way {
  const { reference, document, others } = question;
  const format = formatOf(document);
  const modules = format === null ? [] : detectIn(document, format).modules;
  const mine = clients.filter(
    (client) =>
      client.language === language &&
      reference.runtime !== null &&
      client.runtimes.includes(reference.runtime) &&
      client.modules.some((wanted) => modules.some((module) => isModule(module, wanted))),
  );
  const { range } = reference.candidate;
  const places = mine.map((client) => ({ client, place: findClient(source, client, callee, reference.evidence === "runtime", range) }));
  const found = places.filter(({ place }) => place.kind !== "missing");
  const [only] = found;
  if (only === undefined || found.length > 1) {
    const reason = found.length > 1 ? "several clients are made in this file" : reasonOf(places.map(({ place }) => place));
    return { kind: "missing", reason };
  }
  const { client, place } = only;
  const sharing = client.holdsModel ? [] : question.references.filter((each) => sharesClient(each, reference, client));
  const same = sharing.filter(({ candidate }) => candidate.text === reference.candidate.text);
  const left = [...new Set(sharing.filter((each) => !same.includes(each)).map(({ candidate }) => candidate.text))];
  const quote = /["']/.test(document.text.charAt(range.start - 1)) ? document.text.charAt(range.start - 1) : '"';

  const set = overriding(reference, others);
  const environment = environmentName(reference);
  const point = clientEdits(source, client, place);
  const methods = [reference, ...same].map((each) =>
    reference.task === "embedding" ? [] : methodEdits(source, client, each.candidate.range),
  );
  const tools = providerTools(source, client);
  return {
    kind: "whole",
    move: (server, { text, context }) => {
      const written = server.baseUrls[client.protocol];
      if (written === undefined || (asksResponses(source, place) && !server.endpoints.includes("responses"))) return null;
      const baseUrl = written + (client.baseUrlSuffix ?? "");
      const edits = point({ server, baseUrl, context, quote });
      if (edits === null) return null;
      const named = [reference, ...same].flatMap((each, index): readonly FixEdit[] => [
        ...nameEdits(each, text).map(
          (edit): FixEdit => (index === 0 ? edit : { ...edit, label: "the same model, asked through the same client" }),
        ),
        ...(methods[index] ?? []),
      ]);
      // base URL and key are the client's own from now on
      const variables = set.map(({ path, place: { model, own } }): FixEdit => ({ range: model, text, label: own.name, path }));
      return {
        baseUrl,
        edits: [...named, ...edits, ...variables],
        needs: [
          ...(server.key.kind === "variable" ? [`${server.key.name} where the program runs`] : []),
          ...(environment === null || set.length > 0 ? [] : [`${text} in ${environment} too, wherever the environment sets it`]),
          ...tools.map((tool) => `${tool}, which only the old provider has: to be taken out or replaced`),
          ...(client.becomes === undefined ? [] : [client.becomes.install]),
          ...left.map((name) => `${name}, asked through the same client: to be changed as well`),
        ],
      };
    },
  };
}

function reasonOf(places: readonly ReturnType<typeof findClient>[]): string {
  for (const place of places) if (place.kind === "missing") return place.reason;
  return unknownLibrary;
}

/** Whether another reference is asked through the same client. */
function sharesClient(each: AssessedReference, reference: AssessedReference, client: Client): boolean {
  if (
    each.candidate.range.start === reference.candidate.range.start ||
    !isAsked(each) ||
    each.runtime === null ||
    !client.runtimes.includes(each.runtime)
  )
    return false;
  const mine = receiverOf(calleeOf(reference.candidate.context));
  const theirs = receiverOf(calleeOf(each.candidate.context));
  return mine === null || theirs === null || mine === theirs;
}

/** A variable in another document. */
interface VariableElsewhere {
  readonly path: string;
  readonly place: VariablePlace;
}

function variablesIn(others: readonly SourceDocument[], model: ModelVariable): readonly VariableElsewhere[] {
  return others.flatMap((other) => {
    const place = placeIn(other, model);
    return place === null ? [] : [{ path: other.path, place }];
  });
}

/** The variable that the string is only the default of; null: of none, or of one whose name does not show. */
function environmentName({ candidate }: AssessedReference): string | null {
  const fallback = candidate.context.find((frame) => frame.kind === "fallback");
  const name = fallback?.kind === "fallback" ? (fallback.name ?? "") : "";
  return name === "" ? null : name.slice(name.lastIndexOf(".") + 1);
}

/** Where other documents set that variable: the name has to change there too. */
function overriding(reference: AssessedReference, others: readonly SourceDocument[]): readonly VariableElsewhere[] {
  const name = environmentName(reference);
  return name === null ? [] : variablesIn(others, { kind: "named", name, value: reference.candidate.text });
}

function placeIn(document: SourceDocument, model: ModelVariable): VariablePlace | null {
  const format = formatOf(document)?.id;
  return format === "dotenv" || format === "yaml" ? findVariable(document.text, format === "yaml", model) : null;
}

function variableWay({ reference, document, others }: ClientQuestion, protocol: Protocol, format: string): Way {
  const { range, text: old } = reference.candidate;
  const own = placeIn(document, { kind: "at", range });
  const [ollama] = servers;
  const probe = own && ollama && variableEdits(own, protocol, ollama, old);
  if (!own || !probe) {
    return {
      kind: "missing",
      reason:
        elsewhere.get(reference.runtime ?? "")?.reason ??
        (format === "dotenv" || format === "yaml"
          ? "which variables hold base URL and key is not known here"
          : "how clients are made is not read in files of this kind"),
    };
  }
  const elsewhereSet = variablesIn(others, { kind: "named", name: own.own.name, value: old });
  return {
    kind: "whole",
    move: (server, { text }) => {
      const here = variableEdits(own, protocol, server, text);
      if (here === null) return null;
      const there = elsewhereSet.flatMap(({ path, place }) => {
        const found = variableEdits(place, protocol, server, text);
        return found === null
          ? []
          : [{ ...found, edits: found.edits.map((edit): FixEdit => ({ ...edit, label: edit.label ?? found.name, path })) }];
      });
      return {
        baseUrl: server.baseUrls[protocol] ?? "",
        edits: [...here.edits, ...there.flatMap(({ edits }) => edits)],
        needs: [...here.needs, ...there.flatMap(({ needs }) => needs)],
      };
    },
  };
}
