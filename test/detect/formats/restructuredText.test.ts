import assert from "node:assert/strict";
import { formatOf } from "../../../src/detect/formats.ts";
import { assertMarked, assertSound, inContext } from "../candidates.ts";

const format = formatOf({ path: "docs/index.rst" });
assert.ok(format);
const restructuredText = format;

describe("reStructuredText", () => {
  it("finds the bodies of code directives, behind their options, as examples", () => {
    const candidates = assertMarked(
      restructuredText,
      `Title
=====

Use model: gpt-4 or \`\`gpt-4\`\`.

.. code-block:: yaml
   :caption: model: gpt-4
   :linenos:

   model: «a-1»

   base_model: «b-2»

Prose model: gpt-4

.. tab-set::

   .. tab-item:: Python

      .. sourcecode:: Python

         Model("«c-3»")
   .. code:: toml

      model = "«d-4»"
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: property model < example",
      "b-2: property base_model < example",
      "c-3: argument Model 0 < example",
      "d-4: property model < example",
    ]);
  });

  it("finds literal blocks of the language that is highlighted, else only what begins as a command", () => {
    const text = `Run::

    $ ollama run «a-1»
    gpt-4 is loaded

Or::

    ollama run «a-2»

Not::

    loaded by ollama run gpt-4

.. highlight:: bash

Then::

    ollama run «b-2»

.. code-block::

    ollama run «c-3»
`;
    assert.deepEqual(inContext(assertMarked(restructuredText, text)), [
      "a-1: operand ollama run 0 < example",
      "a-2: operand ollama run 0 < example",
      "b-2: operand ollama run 0 < example",
      "c-3: operand ollama run 0 < example",
    ]);
  });

  it("passes over comments, and not over what stands in targets, notes and other directives", () => {
    assertMarked(
      restructuredText,
      `.. This is a comment

   .. code-block:: yaml

      model: gpt-4

..
   .. code-block:: yaml

      model: gpt-4

.. _target: https://example.org
.. note::

   .. code-block:: yaml

      model: «a-1»
.. [1] a footnote

   .. code-block:: yaml

      model: «b-2»
`,
    );
  });

  it("reads what is cut off anywhere", () => {
    const text = ".. highlight:: yaml\n\nRun::\n\n  model: gpt-4o\n\n.. code-block:: python\n   :linenos:\n\n   Model('gpt-4o')\n";
    for (let end = 0; end <= text.length; end++) assertSound(restructuredText, text.slice(0, end));
  });
});
