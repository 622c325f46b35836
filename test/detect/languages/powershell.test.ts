import assert from "node:assert/strict";
import { powershell } from "../../../src/detect/languages/powershell.ts";
import { assertMarked, inContext } from "../candidates.ts";

function expect(marked: string, ...expected: readonly string[]): void {
  assert.deepEqual(inContext(assertMarked(powershell, marked)), expected);
}

describe("detecting candidates in PowerShell", () => {
  it("names variables, parameters and what may be chosen", () => {
    expect(
      `param(
  [Parameter(Mandatory = $true)]
  [ValidateSet("«aa»", '«bb»')]
  [string]$Model = "«cc»",
  $Other = '«dd»'
)
$env:OPENAI_MODEL = "«ee»"
$x.Model = "«ff»"
$list = "«gg»", "«hh»"
$models = @("«ii»", "«jj»")
$m = $env:MODEL ?? "«kk»"`,
      "aa: item 0",
      "bb: item 1 after aa",
      "cc: assignment $Model",
      "dd: assignment $Other",
      "ee: assignment $env:OPENAI_MODEL",
      "ff: assignment $x.Model",
      "gg: item 0 < assignment $list",
      "hh: item 1 < assignment $list",
      "ii: item 0 < assignment $models",
      "jj: item 1 after ii < assignment $models",
      "kk: fallback $env:MODEL < assignment $m",
    );
  });

  it("reads hash tables, entry by entry", () => {
    expect(
      `$body = @{
  model = "«aa»"
  messages = @(@{ role = "«bb»"; content = "no $($x.y)" })
  "other" = '«cc»'; third = "«dd»"
}`,
      "aa: property model < assignment $body",
      "bb: property role < item 0 < property messages < assignment $body",
      "cc: property other < assignment $body",
      "dd: property third < assignment $body",
    );
  });

  it("reads commands: parameters, words without quotes, programs", () => {
    expect(
      [
        '$r = Invoke-OAIChat -Model "«aa»" -Prompt "no no" `',
        "     -Deployment «bb-1»",
        'New-Agent -Name «xx» -Model «gpt-4o» | Foo-Bar -Bar "«cc»"',
        'Invoke-RestMethod -Uri $u -Body (@{ model = "«dd»" } | ConvertTo-Json)',
        "ollama «run» «llama3.2»",
        "vllm «serve» «org/name» --quantization «awq»",
        '$c.Chat("«ee»")',
        'New-Agent -Name:«yy» -Model:«gpt-4.1» -Other:"«ff»" -Fast:$true -Last: «gg»',
      ].join("\n"),
      "aa: argument Invoke-OAIChat Model < assignment $r",
      "bb-1: argument Invoke-OAIChat Deployment < assignment $r",
      "xx: argument New-Agent Name",
      "gpt-4o: argument New-Agent Model",
      "cc: argument Foo-Bar Bar",
      "dd: property model < argument Invoke-RestMethod Body",
      "run: operand ollama 0",
      "llama3.2: operand ollama run 0",
      "serve: operand vllm 0",
      "org/name: operand vllm serve 0",
      "awq: flag vllm serve --quantization",
      "ee: argument $c.Chat 0",
      "yy: argument New-Agent Name",
      "gpt-4.1: argument New-Agent Model",
      "ff: argument New-Agent Other",
      "gg: argument New-Agent Last",
    );
  });

  it("takes what a block gives for the value of what it is bound to", () => {
    expect(
      [
        '$model = if ($fast) { "«aa»" } else { "«bb»" }',
        "$other = switch ($provider) { 'no' { '«cc»' } default { '«dd»' } }",
        "function Get-DefaultModel { '«ee»' }",
        "function Get-Text { Write-Output '«ff»' }",
      ].join("\n"),
      "aa: fallback null < assignment $model",
      "bb: fallback null < assignment $model",
      "cc: fallback null < fallback null < assignment $other",
      "dd: fallback null < fallback null < assignment $other",
      "ee: assignment Get-DefaultModel",
      "ff: argument Write-Output 0",
    );
  });

  it("leaves out what a switch asks for", () => {
    expect("$limit = switch ($Model) { 'no' { 128000 } 'no-2' { 8192 } }");
    expect("function Get-Limit { switch ($Model) { 'no' { return 5 } } }");
  });

  it("begins a command at the call operator, also behind another command", () => {
    expect(
      "ollama «pull» «llama3.1»\n& ollama «run» «llama3.2»",
      "pull: operand ollama 0",
      "llama3.1: operand ollama pull 0",
      "run: operand ollama 0",
      "llama3.2: operand ollama run 0",
    );
  });

  it("never goes on with a line in the next one that begins with a type, a group or a member", () => {
    expect(
      ['Get-Item -Path "«aa»"', "[string]$Model = '«bb»'", "$a = $b", "('«cc»').Trim()", "Get-Item -Force `", "  -Path '«dd»'"].join("\n"),
      "aa: argument Get-Item Path",
      "bb: assignment $Model",
      "cc: ",
      "dd: argument Get-Item Path",
    );
  });

  it("ends a value where the next line runs a file or a command, or begins with a type", () => {
    expect(
      ["$script:model = '«aa»'", ". $PSScriptRoot\\chat.ps1", "$b = '«bb»'", "& $run", "$c = '«cc»'", "[int]$d = 1"].join("\n"),
      "aa: assignment $script:model",
      "bb: assignment $b",
      "cc: assignment $c",
    );
    // in brackets a line goes on with the one before it
    expect("$e = ('no'\n.Substring(1))");
  });

  it("marks comparisons", () => {
    expect(`if ($Model -eq "«aa»" -or $Model -like "«bb»") { f }`, "aa: comparison", "bb: comparison");
  });

  it("leaves out comments and here-strings", () => {
    expect(
      ['<# "no" #>', '# "no"', '$h = @"', 'model = "no"', '"@', '$e = "no `"no`" no"; $f = \'it\'\'s\'; $g = "«aa»"'].join("\n"),
      "aa: assignment $g",
    );
  });
});
