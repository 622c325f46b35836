import assert from "node:assert/strict";
import { bicep } from "../../../src/detect/formats/bicep.ts";
import { assertMarked, inContext } from "../candidates.ts";

describe("Bicep", () => {
  it("names the value of a parameter, a variable and an output by what is declared", () => {
    const candidates = assertMarked(
      bicep,
      `targetScope = '«subscription»'
// param model string = 'gpt-4'
@description('Which model to use: gpt-4')
param chatModel string = '«gpt-4o»' // gpt-4
param small bool = true
var modelName = small ? '«gpt-4o-mini»' : '«gpt-4.1»'
var deployed = empty(modelName) == true
  ? '«a-1»'
  : '«b-2»'
var wanted = chatModel ?? '«c-3»'
output AZURE_OPENAI_MODEL string = '«d-4»'
`,
    );
    assert.deepEqual(inContext(candidates), [
      "subscription: assignment targetScope",
      "gpt-4o: assignment chatModel",
      "gpt-4o-mini: assignment modelName",
      "gpt-4.1: assignment modelName",
      "a-1: assignment deployed",
      "b-2: assignment deployed",
      "c-3: fallback chatModel < assignment wanted",
      "d-4: assignment AZURE_OPENAI_MODEL",
    ]);
  });

  it("takes what a parameter allows, and the strings of a type, as choices", () => {
    const candidates = assertMarked(
      bicep,
      `@description('one of them')
@allowed([
  '«gpt-4o»'
  '«gpt-4o-mini»'
])
@metadata({ azd: { usageName: [ 'OpenAI.GlobalStandard.gpt-4o,80' ] } })
param chatModel string = '«gpt-4o»'
@sys.allowed(['«a-1»', '«b-2»'])
param other string
type modelName = '«c-3»' | '«d-4»'
param third '«e-5»' | '«f-6»' = '«f-6»'
`,
    );
    assert.deepEqual(inContext(candidates), [
      "gpt-4o: item 0 < declaration enum < assignment chatModel",
      "gpt-4o-mini: item 1 after gpt-4o < declaration enum < assignment chatModel",
      "gpt-4o: assignment chatModel",
      "a-1: item 0 < declaration enum < assignment other",
      "b-2: item 1 after a-1 < declaration enum < assignment other",
      "c-3: declaration union < assignment modelName",
      "d-4: declaration union < assignment modelName",
      "e-5: declaration union < assignment third",
      "f-6: declaration union < assignment third",
      "f-6: assignment third",
    ]);
  });

  it("knows the properties of resources and modules, behind conditions and in loops", () => {
    const candidates = assertMarked(
      bicep,
      `resource chat 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = if (deploy) {
  parent: account
  name: '«chat»'
  sku: { name: '«Standard»', capacity: 10 }
  properties: {
    model: {
      format: '«OpenAI»'
      name: '«gpt-4o»'
      version: '2024-08-06'
    }
  }
  resource child 'deployments' = {
    name: '«a-1»'
  }
}
module rag 'core/rag.bicep' = [for name in names: {
  params: {
    deployments: [
      { model: { name: '«b-2»' } }
      {
        model: { name: '«c-3»' }
      }
    ]
    'quoted': '«d-4»'
    model: '\${prefix}-gpt-4o'
    isGpt: contains(name, '«gpt-4»') || name == '«gpt-4o»'
  }
}]
`,
    );
    const resource = "property Microsoft.CognitiveServices/accounts/deployments";
    assert.deepEqual(inContext(candidates), [
      `chat: property name < ${resource}`,
      `Standard: property name < property sku < ${resource}`,
      `OpenAI: property format < property model < property properties < ${resource}`,
      `gpt-4o: property name < property model < property properties < ${resource}`,
      `a-1: property name < property deployments < ${resource}`,
      "b-2: property name < property model < item 0 < property deployments < property params < item 0 < property core/rag.bicep",
      "c-3: property name < property model < item 1 < property deployments < property params < item 0 < property core/rag.bicep",
      "d-4: property quoted < property params < item 0 < property core/rag.bicep",
      "gpt-4: comparison < property isGpt < property params < item 0 < property core/rag.bicep",
      "gpt-4o: comparison < property isGpt < property params < item 0 < property core/rag.bicep",
    ]);
  });

  it("reads environments and commands of containers, scripts, and what a parameter file takes from the environment", () => {
    const candidates = assertMarked(
      bicep,
      `using './main.bicep'
param modelName = readEnvironmentVariable('«MODEL_NAME»', '«gpt-4o»')
var container = {
  image: 'ollama/ollama:latest'
  env: [
    { name: '«CHAT_MODEL»', value: '«gpt-4o-mini»' }
    {
      name: '«OTHER_MODEL»'
      value: '«a-1»'
    }
  ]
  command: [ 'ollama', 'pull', '«llama3.2»' ]
  scriptContent: '''
    ollama pull «qwen3»
  '''
}
`,
    );
    assert.deepEqual(inContext(candidates), [
      "MODEL_NAME: comparison < assignment modelName",
      "gpt-4o: fallback MODEL_NAME < assignment modelName",
      "CHAT_MODEL: property name < item 0 < property env < assignment container",
      "gpt-4o-mini: assignment CHAT_MODEL < property value < item 0 < property env < assignment container",
      "OTHER_MODEL: property name < item 1 < property env < assignment container",
      "a-1: assignment OTHER_MODEL < property value < item 1 < property env < assignment container",
      "llama3.2: operand ollama pull 0 < item 2 after pull < property command < assignment container",
      "qwen3: operand ollama pull 0 < property scriptContent < assignment container",
    ]);
  });

  it("counts the elements of a list, whatever they are and whatever stands between them", () => {
    const candidates = assertMarked(
      bicep,
      `var models = [ { name: '«a-1»' }, { name: '«b-2»' }, '«c-3»'
  '«d-4»', // 'gpt-4'
  other

  '«e-5»'
  isSmall
    ? '«f-6»'
    : '«g-7»'
  [ '«h-8»' ]
  ...others
  '«i-9»'
]
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: property name < item 0 < assignment models",
      "b-2: property name < item 1 < assignment models",
      "c-3: item 2 < assignment models",
      "d-4: item 3 after c-3 < assignment models",
      "e-5: item 5 < assignment models",
      "f-6: item 6 after e-5 < assignment models",
      "g-7: item 6 after e-5 < assignment models",
      "h-8: item 0 < item 7 after g-7 < assignment models",
      "i-9: item 9 < assignment models",
    ]);
  });

  it("names a member of a union by the nearest property, in brackets as well", () => {
    const { candidates } = bicep.detect("param settings {\n  model: 'a-1'\n  others: ('b-2' | 'c-3')[]\n}\n");
    assert.deepEqual(inContext(candidates), [
      "a-1: declaration union < property model < assignment settings",
      "b-2: declaration union < property others < assignment settings",
      "c-3: declaration union < property others < assignment settings",
    ]);
    assert.deepEqual(
      candidates.map(({ context }) => context[0]),
      ["model", "others", "others"].map((name) => ({ kind: "declaration", of: "union", name })),
    );
  });

  it("knows what is compared, and what is taken where there is nothing else, inside of brackets too", () => {
    const candidates = assertMarked(
      bicep,
      `var isLarge = model == toLower('«gpt-4o»') || model == ('«a-1»')
var isKnown = model =~ trim(small ? '«b-2»' : '«c-3»') && small ? '«d-4»' : string('«e-5»')
var wanted = settings.model ?? toLower('«f-6»')
var made = model == other || small ? name('«g-7»') : '«h-8»'
var options = given ?? { model: '«i-9»' }
`,
    );
    assert.deepEqual(inContext(candidates), [
      "gpt-4o: comparison < assignment isLarge",
      "a-1: comparison < assignment isLarge",
      "b-2: comparison < assignment isKnown",
      "c-3: comparison < assignment isKnown",
      "d-4: assignment isKnown",
      "e-5: assignment isKnown",
      "f-6: fallback model < assignment wanted",
      "g-7: argument name 0 < assignment made",
      "h-8: assignment made",
      "i-9: property model < fallback given < assignment options",
    ]);
  });

  it("decodes escapes", () => {
    const { candidates } = bicep.detect("param model string = 'gpt\\u{2d}4\\u{00006F}'\nparam other string = 'o3\\u{110000}'");
    assert.deepEqual(
      candidates.map(({ text, range }) => [text, range]),
      [["gpt-4o", { start: 22, end: 42 }]],
    );
  });

  it("finds the strings in what is interpolated, whatever the whole is called, and nothing that is made with them", () => {
    const candidates = assertMarked(
      bicep,
      `var a = '\${b ? '}' : '{'}gpt-4'
var c = 'gpt-4\${'\${'«a-1»'}gpt-4'}gpt-4'
var name = '\${isLarge ? '«gpt-4o»' : '«b-2»'}-\${suffix({ model: '«c-3»' })}' // 'gpt-4'
var isLarge = model == '\${toLower('«d-4»')}-x' || '«e-5»' == model
var settings = { '\${prefix}gpt-4': ['\${first ?? '«f-6»'}', '«g-7»'], model: '«h-8»' }
@description('one of \${'gpt-4'}')
param model string = '«gpt-4o»'
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: ",
      "gpt-4o: ",
      "b-2: ",
      "c-3: property model < argument suffix 0",
      "d-4: comparison",
      "e-5: comparison < assignment isLarge",
      "f-6: fallback first",
      "g-7: item 1 < property  < assignment settings",
      "h-8: property model < assignment settings",
      "gpt-4o: assignment model",
    ]);
  });

  it("ends what is interpolated with its brace or its line", () => {
    for (const open of ["", "a ? ", "f(", "[", "{ b: ", "'", "a)", "a]}", "'a' : b"]) {
      const { candidates } = bicep.detect(`var x = {\n  name: '\${${open}\n  model: 'gpt-4o'\n}\nvar y = 'a-1'\n`);
      assert.deepEqual(inContext(candidates), ["gpt-4o: property model < assignment x", "a-1: assignment y"], open);
    }
    assert.deepEqual(inContext(bicep.detect(`var x = ['\${a)}', '\${b]}', 'c-3']`).candidates), ["c-3: item 2 < assignment x"]);
  });

  it("goes on behind strings and brackets that nobody closes", () => {
    assert.deepEqual(inContext(bicep.detect("param a string = 'gpt-4o\nparam model string = 'gpt-4o'\n").candidates), [
      "gpt-4o: assignment model",
    ]);
    assert.deepEqual(inContext(bicep.detect("param a string = 'x\\\nparam model string = 'gpt-4o'\n").candidates), [
      "gpt-4o: assignment model",
    ]);
    assert.deepEqual(inContext(bicep.detect(")]}}\nvar model = 'gpt-4o'").candidates), ["gpt-4o: assignment model"]);
  });
});
