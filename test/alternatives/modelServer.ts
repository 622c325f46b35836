import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a client asked for. */
export interface ModelRequest {
  readonly path: string;
  readonly model: string;
  /** from `Authorization: Bearer` or `x-api-key`; null: none was sent */
  readonly key: string | null;
  readonly streaming: boolean;
}

/** A server on the loopback interface that answers as OpenAI, Anthropic and Ollama do, and remembers what it was asked. */
export interface ModelServer {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  readonly requests: readonly ModelRequest[];
  /** what it answers to every chat */
  readonly answer: string;
  close(): Promise<void>;
}

const answer = "Hello from the model.";
const created = 1_770_000_000;

type Body = Readonly<Record<string, unknown>>;

interface Answer {
  readonly type: "application/json" | "text/event-stream" | "application/x-ndjson";
  readonly text: string;
}

const json = (value: unknown): Answer => ({ type: "application/json", text: JSON.stringify(value) });
const events = (values: readonly unknown[], end = ""): Answer => ({
  type: "text/event-stream",
  text: values.map((value) => `${nameOf(value)}data: ${JSON.stringify(value)}\n\n`).join("") + end,
});

/** Anthropic's and the Responses API's events carry their name twice. */
function nameOf(value: unknown): string {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" ? `event: ${value.type}\n` : "";
}

/** The answers by path, in the forms of each API's reference. */
const answers: Readonly<Record<string, (body: Body) => Answer>> = {
  "/v1/chat/completions": ({ model, stream }) => {
    const common = { id: "chatcmpl-1", created, model };
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
    if (stream !== true) {
      const message = { role: "assistant", content: answer };
      return json({ ...common, object: "chat.completion", choices: [{ index: 0, message, finish_reason: "stop" }], usage });
    }
    const chunk = { ...common, object: "chat.completion.chunk" };
    return events(
      [
        { ...chunk, choices: [{ index: 0, delta: { role: "assistant", content: answer }, finish_reason: null }] },
        { ...chunk, choices: [{ index: 0, delta: {}, finish_reason: "stop" }], usage },
      ],
      "data: [DONE]\n\n",
    );
  },
  "/v1/responses": ({ model }) =>
    json({
      id: "resp_1",
      object: "response",
      created_at: created,
      status: "completed",
      model,
      output: [
        {
          type: "message",
          id: "msg_1",
          status: "completed",
          role: "assistant",
          content: [{ type: "output_text", text: answer, annotations: [] }],
        },
      ],
      usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 },
    }),
  "/v1/embeddings": ({ model, input, encoding_format: format }) => {
    const vector = [0.5, 0.25, 0.125];
    const embedding = format === "base64" ? Buffer.from(new Float32Array(vector).buffer).toString("base64") : vector;
    const texts = Array.isArray(input) ? input : [input];
    return json({
      object: "list",
      model,
      data: texts.map((_, index) => ({ object: "embedding", index, embedding })),
      usage: { prompt_tokens: 1, total_tokens: 1 },
    });
  },
  "/v1/messages": ({ model, stream }) => {
    const message = { id: "msg_1", type: "message", role: "assistant", model, stop_sequence: null };
    const usage = { input_tokens: 1, output_tokens: 1 };
    if (stream !== true) return json({ ...message, content: [{ type: "text", text: answer }], stop_reason: "end_turn", usage });
    return events([
      { type: "message_start", message: { ...message, content: [], stop_reason: null, usage } },
      { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
      { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: answer } },
      { type: "content_block_stop", index: 0 },
      { type: "message_delta", delta: { stop_reason: "end_turn", stop_sequence: null }, usage: { output_tokens: 1 } },
      { type: "message_stop" },
    ]);
  },
  "/api/chat": ({ model, stream }) => {
    const message = { role: "assistant", content: answer };
    const whole = { model, created_at: "2026-02-01T00:00:00Z", message, done: true, done_reason: "stop" };
    return stream === false ? json(whole) : { type: "application/x-ndjson", text: `${JSON.stringify(whole)}\n` };
  },
};

/** Starts the server on a free port. Whoever starts it closes it. */
export async function startModelServer(): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const server = createServer((request, response) => {
    void respond(request, response, requests);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, requests, answer, close: () => close(server) };
}

async function respond(request: IncomingMessage, response: ServerResponse, requests: ModelRequest[]): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const path = request.url ?? "";
  const body = JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}") as Body;
  const { authorization, "x-api-key": apiKey } = request.headers;
  requests.push({
    path,
    model: String(body["model"]),
    key: authorization?.replace(/^Bearer /, "") ?? (typeof apiKey === "string" ? apiKey : null),
    streaming: body["stream"] === true,
  });
  const found = answers[path]?.(body);
  response.writeHead(found ? 200 : 404, { "content-type": found?.type ?? "text/plain" });
  response.end(found?.text ?? `nothing at ${path}`);
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
  });
}
