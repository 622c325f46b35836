import assert from "node:assert/strict";
import { parser as go } from "@lezer/go";
import { parser as java } from "@lezer/java";
import type { LRParser } from "@lezer/lr";
import { parser as php } from "@lezer/php";
import { parser as python } from "@lezer/python";
import { parser as rust } from "@lezer/rust";
import fc from "fast-check";
import type { AssessedReference, ClientFixes } from "../../src/engine.ts";
import { applyEdits } from "../../src/text.ts";
import { projectEngine } from "../fixtures.ts";

const engine = projectEngine();

/** Grammars of languages by the end of a file's name, where the development packages have one. */
const grammars: Readonly<Record<string, LRParser>> = { go, java, php, py: python, rs: rust };

const lines = (...parts: readonly string[]): string => `${parts.join("\n")}\n`;

function firstReference(path: string, text: string): AssessedReference {
  const [reference] = engine.analyze({ path, text }).references;
  assert.ok(reference, "the document names a model");
  return reference;
}

function clientFixes(path: string, text: string): ClientFixes {
  return engine.clientFixes(firstReference(path, text), { path, text });
}

function assertParses(path: string, text: string): void {
  grammars[path.slice(path.lastIndexOf(".") + 1)]?.parse(text).iterate({
    enter: ({ type, from }) => assert.ok(!type.isError, `an error at ${from} of\n${text}`),
  });
}

/** The document after the first fix to a host, with `MODEL` for the name; read back as that model of the same client. */
function rewritten(host: string, path: string, text: string): string {
  const { fixes, missing } = clientFixes(path, text);
  assert.equal(missing, null);
  const fix = fixes.find((each) => each.host?.id === host);
  assert.ok(fix, `nothing for ${host}`);
  const after = applyEdits(text, fix.edits);
  const before = firstReference(path, text);
  const back = firstReference(path, after);
  assert.equal(back.candidate.text, fix.edits[0]?.text);
  // no module shows PHP's client: then Ollama's port does
  assert.equal(back.runtime, before.runtime ?? (host === "ollama" ? "ollama" : null));
  assert.equal(back.assessment.class, "open-recipe");
  if (host !== "ollama") assert.ok(fix.edits.slice(1).every(({ label }) => label !== undefined));
  assertParses(path, text);
  assertParses(path, after);
  return after.replaceAll(fix.edits[0]?.text ?? "", "MODEL");
}

interface Case {
  readonly name: string;
  readonly path: string;
  readonly before: string;
  /** after the fix to Ollama, and to Public AI, whose key is in a variable */
  readonly ollama: string;
  readonly publicai: string;
}

const goChat = "\tclient.Chat.Completions.New(context.Background(), openai.ChatCompletionNewParams{";
const javaChat = 'ChatCompletionCreateParams.builder().addUserMessage("x").model("gpt-4o-mini").build();';

const cases: readonly Case[] = [
  {
    name: "OpenAI's Go client: functions among the arguments; a variable and an import that nothing uses any more would be refused",
    path: "main.go",
    before: lines(
      "package main",
      "",
      "import (",
      '\t"context"',
      '\t"os"',
      "",
      '\t"github.com/openai/openai-go/v3"',
      '\t"github.com/openai/openai-go/v3/option"',
      ")",
      "",
      "func main() {",
      '\tapiKey := os.Getenv("OPENAI_API_KEY")',
      "\tclient := openai.NewClient(",
      "\t\toption.WithAPIKey(apiKey),",
      "\t)",
      goChat,
      '\t\tModel: "gpt-4o-mini",',
      "\t})",
      "}",
    ),
    ollama: lines(
      "package main",
      "",
      "import (",
      '\t"context"',
      "",
      '\t"github.com/openai/openai-go/v3"',
      '\t"github.com/openai/openai-go/v3/option"',
      ")",
      "",
      "func main() {",
      '\tapiKey := "ollama"',
      "\tclient := openai.NewClient(",
      "\t\toption.WithAPIKey(apiKey),",
      '\t\toption.WithBaseURL("http://localhost:11434/v1"),',
      "\t)",
      goChat,
      '\t\tModel: "MODEL",',
      "\t})",
      "}",
    ),
    publicai: lines(
      "package main",
      "",
      "import (",
      '\t"context"',
      '\t"os"',
      "",
      '\t"github.com/openai/openai-go/v3"',
      '\t"github.com/openai/openai-go/v3/option"',
      ")",
      "",
      "func main() {",
      '\tapiKey := os.Getenv("PUBLICAI_API_KEY")',
      "\tclient := openai.NewClient(",
      "\t\toption.WithAPIKey(apiKey),",
      '\t\toption.WithBaseURL("https://api.publicai.co/v1"),',
      "\t)",
      goChat,
      '\t\tModel: "MODEL",',
      "\t})",
      "}",
    ),
  },
  {
    name: "OpenAI's Go client without options: their package is imported",
    path: "main.go",
    before: lines(
      "package main",
      "",
      "import (",
      '\t"github.com/openai/openai-go"',
      ")",
      "",
      "var client = openai.NewClient()",
      "",
      "func ask() {",
      goChat,
      '\t\tModel: "gpt-4o-mini",',
      "\t})",
      "}",
    ),
    ollama: lines(
      "package main",
      "",
      "import (",
      '\t"github.com/openai/openai-go"',
      '\t"github.com/openai/openai-go/option"',
      ")",
      "",
      'var client = openai.NewClient(option.WithBaseURL("http://localhost:11434/v1"), option.WithAPIKey("ollama"))',
      "",
      "func ask() {",
      goChat,
      '\t\tModel: "MODEL",',
      "\t})",
      "}",
    ),
    publicai: lines(
      "package main",
      "",
      "import (",
      '\t"os"',
      '\t"github.com/openai/openai-go"',
      '\t"github.com/openai/openai-go/option"',
      ")",
      "",
      'var client = openai.NewClient(option.WithBaseURL("https://api.publicai.co/v1"), option.WithAPIKey(os.Getenv("PUBLICAI_API_KEY")))',
      "",
      "func ask() {",
      goChat,
      '\t\tModel: "MODEL",',
      "\t})",
      "}",
    ),
  },
  {
    name: "go-openai, made of a key: a configuration before the statement, however deep the call stands in it",
    path: "bot.go",
    before: lines(
      "package bot",
      "",
      'import openai "github.com/sashabaranov/go-openai"',
      "",
      "func newBot(key string) *Bot {",
      "\treturn &Bot{",
      "\t\tclient: openai.NewClient(key),",
      "\t}",
      "}",
      "",
      "func (b *Bot) ask() {",
      '\tb.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o-mini"})',
      "}",
    ),
    ollama: lines(
      "package bot",
      "",
      'import openai "github.com/sashabaranov/go-openai"',
      "",
      "func newBot(key string) *Bot {",
      '\tconfig := openai.DefaultConfig("ollama")',
      '\tconfig.BaseURL = "http://localhost:11434/v1"',
      "\treturn &Bot{",
      "\t\tclient: openai.NewClientWithConfig(config),",
      "\t}",
      "}",
      "",
      "func (b *Bot) ask() {",
      '\tb.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "MODEL"})',
      "}",
    ),
    publicai: lines(
      "package bot",
      "",
      'import openai "github.com/sashabaranov/go-openai"',
      'import "os"',
      "",
      "func newBot(key string) *Bot {",
      '\tconfig := openai.DefaultConfig(os.Getenv("PUBLICAI_API_KEY"))',
      '\tconfig.BaseURL = "https://api.publicai.co/v1"',
      "\treturn &Bot{",
      "\t\tclient: openai.NewClientWithConfig(config),",
      "\t}",
      "}",
      "",
      "func (b *Bot) ask() {",
      '\tb.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "MODEL"})',
      "}",
    ),
  },
  {
    name: "go-openai, made of a configuration: its member",
    path: "main.go",
    before: lines(
      "package main",
      "",
      "import (",
      '\t"os"',
      "",
      '\t"github.com/sashabaranov/go-openai"',
      ")",
      "",
      "func main() {",
      '\tcfg := openai.DefaultConfig(os.Getenv("OPENAI_API_KEY"))',
      '\tcfg.BaseURL = "https://api.openai.com/v1"',
      "\tclient := openai.NewClientWithConfig(cfg)",
      '\tclient.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o-mini"})',
      "}",
    ),
    ollama: lines(
      "package main",
      "",
      "import (",
      "",
      '\t"github.com/sashabaranov/go-openai"',
      ")",
      "",
      "func main() {",
      '\tcfg := openai.DefaultConfig("ollama")',
      '\tcfg.BaseURL = "http://localhost:11434/v1"',
      "\tclient := openai.NewClientWithConfig(cfg)",
      '\tclient.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "MODEL"})',
      "}",
    ),
    publicai: lines(
      "package main",
      "",
      "import (",
      '\t"os"',
      "",
      '\t"github.com/sashabaranov/go-openai"',
      ")",
      "",
      "func main() {",
      '\tcfg := openai.DefaultConfig(os.Getenv("PUBLICAI_API_KEY"))',
      '\tcfg.BaseURL = "https://api.publicai.co/v1"',
      "\tclient := openai.NewClientWithConfig(cfg)",
      '\tclient.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "MODEL"})',
      "}",
    ),
  },
  {
    name: "LangChainGo: functions of its own package, beside the model's",
    path: "main.go",
    before: lines(
      "package main",
      "",
      'import "github.com/tmc/langchaingo/llms/openai"',
      "",
      "func main() {",
      '\tllm, err := openai.New(openai.WithModel("gpt-4o-mini"))',
      "}",
    ),
    ollama: lines(
      "package main",
      "",
      'import "github.com/tmc/langchaingo/llms/openai"',
      "",
      "func main() {",
      '\tllm, err := openai.New(openai.WithModel("MODEL"), openai.WithBaseURL("http://localhost:11434/v1"), openai.WithToken("ollama"))',
      "}",
    ),
    publicai: lines(
      "package main",
      "",
      'import "github.com/tmc/langchaingo/llms/openai"',
      'import "os"',
      "",
      "func main() {",
      '\tllm, err := openai.New(openai.WithModel("MODEL"), openai.WithBaseURL("https://api.publicai.co/v1"), openai.WithToken(os.Getenv("PUBLICAI_API_KEY")))',
      "}",
    ),
  },
  {
    name: "OpenAI's .NET client: a credential and options, told by their place",
    path: "Program.cs",
    before: lines("using OpenAI.Chat;", "", 'var client = new ChatClient("gpt-4o-mini", key);'),
    ollama: lines(
      "using System;",
      "using System.ClientModel;",
      "using OpenAI;",
      "using OpenAI.Chat;",
      "",
      'var client = new ChatClient("MODEL", new ApiKeyCredential("ollama"), options: new OpenAIClientOptions { Endpoint = new Uri("http://localhost:11434/v1") });',
    ),
    publicai: lines(
      "using System;",
      "using System.ClientModel;",
      "using OpenAI;",
      "using OpenAI.Chat;",
      "",
      'var client = new ChatClient("MODEL", new ApiKeyCredential(Environment.GetEnvironmentVariable("PUBLICAI_API_KEY")), options: new OpenAIClientOptions { Endpoint = new Uri("https://api.publicai.co/v1") });',
    ),
  },
  {
    name: "OpenAI's .NET client: told by their names, for a variable whose type says the class, over options that are there",
    path: "Program.cs",
    before: lines(
      "using System;",
      "using System.ClientModel;",
      "using OpenAI;",
      "using OpenAI.Chat;",
      "ChatClient client = new(",
      '    model: "gpt-4o-mini",',
      '    credential: new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")),',
      "    options: new OpenAIClientOptions()",
      "    {",
      "        NetworkTimeout = timeout,",
      "    });",
    ),
    ollama: lines(
      "using System;",
      "using System.ClientModel;",
      "using OpenAI;",
      "using OpenAI.Chat;",
      "ChatClient client = new(",
      '    model: "MODEL",',
      '    credential: new ApiKeyCredential("ollama"),',
      "    options: new OpenAIClientOptions()",
      "    {",
      "        NetworkTimeout = timeout,",
      '        Endpoint = new Uri("http://localhost:11434/v1"),',
      "    });",
    ),
    publicai: lines(
      "using System;",
      "using System.ClientModel;",
      "using OpenAI;",
      "using OpenAI.Chat;",
      "ChatClient client = new(",
      '    model: "MODEL",',
      '    credential: new ApiKeyCredential(Environment.GetEnvironmentVariable("PUBLICAI_API_KEY")),',
      "    options: new OpenAIClientOptions()",
      "    {",
      "        NetworkTimeout = timeout,",
      '        Endpoint = new Uri("https://api.publicai.co/v1"),',
      "    });",
    ),
  },
  {
    name: "Microsoft.Extensions.AI over OpenAI's .NET client",
    path: "Program.cs",
    before: lines(
      "using Microsoft.Extensions.AI;",
      "using OpenAI;",
      'IChatClient client = new OpenAIClient(key).GetChatClient("gpt-4o-mini").AsIChatClient();',
    ),
    ollama: lines(
      "using System;",
      "using System.ClientModel;",
      "using Microsoft.Extensions.AI;",
      "using OpenAI;",
      'IChatClient client = new OpenAIClient(new ApiKeyCredential("ollama"), options: new OpenAIClientOptions { Endpoint = new Uri("http://localhost:11434/v1") }).GetChatClient("MODEL").AsIChatClient();',
    ),
    publicai: lines(
      "using System;",
      "using System.ClientModel;",
      "using Microsoft.Extensions.AI;",
      "using OpenAI;",
      'IChatClient client = new OpenAIClient(new ApiKeyCredential(Environment.GetEnvironmentVariable("PUBLICAI_API_KEY")), options: new OpenAIClientOptions { Endpoint = new Uri("https://api.publicai.co/v1") }).GetChatClient("MODEL").AsIChatClient();',
    ),
  },
  {
    name: "Semantic Kernel: the endpoint stands before the key, so the key gets its name",
    path: "Program.cs",
    before: lines("using Microsoft.SemanticKernel;", 'builder.AddOpenAIChatCompletion("gpt-4o-mini", key);'),
    ollama: lines(
      "using System;",
      "using Microsoft.SemanticKernel;",
      'builder.AddOpenAIChatCompletion("MODEL", apiKey: "ollama", endpoint: new Uri("http://localhost:11434/v1"));',
    ),
    publicai: lines(
      "using System;",
      "using Microsoft.SemanticKernel;",
      'builder.AddOpenAIChatCompletion("MODEL", apiKey: Environment.GetEnvironmentVariable("PUBLICAI_API_KEY"), endpoint: new Uri("https://api.publicai.co/v1"));',
    ),
  },
  {
    name: "LangChain4j: methods of a builder, a line each",
    path: "Chat.java",
    before: lines(
      "import dev.langchain4j.model.openai.OpenAiChatModel;",
      "class Chat {",
      "    ChatModel model = OpenAiChatModel.builder()",
      '            .apiKey(System.getenv("OPENAI_API_KEY"))',
      '            .modelName("gpt-4o-mini")',
      "            .build();",
      "}",
    ),
    ollama: lines(
      "import dev.langchain4j.model.openai.OpenAiChatModel;",
      "class Chat {",
      "    ChatModel model = OpenAiChatModel.builder()",
      '            .apiKey("ollama")',
      '            .modelName("MODEL")',
      '            .baseUrl("http://localhost:11434/v1")',
      "            .build();",
      "}",
    ),
    publicai: lines(
      "import dev.langchain4j.model.openai.OpenAiChatModel;",
      "class Chat {",
      "    ChatModel model = OpenAiChatModel.builder()",
      '            .apiKey(System.getenv("PUBLICAI_API_KEY"))',
      '            .modelName("MODEL")',
      '            .baseUrl("https://api.publicai.co/v1")',
      "            .build();",
      "}",
    ),
  },
  {
    name: "LangChain4j in Kotlin, where the builder stands on a line of its own",
    path: "Chat.kt",
    before: lines(
      "import dev.langchain4j.model.openai.OpenAiChatModel",
      "val model = OpenAiChatModel",
      "    .builder()",
      '    .modelName("gpt-4o-mini").apiKey(key).build()',
    ),
    ollama: lines(
      "import dev.langchain4j.model.openai.OpenAiChatModel",
      "val model = OpenAiChatModel",
      "    .builder()",
      '    .modelName("MODEL").apiKey("ollama").baseUrl("http://localhost:11434/v1").build()',
    ),
    publicai: lines(
      "import dev.langchain4j.model.openai.OpenAiChatModel",
      "val model = OpenAiChatModel",
      "    .builder()",
      '    .modelName("MODEL").apiKey(System.getenv("PUBLICAI_API_KEY")).baseUrl("https://api.publicai.co/v1").build()',
    ),
  },
  {
    name: "OpenAI's Java client, made from the environment: a builder instead",
    path: "Chat.java",
    before: lines(
      "import com.openai.client.okhttp.OpenAIOkHttpClient;",
      "class Chat {",
      "  void ask() {",
      "    OpenAIClient client = OpenAIOkHttpClient.fromEnv();",
      `    var params = ${javaChat}`,
      "  }",
      "}",
    ),
    ollama: lines(
      "import com.openai.client.okhttp.OpenAIOkHttpClient;",
      "class Chat {",
      "  void ask() {",
      '    OpenAIClient client = OpenAIOkHttpClient.builder().baseUrl("http://localhost:11434/v1").apiKey("ollama").build();',
      `    var params = ${javaChat.replace("gpt-4o-mini", "MODEL")}`,
      "  }",
      "}",
    ),
    publicai: lines(
      "import com.openai.client.okhttp.OpenAIOkHttpClient;",
      "class Chat {",
      "  void ask() {",
      '    OpenAIClient client = OpenAIOkHttpClient.builder().baseUrl("https://api.publicai.co/v1").apiKey(System.getenv("PUBLICAI_API_KEY")).build();',
      `    var params = ${javaChat.replace("gpt-4o-mini", "MODEL")}`,
      "  }",
      "}",
    ),
  },
  {
    name: "OpenAI's Java client: behind what reads the environment, which would go before it",
    path: "Chat.java",
    before: lines(
      "import com.openai.client.okhttp.OpenAIOkHttpClient;",
      "class Chat {",
      "  OpenAIClient client = OpenAIOkHttpClient.builder().fromEnv().build();",
      `  Object params = ${javaChat}`,
      "}",
    ),
    ollama: lines(
      "import com.openai.client.okhttp.OpenAIOkHttpClient;",
      "class Chat {",
      '  OpenAIClient client = OpenAIOkHttpClient.builder().fromEnv().baseUrl("http://localhost:11434/v1").apiKey("ollama").build();',
      `  Object params = ${javaChat.replace("gpt-4o-mini", "MODEL")}`,
      "}",
    ),
    publicai: lines(
      "import com.openai.client.okhttp.OpenAIOkHttpClient;",
      "class Chat {",
      '  OpenAIClient client = OpenAIOkHttpClient.builder().fromEnv().baseUrl("https://api.publicai.co/v1").apiKey(System.getenv("PUBLICAI_API_KEY")).build();',
      `  Object params = ${javaChat.replace("gpt-4o-mini", "MODEL")}`,
      "}",
    ),
  },
  {
    name: "OpenAI's Python module, which asks itself: its base URL ends with a slash",
    path: "app.py",
    before: lines("import openai", "", 'openai.api_key = "sk-1"', 'openai.chat.completions.create(model="gpt-4o-mini", messages=[])'),
    ollama: lines(
      "import openai",
      "",
      'openai.api_key = "ollama"',
      'openai.base_url = "http://localhost:11434/v1/"',
      'openai.chat.completions.create(model="MODEL", messages=[])',
    ),
    publicai: lines(
      "import os",
      "import openai",
      "",
      'openai.api_key = os.environ["PUBLICAI_API_KEY"]',
      'openai.base_url = "https://api.publicai.co/v1/"',
      'openai.chat.completions.create(model="MODEL", messages=[])',
    ),
  },
  {
    name: "OpenAI's Python module, of which nothing is set",
    path: "app.py",
    before: lines("import openai", "import os", 'openai.chat.completions.create(model="gpt-4o-mini", messages=[])'),
    ollama: lines(
      "import openai",
      'openai.base_url = "http://localhost:11434/v1/"',
      'openai.api_key = "ollama"',
      "import os",
      'openai.chat.completions.create(model="MODEL", messages=[])',
    ),
    publicai: lines(
      "import openai",
      'openai.base_url = "https://api.publicai.co/v1/"',
      'openai.api_key = os.environ["PUBLICAI_API_KEY"]',
      "import os",
      'openai.chat.completions.create(model="MODEL", messages=[])',
    ),
  },
  {
    name: "LiteLLM: the server's name before the model's, and no key of the old provider",
    path: "app.py",
    before: lines("import litellm", 'litellm.completion(model="gpt-4o-mini", messages=[], api_key="sk-1")'),
    ollama: lines("import litellm", 'litellm.completion(model="MODEL", messages=[], api_key="ollama", api_base="http://localhost:11434")'),
    publicai: lines(
      "import os",
      "import litellm",
      'litellm.completion(model="MODEL", messages=[], api_key=os.environ["PUBLICAI_API_KEY"], api_base="https://api.publicai.co/v1")',
    ),
  },
  {
    name: "DSPy",
    path: "app.py",
    before: lines("import dspy", 'lm = dspy.LM("openai/gpt-4o-mini")'),
    ollama: lines("import dspy", 'lm = dspy.LM("MODEL", api_base="http://localhost:11434", api_key="ollama")'),
    publicai: lines(
      "import os",
      "import dspy",
      'lm = dspy.LM("MODEL", api_base="https://api.publicai.co/v1", api_key=os.environ["PUBLICAI_API_KEY"])',
    ),
  },
  {
    name: "CrewAI",
    path: "app.py",
    before: lines("from crewai import LLM", 'llm = LLM(model="gpt-4o-mini", base_url="https://api.openai.com/v1")'),
    ollama: lines("from crewai import LLM", 'llm = LLM(model="MODEL", base_url="http://localhost:11434", api_key="ollama")'),
    publicai: lines(
      "import os",
      "from crewai import LLM",
      'llm = LLM(model="MODEL", base_url="https://api.publicai.co/v1", api_key=os.environ["PUBLICAI_API_KEY"])',
    ),
  },
  {
    name: "ruby-openai, which adds the version itself",
    path: "app.rb",
    before: lines(
      'require "openai"',
      'client = OpenAI::Client.new(access_token: ENV["OPENAI_API_KEY"])',
      'client.chat(parameters: { model: "gpt-4o-mini", messages: [] })',
    ),
    ollama: lines(
      'require "openai"',
      'client = OpenAI::Client.new(access_token: "ollama", uri_base: "http://localhost:11434")',
      'client.chat(parameters: { model: "MODEL", messages: [] })',
    ),
    publicai: lines(
      'require "openai"',
      'client = OpenAI::Client.new(access_token: ENV["PUBLICAI_API_KEY"], uri_base: "https://api.publicai.co")',
      'client.chat(parameters: { model: "MODEL", messages: [] })',
    ),
  },
  {
    name: "OpenAI's own gem, which has the same names",
    path: "app.rb",
    before: lines(
      "require 'openai'",
      "client = OpenAI::Client.new(api_key: ENV.fetch('OPENAI_API_KEY'))",
      "client.chat.completions.create(model: 'gpt-4o-mini', messages: [])",
    ),
    ollama: lines(
      "require 'openai'",
      "client = OpenAI::Client.new(api_key: 'ollama', base_url: 'http://localhost:11434/v1')",
      "client.chat.completions.create(model: 'MODEL', messages: [])",
    ),
    publicai: lines(
      "require 'openai'",
      "client = OpenAI::Client.new(api_key: ENV.fetch('PUBLICAI_API_KEY'), base_url: 'https://api.publicai.co/v1')",
      "client.chat.completions.create(model: 'MODEL', messages: [])",
    ),
  },
  {
    name: "openai-php, made of a key: its factory instead",
    path: "app.php",
    before: lines(
      "<p>It's a page</p>",
      "<?php",
      "$client = OpenAI::client(getenv('OPENAI_API_KEY'));",
      "$client->chat()->create(['model' => 'gpt-4o-mini', 'messages' => []]);",
    ),
    ollama: lines(
      "<p>It's a page</p>",
      "<?php",
      "$client = OpenAI::factory()->withApiKey('ollama')->withBaseUri('http://localhost:11434/v1')->make();",
      "$client->chat()->create(['model' => 'MODEL', 'messages' => []]);",
    ),
    publicai: lines(
      "<p>It's a page</p>",
      "<?php",
      "$client = OpenAI::factory()->withApiKey(getenv('PUBLICAI_API_KEY'))->withBaseUri('https://api.publicai.co/v1')->make();",
      "$client->chat()->create(['model' => 'MODEL', 'messages' => []]);",
    ),
  },
  {
    name: "openai-php, made by its factory",
    path: "app.php",
    before: lines(
      "<?php",
      "$client = OpenAI::factory()",
      "    ->withApiKey($key)",
      "    ->make();",
      "$client->chat()->create(['model' => 'gpt-4o-mini', 'messages' => []]);",
    ),
    ollama: lines(
      "<?php",
      "$client = OpenAI::factory()",
      "    ->withApiKey('ollama')",
      "    ->withBaseUri('http://localhost:11434/v1')",
      "    ->make();",
      "$client->chat()->create(['model' => 'MODEL', 'messages' => []]);",
    ),
    publicai: lines(
      "<?php",
      "$client = OpenAI::factory()",
      "    ->withApiKey(getenv('PUBLICAI_API_KEY'))",
      "    ->withBaseUri('https://api.publicai.co/v1')",
      "    ->make();",
      "$client->chat()->create(['model' => 'MODEL', 'messages' => []]);",
    ),
  },
  {
    name: "async-openai, made without a configuration",
    path: "main.rs",
    before: lines(
      "use async_openai::{types::CreateChatCompletionRequestArgs, Client};",
      "async fn ask<'a>(name: &'a str) {",
      "    let client = Client::new();",
      '    let request = CreateChatCompletionRequestArgs::default().model("gpt-4o-mini").build()?;',
      "    client.chat().create(request).await?;",
      "}",
    ),
    ollama: lines(
      "use async_openai::{types::CreateChatCompletionRequestArgs, Client};",
      "async fn ask<'a>(name: &'a str) {",
      '    let client = Client::with_config(async_openai::config::OpenAIConfig::new().with_api_base("http://localhost:11434/v1").with_api_key("ollama"));',
      '    let request = CreateChatCompletionRequestArgs::default().model("MODEL").build()?;',
      "    client.chat().create(request).await?;",
      "}",
    ),
    publicai: lines(
      "use async_openai::{types::CreateChatCompletionRequestArgs, Client};",
      "async fn ask<'a>(name: &'a str) {",
      '    let client = Client::with_config(async_openai::config::OpenAIConfig::new().with_api_base("https://api.publicai.co/v1").with_api_key(std::env::var("PUBLICAI_API_KEY").expect("PUBLICAI_API_KEY")));',
      '    let request = CreateChatCompletionRequestArgs::default().model("MODEL").build()?;',
      "    client.chat().create(request).await?;",
      "}",
    ),
  },
  {
    name: "async-openai's configuration",
    path: "main.rs",
    before: lines(
      "use async_openai::{config::OpenAIConfig, Client};",
      "fn ask() {",
      '    let config = OpenAIConfig::new().with_org_id("o");',
      "    let client = Client::with_config(config);",
      '    let request = Args::default().model("gpt-4o-mini").build();',
      "}",
    ),
    ollama: lines(
      "use async_openai::{config::OpenAIConfig, Client};",
      "fn ask() {",
      '    let config = OpenAIConfig::new().with_api_base("http://localhost:11434/v1").with_api_key("ollama").with_org_id("o");',
      "    let client = Client::with_config(config);",
      '    let request = Args::default().model("MODEL").build();',
      "}",
    ),
    publicai: lines(
      "use async_openai::{config::OpenAIConfig, Client};",
      "fn ask() {",
      '    let config = OpenAIConfig::new().with_api_base("https://api.publicai.co/v1").with_api_key(std::env::var("PUBLICAI_API_KEY").expect("PUBLICAI_API_KEY")).with_org_id("o");',
      "    let client = Client::with_config(config);",
      '    let request = Args::default().model("MODEL").build();',
      "}",
    ),
  },
];

describe("the fix of a client in other languages", () => {
  for (const { name, path, before, ollama, publicai } of cases) {
    it(name, () => {
      assert.equal(rewritten("ollama", path, before), ollama);
      assert.equal(rewritten("publicai", path, before), publicai);
    });
  }

  it("points Anthropic's Go client at servers that speak its protocol, without a version", () => {
    const text = lines(
      "package main",
      'import "github.com/anthropics/anthropic-sdk-go"',
      "func ask() {",
      "\tclient := anthropic.NewClient()",
      '\tclient.Messages.New(ctx, anthropic.MessageNewParams{Model: "claude-haiku-4-5"})',
      "}",
    );
    const after = rewritten("ollama", "main.go", text);
    assert.match(after, /NewClient\(option\.WithBaseURL\("http:\/\/localhost:11434"\), option\.WithAPIKey\("ollama"\)\)/);
    assert.match(after, /^import "github\.com\/anthropics\/anthropic-sdk-go\/option"$/m);
  });

  it("writes a look-up anew where its argument gets a name", () => {
    const look = 'builder.AddOpenAIChatCompletion("gpt-4o-mini", Environment.GetEnvironmentVariable("OPENAI_API_KEY"), httpClient: http);';
    assert.match(
      rewritten("publicai", "a.cs", lines("using System;", "using Microsoft.SemanticKernel;", look)),
      /\("MODEL", apiKey: Environment\.GetEnvironmentVariable\("PUBLICAI_API_KEY"\), httpClient: http, endpoint: new Uri\("[^"]*"\)\);/,
    );
  });

  it("changes a variable's own value where it is only looked whether it is empty", () => {
    const text = lines(
      "package main",
      'import "os"',
      'import openai "github.com/sashabaranov/go-openai"',
      "func main() {",
      '\tkey := os.Getenv("OPENAI_API_KEY")',
      '\tif key == "" {',
      '\t\tpanic("no key")',
      "\t}",
      "\tclient := openai.NewClient(key)",
      '\tclient.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o-mini"})',
      "}",
    );
    const after = rewritten("ollama", "main.go", text);
    assert.match(after, /^\tkey := "ollama"\n\tif key == "" \{$/m);
    assert.match(after, /^\tconfig := openai\.DefaultConfig\(key\)$/m);
    assert.ok(!after.includes('import "os"'));
  });

  it("finds the key and base URL that a builder is given in a statement behind", () => {
    const java = lines(
      "import com.openai.client.okhttp.OpenAIOkHttpClient;",
      "class A {",
      "  void f() {",
      "    var builder = OpenAIOkHttpClient.builder();",
      '    builder.apiKey(System.getenv("OPENAI_API_KEY"));',
      "    var client = builder.build();",
      `    client.chat().completions().create(${javaChat.slice(0, -1)});`,
      "  }",
      "}",
    );
    const moved = rewritten("publicai", "A.java", java);
    assert.match(moved, /^ {4}var builder = OpenAIOkHttpClient\.builder\(\)\.baseUrl\("https:\/\/api\.publicai\.co\/v1"\);$/m);
    assert.match(moved, /^ {4}builder\.apiKey\(System\.getenv\("PUBLICAI_API_KEY"\)\);$/m);
    assert.ok(!moved.includes("OPENAI_API_KEY"));
    const rust = lines(
      "use async_openai::{config::OpenAIConfig, Client};",
      "fn f() {",
      "    let mut config = OpenAIConfig::new();",
      '    config = config.with_api_key("sk-x");',
      "    let client = Client::with_config(config);",
      '    let request = CreateChatCompletionRequestArgs::default().model("gpt-4o-mini").build();',
      "}",
    );
    assert.match(rewritten("ollama", "a.rs", rust), /^ {4}config = config\.with_api_key\("ollama"\);$/m);
  });

  it("knows by what a chain of calls begins with what is asked of the server", () => {
    const java = (params: string): string =>
      `import com.openai.client.okhttp.OpenAIOkHttpClient;\nclass A { void f() {\n  var c = OpenAIOkHttpClient.fromEnv();\n  var p = ${params}.builder()\n    .model("gpt-4o").build();\n} }\n`;
    const rust = (args: string): string =>
      `use async_openai::Client;\nfn f() {\n  let c = Client::new();\n  let r = ${args}::default().model("gpt-4o").build();\n}\n`;
    const hosts = (path: string, text: string): readonly unknown[] => [
      ...new Set(clientFixes(path, text).fixes.map(({ host }) => host?.local)),
    ];
    assert.deepEqual(hosts("A.java", java("ChatCompletionCreateParams")), [true, false]);
    assert.deepEqual(hosts("A.java", java("ResponseCreateParams")), [true]);
    assert.deepEqual(hosts("A.java", java("AssistantCreateParams")), []);
    assert.deepEqual(hosts("a.rs", rust("CreateChatCompletionRequestArgs")), [true, false]);
    assert.deepEqual(hosts("a.rs", rust("CreateResponseArgs")), [true]);
    assert.deepEqual(hosts("a.rs", rust("CreateAssistantRequestArgs")), []);
  });

  it("tells clients that are made with their model from those that are asked for one", () => {
    const text = lines(
      "using OpenAI;",
      "using OpenAI.Chat;",
      'var chat = new OpenAIClient(key).GetChatClient("gpt-4o-mini");',
      'var other = new ChatClient("gpt-4o", key);',
    );
    const [fix] = clientFixes("a.cs", text).fixes;
    assert.ok(fix?.needs?.every((need) => !need.includes("asked through the same client")));
  });

  it("names what a client needs besides", () => {
    const needs = (path: string, text: string): readonly string[] => clientFixes(path, text).fixes[0]?.needs ?? [];
    const kernel = 'using Microsoft.SemanticKernel;\nbuilder.AddOpenAIChatCompletion("gpt-4o-mini", key);\n';
    assert.ok(needs("a.cs", kernel).includes("SKEXP0010 suppressed in versions of Semantic Kernel that mark the endpoint as experimental"));
    const crew = 'from crewai import LLM\nllm = LLM(model="gpt-4o-mini")\n';
    assert.ok(needs("a.py", crew).includes("LiteLLM beside CrewAI: the extra crewai[litellm]"));
  });

  it("does not hear words in strings, comments and texts of other languages", () => {
    const text = lines(
      'require "openai"',
      "# client = OpenAI::Client.new(",
      "note = <<~TEXT",
      "  It's OpenAI::Client.new( that makes one",
      "TEXT",
      "client = OpenAI::Client.new(access_token: key)",
      'client.chat(parameters: { model: "gpt-4o-mini" })',
    );
    assert.match(rewritten("ollama", "app.rb", text), /^client = OpenAI::Client\.new\(access_token: "ollama", uri_base:/m);
    const verbatim = lines("using OpenAI.Chat;", 'var path = @"C:\\";', 'var client = new ChatClient("gpt-4o-mini", key);');
    assert.match(rewritten("ollama", "a.cs", verbatim), /@"C:\\";\nvar client = new ChatClient\("MODEL", new ApiKeyCredential\("ollama"\)/);
  });

  describe("where the file does not show enough", () => {
    const unshown: readonly (readonly [name: string, path: string, text: string, missing: string])[] = [
      [
        "options of elsewhere",
        "a.go",
        'package a\nimport "github.com/openai/openai-go"\nfunc f() {\n\tc := openai.NewClient(opts...)\n\tc.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "gpt-4o"})\n}\n',
        "its options come from opts...",
      ],
      [
        "no statement can stand before it",
        "a.go",
        'package a\nimport openai "github.com/sashabaranov/go-openai"\nvar c = openai.NewClient("k")\nfunc f() {\n\tc.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o"})\n}\n',
        "it is made where no statement can stand before it",
      ],
      [
        "a variable that would be left without a use",
        "a.go",
        'package a\nimport openai "github.com/sashabaranov/go-openai"\nfunc f() {\n\tkey, err := load()\n\tc := openai.NewClient(key)\n\tc.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o"})\n}\n',
        "what else would have to change with the client does not show",
      ],
      [
        "an endpoint of elsewhere",
        "a.cs",
        'using OpenAI;\nvar c = new OpenAIClient(key, new OpenAIClientOptions { Endpoint = endpoint });\nvar chat = c.GetChatClient("gpt-4o");\n',
        "Endpoint is taken from endpoint",
      ],
      [
        "options of elsewhere in .NET",
        "a.cs",
        'using OpenAI;\nvar c = new OpenAIClient(key, options);\nvar chat = c.GetChatClient("gpt-4o");\n',
        "options is not written out",
      ],
      [
        "arguments behind the key that are told by their place",
        "a.cs",
        'using Microsoft.SemanticKernel;\nb.AddOpenAIChatCompletion("gpt-4o", key, org);\n',
        "its arguments are told by their place",
      ],
      [
        "a builder that is given its key in statements of elsewhere",
        "A.java",
        'import dev.langchain4j.model.openai.OpenAiChatModel;\nclass A { void f() { var b = OpenAiChatModel.builder().modelName("gpt-4o"); g(b); c.apiKey(k); } }\n',
        "its settings are made in several statements",
      ],
      [
        "options of elsewhere in Ruby",
        "a.rb",
        'require "openai"\nclient = OpenAI::Client.new\nclient.chat(parameters: { model: "gpt-4o" })\n',
        "its options are not written where it is made",
      ],
      [
        "an organisation beside the key",
        "a.php",
        "<?php\n$c = OpenAI::client($key, $organization);\n$c->chat()->create(['model' => 'gpt-4o']);\n",
        "OpenAI::client is given more than a key",
      ],
      [
        "another library's class of the name",
        "a.rs",
        'use async_openai::config::OpenAIConfig;\nuse reqwest::Client;\nfn f() { let c = Client::new(); let r = A::default().model("gpt-4o").build(); }\n',
        "the client is not made in this file",
      ],
      [
        "an Azure deployment",
        "a.go",
        'package a\nimport openai "github.com/sashabaranov/go-openai"\nfunc f() {\n\tcfg := openai.DefaultAzureConfig(k, u)\n\tc := openai.NewClientWithConfig(cfg)\n\tc.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o"})\n}\n',
        "an Azure deployment: its configuration, endpoint and API version change too",
      ],
    ];
    for (const [name, path, text, missing] of unshown) {
      it(`${name}: says so`, () => {
        assert.equal(clientFixes(path, text).missing, missing);
      });
    }
  });

  it("is linear in the text, however hostile", () => {
    const fillers = [
      "NewClient(",
      "f(",
      "<<~A\n",
      "?><?php ",
      "$x->",
      "a.b::c ",
      "OpenAI::client(",
      "{",
      "new X { ",
      "'",
      '@"',
      ".m()\n",
      "x := y\n",
    ];
    for (const { path, before } of cases) {
      for (const filler of fillers) {
        const text = before + filler.repeat(Math.ceil(20_000 / filler.length));
        const [reference] = engine.analyze({ path, text }).references;
        if (reference === undefined) continue;
        const began = performance.now();
        engine.clientFixes(reference, { path, text });
        const taken = performance.now() - began;
        assert.ok(taken < 4000, `${JSON.stringify(filler)} behind ${path}: ${Math.round(taken)} ms`);
      }
    }
  }).timeout(60_000);

  it("gives no exception and no edits that overlap, whatever is left of a program", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(30),
        fc.string({ maxLength: 4 }),
        ({ path, before }, at, length, between) => {
          const from = Math.floor(at * before.length);
          const text = before.slice(0, from) + between + before.slice(from + length);
          for (const reference of engine.analyze({ path, text }).references) {
            const { fixes, missing } = engine.clientFixes(reference, { path, text });
            assert.ok(fixes.length > 0 || missing !== null);
            for (const { edits } of fixes.slice(0, 4)) applyEdits(text, edits);
          }
        },
      ),
      { numRuns: 300 },
    );
  }).timeout(60_000);
});
