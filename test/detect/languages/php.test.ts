import assert from "node:assert/strict";
import { php } from "../../../src/detect/languages/php.ts";
import { assertMarked, inContext } from "../candidates.ts";

function expect(marked: string, ...expected: readonly string[]): void {
  assert.deepEqual(inContext(assertMarked(php, marked)), expected);
}

describe("detecting candidates in PHP", () => {
  it("finds code between the tags only", () => {
    expect(
      `<div class="no" title='it's'>
<?php $a = '«aa»'; ?>
<p>'model' => 'no'</p>
<?= chat('«bb»') ?>
'no'`,
      "aa: assignment $a",
      "bb: argument chat 0",
    );
  });

  it("names constants, properties, parameters and variables", () => {
    expect(
      `<?php
const TOP = '«aa»'; define('«MODEL»', '«bb»');
final class Chat extends Base implements Foo {
    public const GPT4 = '«cc»';
    public const string B = '«dd»', C = '«ee»';
    protected array $models = ['«ff»', '«gg»'];
    public function __construct(private readonly string $model = '«hh»', ?Foo $x = null) {}
    public function model(): string { return '«ii»'; }
}
$o->model = '«jj»'; $o['«model»'] = '«kk»'; $x = new class { public $m = '«ll»'; };`,
      "aa: assignment TOP",
      "MODEL: argument define 0",
      "bb: fallback MODEL",
      "cc: assignment GPT4",
      "dd: assignment B",
      "ee: assignment C",
      "ff: item 0 < assignment $models",
      "gg: item 1 after ff < assignment $models",
      "hh: assignment $model",
      "ii: assignment model",
      "jj: assignment $o->model",
      "model: comparison",
      "kk: property model",
      "ll: assignment $m",
    );
  });

  it("knows the members of backed enums", () => {
    expect(
      `<?php
enum Model: string implements HasLabel {
    #[Label('«aa»')]
    case Gpt4o = '«bb»';
    case Mini = '«cc»';
    const D = self::Mini;
}`,
      "aa: argument Label 0 < item 0",
      "bb: assignment Gpt4o < declaration enum",
      "cc: assignment Mini < declaration enum",
    );
  });

  it("reads arrays, named arguments and fluent calls", () => {
    expect(
      `<?php
$r = $client->chat()->create(['model' => '«aa»', 'messages' => [['role' => '«bb»']]]);
$p = Prism::text()->using(Provider::OpenAI, '«cc»')->withModel('«dd»');
chat(model: '«ee»', messages: []); new Model('«ff»'); array('model' => '«gg»');
$f = fn($x) => '«hh»';`,
      "aa: property model < argument create 0 < assignment $r",
      "bb: property role < item 0 < property messages < argument create 0 < assignment $r",
      "cc: argument using 1 < assignment $p",
      "dd: argument withModel 0 < assignment $p",
      "ee: argument chat model",
      "ff: argument Model 0",
      "gg: property model",
      "hh: assignment $f",
    );
  });

  it("reads the arms of a match", () => {
    expect(
      `<?php
$m = match ($p) { Provider::A => '«aa»', 'no' => '«bb»', default => "«cc»" };
function label() { return match (true) { default => '«dd»' }; }`,
      "aa: item 0 < assignment $m",
      "bb: item 1 < assignment $m",
      "cc: item 2 < assignment $m",
      "dd: item 0 < assignment label",
    );
  });

  it("names what a default stands in for", () => {
    expect(
      `<?php
$m = env('«OPENAI_MODEL»', '«aa»'); $m = config('«openai.model»', '«bb»');
$m = getenv('M') ?: '«cc»'; $m = $_ENV['M'] ?? '«dd»'; $m ??= '«ee»';
return ['default' => env('X', '«ff»')]; $y = $z ? '«gg»' : '«hh»';`,
      "OPENAI_MODEL: argument env 0 < assignment $m",
      "aa: fallback OPENAI_MODEL < assignment $m",
      "openai.model: argument config 0 < assignment $m",
      "bb: fallback openai.model < assignment $m",
      "cc: fallback M < assignment $m",
      "dd: fallback M < assignment $m",
      "ee: fallback $m < assignment $m",
      "ff: fallback X < property default",
      "gg: fallback null < assignment $y",
      "hh: fallback null < assignment $y",
    );
  });

  it("marks comparisons, labels of cases and expected values", () => {
    expect(
      `<?php
if ($m === '«aa»' || in_array($m, ['«bb»'])) {}
switch ($m) { case '«cc»': $x = '«dd»'; break; }
expect($x)->toBe('«ee»'); $this->assertSame('«ff»', $x);
echo selected($m, '«gg»', false); preselected($m, '«hh»');`,
      "aa: comparison",
      "bb: comparison < item 0 < argument in_array 1 < fallback null",
      "cc: comparison",
      "dd: assignment $x",
      "ee: comparison < argument toBe 0",
      "ff: comparison < argument $this->assertSame 0",
      "gg: comparison < argument selected 1",
      "hh: argument preselected 1",
    );
  });

  it("leaves out comments, heredocs, and parts of longer strings", () => {
    expect(
      `<?php
// 'no'
# 'no'
/* 'no' */
$t = <<<EOT
  'model' => "no" {$x}
  EOT;
$u = <<<'NOW'
'no'
NOW;
$v = 'no' . $x; $w = "no-$x"; $y = "no {$x['«aa»']}";`,
      "aa: comparison",
    );
  });

  it("reads the request in a heredoc, and nothing else of it", () => {
    expect(
      `<?php
$a = <<<JSON
{"model": "«aa»", "input": "{$x}"}
JSON;
$b = <<<'JSON'
  { "model": "«bb»" }
  JSON;
$c = <<<TEXT
say {"model": "no"}
TEXT;`,
      "aa: property model",
      "bb: property model",
    );
  });

  it("gives to a loop's name what it goes over", () => {
    expect(
      `<?php foreach (['«aa»', '«bb»'] as $model) { run('«cc»'); } foreach (["«dd»"] as $i => $m) {} foreach ($all as $m) { run(['«ee»']); }`,
      "aa: item 0 < assignment $model",
      "bb: item 1 after aa < assignment $model",
      "cc: argument run 0",
      "dd: item 0 < assignment $m",
      "ee: item 0 < argument run 0",
    );
  });

  it("takes what is printed for no value, but for what a call in it is given", () => {
    expect(
      `<?php echo '«aa»'; print "«bb»"; echo $client->chat('«cc»');`,
      "aa: comparison",
      "bb: comparison",
      "cc: argument $client->chat 0",
    );
  });
});
