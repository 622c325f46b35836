import assert from "node:assert/strict";
import { xml } from "../../../src/detect/formats/xml.ts";
import { assertMarked, inContext } from "../candidates.ts";

describe("XML", () => {
  it("finds elements' texts and attributes, without comments", () => {
    const candidates = assertMarked(
      xml,
      `<?xml version="1.0" encoding="x-1"?>
<!DOCTYPE a [ <!ENTITY b "gpt-4"> ]>
<config>
  <!-- <model>gpt-4</model> -->
  <chat>
    <model>
      «gpt-4o»
    </model>
    <c:model c:size="«big-1»"><![CDATA[«gpt-4o-mini»]]></c:model>
    <mixed>gpt-4 <b/> x</mixed>
  </chat>
  <model>«llama3&#58;8b»</model>
</config>
`,
    );
    assert.deepEqual(inContext(candidates), [
      "gpt-4o: property model < property chat < property config",
      "big-1: property size < property model < property chat < property config",
      "gpt-4o-mini: property model < property chat < property config",
      "llama3:8b: property model < property config",
    ]);
  });

  it("joins a name and its value", () => {
    const candidates = assertMarked(
      xml,
      `<beans>
  <bean class="«x.Y»"><property name="model" value="«a-1»"/></bean>
  <property name="chatModel"><value>«b-2»</value></property>
  <add key='Model' value='«c-3»' />
  <entry key="model">«d-4»</entry>
  <property name="models"><list><value>«e-5»</value><value>«f-6»</value></list></property>
  <dict><key>model</key><string>«g-7»</string><key>n</key><true/><string>«h-8»</string></dict>
</beans>`,
    );
    assert.deepEqual(inContext(candidates), [
      "x.Y: property class < property bean < property beans",
      "a-1: property model < property bean < property beans",
      "b-2: property chatModel < property beans",
      "c-3: property Model < property beans",
      "d-4: property model < property beans",
      "e-5: item 0 < property models < property beans",
      "f-6: item 1 after e-5 < property models < property beans",
      "g-7: property model < property dict < property beans",
      "h-8: property dict < property beans",
    ]);
  });

  it("passes over texts for people", () => {
    assertMarked(xml, '<resources><string name="model">gpt-4o</string><string name="default_model_title">gpt-4o</string></resources>');
    assertMarked(
      xml,
      '<resources><string-array name="models"><item>gpt-4o</item></string-array><string-array>gpt-4o</string-array></resources>',
    );
  });

  it("finds the default among texts for people, and the values of a list that they choose from", () => {
    const candidates = assertMarked(
      xml,
      '<resources><string name="chat_default_model">«a-1»</string><string-array name="model_values"><item>«b-2»</item><item>«c-3»</item></string-array></resources>',
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: property chat_default_model < property resources",
      "b-2: item 0 < property model_values < property resources",
      "c-3: item 1 after b-2 < property model_values < property resources",
    ]);
  });

  it("goes on behind what is being typed", () => {
    assertMarked(xml, '<a><b name="x" <model>«m-1»</model></a><c><model>«m-2»</c><model attr="«y-1»');
  });
});
