import type { SourceDocument } from "../detect/candidate.ts";
import { formatOf } from "../detect/formats.ts";
import type { Frame } from "../detect/frame.ts";
import type { AssessedReference, ClientFixes } from "../engine.ts";
import { makersSchemes } from "../identify/identity.ts";
import type { Fix, FixEdit } from "../lint/finding.ts";
import type { Client } from "../runtimes/client.ts";
import { clients, endpointOf, isRouted, otherWays, protocolOf } from "../runtimes/clients.ts";
import { isModule } from "../runtimes/match.ts";
import { type Endpoint, hostOf, type Protocol, type Server, servers } from "../runtimes/servers.ts";
import { type Alternative, alternativeGroups } from "./alternative.ts";
import { callsIn, chainStart } from "./calls.ts";
import { asksResponses, clientEdits, findClient, methodEdits, providerTools, receiverOf } from "./clientEdits.ts";
import { clientLanguages } from "./clientLanguages.ts";
import { codeOf, type DocumentCode } from "./documentCode.ts";
import { type ClientPlace, endsWithPath, namedApart, notMade, unknownLibrary } from "./notations/notation.ts";
import { propertyEdits } from "./propertyEdits.ts";
import { type TokenizedText, tokenize } from "./tokenizedText.ts";
import { findVariables, type ModelVariable, type VariablePlace, variableEdits } from "./variableEdits.ts";
import { swapTitle } from "./words.ts";

/** What the engine hands in. */
export interface ClientQuestion {
  readonly reference: AssessedReference;
  readonly document: SourceDocument;
  /** every reference of the document, and the modules that it imports */
  readonly references: readonly AssessedReference[];
  readonly modules: readonly string[];
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

const without = (missing: string): ClientFixes => ({ fixes: [], missing });

/** See Engine.clientFixes. */
export function clientFixes(question: ClientQuestion): ClientFixes {
  const { reference, document } = question;
  const code = codeOf(document);
  const language = code === null ? undefined : clientLanguages.get(code.language);
  const protocol = askedIn(reference, code?.language ?? "");
  if (reference.role === "option") return without("it is one of several names to choose from");
  if (code === null || !isAsked(reference)) return without("which client is asked for this name does not show");
  if (reference.assessment.class === "open-recipe") return without("its recipe is open already");
  if (protocol === null)
    return without(
      isMakersOwn(reference)
        ? "no server of open models answers this client: another one has to be used"
        : "who is asked here takes names of its own: only the name can change",
    );
  const callees = calleesOf(reference.candidate.context);
  const source = language === undefined ? null : tokenize(code.text, language.profile);
  const endpoint = endpointOf(protocol, askedCallee(code, source, reference, callees), reference.task);
  const able = endpoint === null ? [] : servers.filter((server) => answers(server, protocol, endpoint));
  if (able.length === 0) return without("no server known here does this task");
  const refusal = source === null ? null : otherWay(source);
  if (refusal !== null) return without(refusal);

  const way = source === null ? settingsWay(question, protocol, code.language) : codeWay(question, code, source, callees);
  const offers = inOrder(able.map((server) => ({ server, alternatives: question.rank(server, protocol) })));
  if (way.kind === "whole") {
    const fixes = offers.flatMap(({ server, alternative }): readonly Fix[] => {
      const move = way.move(server, alternative);
      return move === null ? [] : [fixOf(alternative, server, move)];
    });
    if (fixes.length > 0) return { fixes, missing: null };
  }
  if (reference.runtime !== null && isRouted(reference.runtime))
    return without("who is asked here takes names of its own: only the name can change");
  if (offers.length === 0) return without("no open model that could stand here is known on any server");
  const reason = way.kind === "missing" ? way.reason : "what else would have to change with the client does not show";
  return {
    fixes: offers.flatMap(({ server, alternative }): readonly Fix[] => {
      const move = nameAlone(reference, protocol, server, alternative.text);
      return move === null ? [] : [fixOf(alternative, server, move)];
    }),
    // a cell that an editor shows as a document of its own is not the whole file
    missing: document.otherCells === undefined ? reason : reason.replace("in this file", "in this cell"),
  };
}

/** Whether the name is one that a client is asked for: not one of a list, and more than a word that stands somewhere. */
function isAsked({ swappable, role, evidence }: AssessedReference): boolean {
  return swappable && role === "use" && evidence !== "bare";
}

/** Whose API the place asks: that of its client, or in environment variables that of the model's maker. */
function askedIn({ runtime, identity, candidate }: AssessedReference, format: string): Protocol | null {
  if (runtime !== null) return protocolOf(runtime);
  const unimported = clients.find((client) => isUnimported(client, identity.namespace) && client.languages.includes(format));
  if (unimported !== undefined) return unimported.protocol;
  const [frame] = candidate.context;
  const name = frame?.kind === "assignment" ? frame.name : frame?.kind === "property" ? frame.key : "";
  const isVariable = (format === "dotenv" || format === "yaml") && /^[A-Z][A-Z0-9_]*$/.test(name);
  return isVariable && (identity.namespace === "openai" || identity.namespace === "anthropic") ? identity.namespace : null;
}

function answers(server: Server, protocol: Protocol, endpoint: Endpoint): boolean {
  return server.baseUrls[protocol] !== undefined && server.endpoints.includes(endpoint);
}

/** Whether the client is known by its own name alone, and asked for models of its maker. */
function isUnimported({ modules, protocol }: Client, namespace: string): boolean {
  return modules.length === 0 && protocol === namespace;
}

/** The dotted names of the calls that the string is an argument of, innermost first. */
function calleesOf(context: readonly Frame[]): readonly string[] {
  return context.flatMap((frame) => (frame.kind === "argument" ? [frame.callee] : []));
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

/** The call that takes the name; of a chain of calls, `A.builder().model("...")`, where it begins. */
function askedCallee(
  code: DocumentCode,
  source: TokenizedText | null,
  { candidate }: AssessedReference,
  callees: readonly string[],
): string {
  const [callee] = callees;
  if (source === null) return callee ?? "";
  if (callee === undefined) return calledIn(source);
  const range = /\W/.test(callee) ? null : code.inCode(candidate.range);
  return (range && chainStart(source, range.start)) ?? callee;
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
    title: swapTitle({ ...alternative, text: `${edits[0]?.text ?? alternative.text} on ${server.name}` }),
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

function codeWay(question: ClientQuestion, code: DocumentCode, source: TokenizedText, callees: readonly string[]): Way {
  const { reference, modules, others } = question;
  const language = clientLanguages.get(code.language);
  const range = code.inCode(reference.candidate.range);
  if (language === undefined || range === null)
    return { kind: "missing", reason: "how clients are made is not read in files of this kind" };
  const mine = clients.filter(
    (client) =>
      client.languages.includes(code.language) &&
      (reference.runtime === null ? isUnimported(client, reference.identity.namespace) : client.runtimes.includes(reference.runtime)) &&
      (client.modules.length === 0 || client.modules.some((wanted) => modules.some((module) => isModule(module, wanted)))) &&
      !client.notBeside?.some((other) => modules.includes(other)),
  );
  const asking = { callees, isOwnCall: reference.evidence === "runtime", range };
  const places = mine.map((client) => {
    const program = { source, language, client };
    return { program, place: findClient(program, asking) };
  });
  const found = places.filter(({ place }) => place.kind !== "missing");
  const [only] = found;
  if (only === undefined || found.length > 1) {
    const reason = found.length > 1 ? "several clients are made in this file" : reasonOf(places.map(({ place }) => place));
    return { kind: "missing", reason };
  }
  const { program, place } = only;
  const { client } = program;
  const sharing = client.holdsModel ? [] : question.references.filter((each) => sharesClient(each, reference, client));
  const same = sharing.filter(({ candidate }) => candidate.text === reference.candidate.text);
  const left = [...new Set(sharing.filter((each) => !same.includes(each)).map(({ candidate }) => candidate.text))];
  const written = code.text.charAt(range.start - 1);
  const quote = language.quotes.includes(written) && written !== "" ? written : language.quotes.charAt(0);

  const set = overriding(reference, others);
  const environment = environmentName(reference);
  const point = clientEdits(program, place, modules);
  const inDocument = (edits: readonly FixEdit[]): readonly FixEdit[] =>
    edits.map((edit) => ({ ...edit, range: code.inDocument(edit.range), text: code.written(edit.text) }));
  const methods = [reference, ...same].map((each) => {
    const at = reference.task === "embedding" ? null : code.inCode(each.candidate.range);
    return at === null ? [] : inDocument(methodEdits(source, client, at));
  });
  const tools = providerTools(source, client);
  return {
    kind: "whole",
    move: (server, { text: name, context }) => {
      const route = client.routes?.[server.id];
      const served = server.baseUrls[client.protocol];
      if (served === undefined || (client.routes !== undefined && route === undefined)) return null;
      if (asksResponses(source, place) && !server.endpoints.includes("responses")) return null;
      const baseUrl = route?.baseUrl ?? client.baseUrlOf?.(served) ?? served;
      const text = (route?.prefix ?? "") + name;
      const edits = point({ server, baseUrl, context, quote });
      if (edits === null) return null;
      const named = [reference, ...same].flatMap((each, index): readonly FixEdit[] => [
        ...nameEdits(each, text).map(
          (edit): FixEdit => (index === 0 ? edit : { ...edit, label: "the same model, asked through the same client" }),
        ),
        ...(methods[index] ?? []),
      ]);
      // base URL and key are the client's own from now on
      const variables = set.same.map(
        ({ path, place: { model, own } }): FixEdit => ({
          range: model,
          text,
          label: own.name,
          ...(path === undefined ? {} : { path }),
        }),
      );
      return {
        baseUrl,
        edits: [...named, ...inDocument(edits), ...variables],
        needs: [
          ...(server.key.kind === "variable" ? [`${writtenVariable(edits, server.key.name)} where the program runs`] : []),
          ...(environment === null || set.same.length > 0 || set.other.length > 0
            ? []
            : [`${text} in ${environment} too, wherever the environment sets it`]),
          ...set.other.map(otherValue),
          ...tools.map((tool) => `${tool}, which only the old provider has: to be taken out or replaced`),
          ...(client.needs ?? []),
          ...left.map((other) => `${other}, asked through the same client: to be changed as well`),
        ],
      };
    },
  };
}

/** The variable as it is looked up: bundlers hand on those alone whose names begin as theirs do. */
function writtenVariable(edits: readonly FixEdit[], name: string): string {
  return edits.find(({ text }) => text.endsWith(`_${name}`) && /^\w+$/.test(text))?.text ?? name;
}

function reasonOf(places: readonly ClientPlace[]): string {
  const reasons = places.flatMap((place) => (place.kind === "missing" ? [place.reason] : []));
  const general: readonly string[] = [unknownLibrary, notMade, namedApart];
  return reasons.find((reason) => !general.includes(reason)) ?? reasons[0] ?? unknownLibrary;
}

/** Whether another reference is asked through the same client. */
function sharesClient(each: AssessedReference, reference: AssessedReference, client: Client): boolean {
  if (each.candidate.range.start === reference.candidate.range.start || !isAsked(each)) return false;
  if (each.runtime === null ? !isUnimported(client, each.identity.namespace) : !client.runtimes.includes(each.runtime)) return false;
  const [callee = ""] = calleesOf(each.candidate.context);
  const isOwn = clients.some(
    ({ holdsModel, runtimes, constructors }) =>
      holdsModel && runtimes.some((runtime) => client.runtimes.includes(runtime)) && constructors.some((end) => endsWithPath(callee, end)),
  );
  if (isOwn) return false;
  const mine = receiverOf(calleesOf(reference.candidate.context));
  const theirs = receiverOf(calleesOf(each.candidate.context));
  return mine === null || theirs === null || mine === theirs;
}

/** A variable in another document, or elsewhere in the same one. */
interface VariableElsewhere {
  /** absent: the reference's own */
  readonly path?: string;
  readonly place: VariablePlace;
}

/** Further places of one variable: those that hold the same name, and those that hold another one. */
interface VariablesElsewhere {
  readonly same: readonly VariableElsewhere[];
  readonly other: readonly VariableElsewhere[];
}

function variablesIn(others: readonly SourceDocument[], own: readonly VariablePlace[], name: string, value: string): VariablesElsewhere {
  const elsewhere = others.flatMap((other) => placesIn(other, { kind: "named", name }).map((place) => ({ path: other.path, place })));
  const all: readonly VariableElsewhere[] = [...own.map((place) => ({ place })), ...elsewhere];
  const isSame = ({ place: { text, model } }: VariableElsewhere): boolean => text.slice(model.start, model.end) === value;
  // what is empty, and what looks the value up elsewhere, says no other name
  const isName = ({ place: { text, model } }: VariableElsewhere): boolean => !/^$|^\$/.test(text.slice(model.start, model.end));
  return { same: all.filter(isSame), other: all.filter((each) => !isSame(each) && isName(each)) };
}

function otherValue({ path, place: { text, model, own } }: VariableElsewhere): string {
  return `${own.name} ${path === undefined ? "elsewhere in this file" : `in ${path}`}, which is ${text.slice(model.start, model.end)} there: to be changed as well where it counts`;
}

/** The variable that the string is only the default of; null: of none, or of one whose name does not show. */
function environmentName({ candidate }: AssessedReference): string | null {
  const fallback = candidate.context.find((frame) => frame.kind === "fallback");
  const name = fallback?.kind === "fallback" ? (fallback.name ?? "") : "";
  return name === "" ? null : name.slice(name.lastIndexOf(".") + 1);
}

/** Where other documents set that variable: the name has to change there too. */
function overriding(reference: AssessedReference, others: readonly SourceDocument[]): VariablesElsewhere {
  const name = environmentName(reference);
  return name === null ? { same: [], other: [] } : variablesIn(others, [], name, reference.candidate.text);
}

function placesIn(document: SourceDocument, model: ModelVariable): readonly VariablePlace[] {
  const format = formatOf(document)?.id;
  return format === "dotenv" || format === "yaml" ? findVariables(document.text, format === "yaml", model) : [];
}

/** Configuration: properties of a framework, or environment variables. */
function settingsWay(question: ClientQuestion, protocol: Protocol, format: string): Way {
  const { reference, document } = question;
  const properties = propertyEdits(document.text, format, reference.runtime, reference.candidate.range);
  if (properties.kind === "none") return variableWay(question, protocol, format);
  if (properties.kind === "missing") return properties;
  return {
    kind: "whole",
    move: (server, { text }) => {
      const found = properties.point(server, text);
      return found === null ? null : { ...found, edits: [...nameEdits(reference, text), ...found.edits] };
    },
  };
}

function variableWay({ reference, document, others }: ClientQuestion, protocol: Protocol, format: string): Way {
  const { range, text: old } = reference.candidate;
  const [own] = placesIn(document, { kind: "at", range });
  const [ollama] = servers;
  const probe = own && ollama && variableEdits(own, protocol, ollama, old);
  if (!own || !probe) {
    return {
      kind: "missing",
      reason:
        format === "dotenv" || format === "yaml"
          ? "which variables hold base URL and key is not known here"
          : "how clients are made is not read in files of this kind",
    };
  }
  const { name } = own.own;
  const beside = placesIn(document, { kind: "named", name }).filter(
    ({ entries }) => !entries.some(({ nameStart }) => nameStart === own.own.nameStart),
  );
  const elsewhere = variablesIn(others, beside, name, old);
  return {
    kind: "whole",
    move: (server, { text }) => {
      const here = variableEdits(own, protocol, server, text);
      if (here === null) return null;
      const there = elsewhere.same.flatMap(({ path, place }) => {
        const found = variableEdits(place, protocol, server, text);
        if (found === null) return [];
        const where = path === undefined ? {} : { path };
        return [{ ...found, edits: found.edits.map((edit): FixEdit => ({ ...edit, label: edit.label ?? found.name, ...where })) }];
      });
      return {
        baseUrl: server.baseUrls[protocol] ?? "",
        edits: [...here.edits, ...there.flatMap(({ edits }) => edits)],
        needs: [...here.needs, ...there.flatMap(({ needs }) => needs), ...elsewhere.other.map(otherValue)],
      };
    },
  };
}
